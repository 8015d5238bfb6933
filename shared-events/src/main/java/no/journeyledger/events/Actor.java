package no.journeyledger.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: taken from the bearer token and from nowhere else, and recorded with every event.
 *
 * @param id the random id of the person or worker who acts
 * @param kind in what capacity
 * @param service the service (unit) a worker belongs to, {@code null} for a person acting for themselves
 * @param through the case app the call came through, {@code null} when none
 */
public record Actor(
        UUID id,
        Kind kind,
        @Nullable UUID service,
        @Nullable UUID through) {

    /** The capacities in which the ledger knows somebody. */
    public enum Kind {
        /** A citizen, representative or trusted person in their own signed-in session. */
        PERSON,
        /** Somebody who works for a service of the municipality or a partner. */
        WORKER,
        /** The ledger itself, e.g. when a deadline passes. */
        LEDGER
    }
}
