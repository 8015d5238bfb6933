package no.journeyledger.command.person;

import java.util.UUID;
import no.journeyledger.events.person.PersonEvent;
import no.journeyledger.events.person.PersonEvent.JourneyClaimed;
import no.journeyledger.events.person.PersonEvent.JourneyReleased;
import org.jspecify.annotations.Nullable;

/**
 * Which open journey a person is in.
 *
 * @param person the person, {@code null} before the first claim
 * @param journey the open journey, {@code null} when in none
 */
public record ClaimState(@Nullable UUID person, @Nullable UUID journey) {

    /** Before the first claim. */
    public static final ClaimState NONE = new ClaimState(null, null);

    /** Whether the person is in an open journey other than this one. */
    public boolean heldByAnother(UUID asking) {
        return journey != null && !journey.equals(asking);
    }

    /** Whether the person is in this journey. */
    public boolean heldBy(UUID asking) {
        return asking.equals(journey);
    }

    /** The state after the event. */
    public ClaimState evolve(PersonEvent event) {
        return switch (event) {
            case JourneyClaimed claimed -> new ClaimState(claimed.person(), claimed.journey());
            case JourneyReleased released -> new ClaimState(released.person(), null);
        };
    }
}
