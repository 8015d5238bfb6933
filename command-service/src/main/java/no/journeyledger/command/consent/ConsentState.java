package no.journeyledger.command.consent;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.ConsentEvent.ConsentGiven;
import no.journeyledger.events.journey.ConsentEvent.ConsentWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * The consents that have not been withdrawn.
 *
 * @param given each consent by its id
 */
public record ConsentState(Map<UUID, Consent> given) {

    /**
     * A consent.
     *
     * @param person whom it is about
     * @param service to which service it opens what is theirs
     * @param until its last day, {@code null} for as long as it is not withdrawn
     */
    public record Consent(
            UUID person, UUID service, @Nullable LocalDate until) {}

    /** Before anybody consented. */
    public static final ConsentState EMPTY = new ConsentState(Map.of());

    /** Nothing is left out in a state read back. */
    public ConsentState {
        given = Kept.map(given);
    }

    /** Whether what is this person's own is open to the service on the day, the last day of a consent included. */
    public boolean opens(UUID person, UUID service, LocalDate day) {
        return given.values().stream()
                .anyMatch(consent -> consent.person().equals(person)
                        && consent.service().equals(service)
                        && (consent.until() == null || !day.isAfter(consent.until())));
    }

    /** The state after the event. */
    public ConsentState evolve(ConsentEvent event) {
        return switch (event) {
            case ConsentGiven consent ->
                new ConsentState(Kept.with(
                        given, consent.consent(), new Consent(consent.person(), consent.service(), consent.until())));
            case ConsentWithdrawn withdrawn -> new ConsentState(Kept.without(given, withdrawn.consent()));
        };
    }
}
