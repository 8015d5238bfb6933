package no.journeyledger.command.door;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import no.journeyledger.command.Circumstances;
import no.journeyledger.events.Actor;
import no.journeyledger.store.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/**
 * One call as it arrived: everything about it that is not in its body.
 *
 * @param actor who acts, from the token
 * @param request the key under which the client may repeat it, and the hash of what it asks; to be asked for only after the
 *     body was read, since the hash is over its bytes
 * @param expectedVersion the version the client believes in, {@code null} when it did not say
 * @param receivedAt when it arrived, by the server's clock
 * @param effectiveAt when the fact took effect, the same as {@code receivedAt} when the client did not say
 * @param purpose why, as stated by the client
 * @param language the language to answer in
 * @param correlation the id of this call
 * @param dryRun whether nothing is recorded: a command that is only tried, or a question
 */
public record Call(
        Actor actor,
        Supplier<IdempotencyKey> request,
        @Nullable Long expectedVersion,
        Instant receivedAt,
        Instant effectiveAt,
        @Nullable String purpose,
        Locale language,
        UUID correlation,
        boolean dryRun) {

    /** The day it is in Norway. */
    public LocalDate today() {
        return LocalDate.ofInstant(receivedAt, Circumstances.NORWAY);
    }

    /** The day in Norway on which the fact took effect. */
    public LocalDate effectiveOn() {
        return LocalDate.ofInstant(effectiveAt, Circumstances.NORWAY);
    }

    /** A new id for something this call creates. */
    public UUID newId() {
        return Ids.next(receivedAt);
    }

    /** The id the client gave, or a new one. */
    public UUID idOr(@Nullable UUID given) {
        return given == null ? newId() : given;
    }
}
