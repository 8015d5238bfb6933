package no.journeyledger.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded beside every event: the context it came from. The moment it was recorded is not here; the store
 * assigns that in the append itself.
 *
 * @param municipality the municipality whose ledger this is (four-digit municipality number)
 * @param actor who acted
 * @param onBehalfOf the person for whom the actor acted, {@code null} when they acted for themselves or in their work
 * @param purpose why, as stated in the request
 * @param effectiveAt when the fact took effect: may be earlier than when it was recorded, never later
 * @param correlationId shared by everything that one request caused
 * @param causationId the message that caused this event
 */
public record EventMetadata(
        @NotPersonal("the number of a municipality") String municipality,
        Actor actor,
        @Nullable UUID onBehalfOf,

        @NotPersonal("why a client acts; the API says: never about a person") @Nullable
        String purpose,

        Instant effectiveAt,
        UUID correlationId,
        UUID causationId) {}
