package no.journeyledger.store.axon;

import no.journeyledger.store.StoredAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command.
 *
 * @param <R> what its handler answers with
 * @param result the handler's answer, {@code null} when an earlier answer is replayed
 * @param stored the answer as it goes to the client, the same bytes each time the request is repeated
 * @param position the last ledger position it wrote, {@code null} when it wrote nothing
 * @param version the version of the target aggregate it is true for, {@code null} when that has recorded nothing
 * @param replayed whether this is the answer to an earlier request under the same idempotency key
 */
public record Answer<R>(
        @Nullable R result,
        StoredAnswer stored,
        @Nullable Long position,
        @Nullable Long version,
        boolean replayed) {}
