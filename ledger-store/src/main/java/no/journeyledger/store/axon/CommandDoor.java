package no.journeyledger.store.axon;

import java.util.UUID;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.store.ConcurrentAppend;
import no.journeyledger.store.IdempotencyKey;
import no.journeyledger.store.LedgerUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Where commands come in. {@link LedgerCommands} is the one of the ledger; another store, e.g. one the ledger is measured
 * against, brings its own, so that everything in front of it stays the same.
 */
public interface CommandDoor {

    /**
     * Handles a command and waits for its durable answer.
     *
     * @param target the aggregate whose version the answer tells
     * @param command the command; its handler returns its answer, also when that is a refusal
     * @param metadata the context recorded with every event
     * @param key the request's idempotency key, if the client sent one
     * @param expectedVersion the version of the target the client acts upon, if it said
     * @param encoder makes of the handler's answer what the client gets and a repetition is answered with
     * @throws IdempotencyKeyReused when the key was used for another request
     * @throws RequestInFlight when the same request is being handled in this instance
     * @throws StaleVersion when the target has another version than expected
     * @throws ConcurrentAppend when others were faster time and again
     * @throws LedgerUnavailable when the ledger cannot be reached; the outcome is not known
     * @throws RuntimeException whatever the handler throws; nothing was recorded
     */
    <R> Answer<R> dispatch(
            UUID target,
            Object command,
            EventMetadata metadata,
            @Nullable IdempotencyKey key,
            @Nullable Long expectedVersion,
            AnswerEncoder<R> encoder);
}
