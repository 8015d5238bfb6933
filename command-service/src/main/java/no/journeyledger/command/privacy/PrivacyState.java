package no.journeyledger.command.privacy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.events.person.PrivacyEvent;
import no.journeyledger.events.person.PrivacyEvent.LegalHoldLifted;
import no.journeyledger.events.person.PrivacyEvent.LegalHoldPlaced;
import no.journeyledger.events.person.PrivacyEvent.PersonErased;
import no.journeyledger.events.person.PrivacyEvent.ReadLogAnchored;
import org.jspecify.annotations.Nullable;

/**
 * What holds a person's data back, and whether they are gone.
 *
 * @param person whose file it is, {@code null} before the first entry
 * @param erased whether the person is erased
 * @param holds the holds that were not lifted
 */
public record PrivacyState(@Nullable UUID person, boolean erased, Map<UUID, LegalHoldPlaced> holds) {

    /** Before the first entry. */
    public static final PrivacyState EMPTY = new PrivacyState(null, false, Map.of());

    /** Nothing is left out in a state read back. */
    public PrivacyState {
        holds = Kept.map(holds);
    }

    /** A hold that is in force on a day. */
    public Optional<LegalHoldPlaced> heldOn(LocalDate day) {
        return holds.values().stream()
                .filter(hold -> hold.until() == null || !day.isAfter(hold.until()))
                .findFirst();
    }

    /** The state after the event. */
    public PrivacyState evolve(PrivacyEvent event) {
        return switch (event) {
            case LegalHoldPlaced placed ->
                new PrivacyState(placed.person(), erased, Kept.with(holds, placed.hold(), placed));
            case LegalHoldLifted lifted ->
                new PrivacyState(lifted.person(), erased, Kept.without(holds, lifted.hold()));
            case PersonErased gone -> new PrivacyState(gone.person(), true, holds);
            case ReadLogAnchored ignored -> this;
        };
    }
}
