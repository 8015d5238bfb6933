package no.journeyledger.command.consent;

import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.ConsentEvent.ConsentGiven;
import no.journeyledger.events.journey.ConsentEvent.ConsentWithdrawn;

/**
 * The consents that have not been withdrawn.
 *
 * @param given whom each consent is about, by the consent's id
 */
public record ConsentState(Map<UUID, UUID> given) {

    /** Before anybody consented. */
    public static final ConsentState EMPTY = new ConsentState(Map.of());

    /** Nothing is left out in a state read back. */
    public ConsentState {
        given = Kept.map(given);
    }

    /** The state after the event. */
    public ConsentState evolve(ConsentEvent event) {
        return switch (event) {
            case ConsentGiven consent -> new ConsentState(Kept.with(given, consent.consent(), consent.person()));
            case ConsentWithdrawn withdrawn -> new ConsentState(Kept.without(given, withdrawn.consent()));
        };
    }
}
