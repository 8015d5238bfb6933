package no.journeyledger.store.axon;

import java.util.UUID;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.store.ConcurrentAppend;
import no.journeyledger.store.LedgerUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what would come of a command by handling it on the newest state without recording anything: no event, no
 * snapshot, no idempotency key. Questions that only the newest state can answer are asked the same way.
 */
public interface DryRuns {

    /**
     * Handles a command, or a question, and records nothing.
     *
     * @param target the aggregate whose version the answer tells
     * @param command the command or question
     * @param metadata the context it would have been recorded with
     * @param expectedVersion the version of the target the client acts upon, if it said
     * @throws StaleVersion when the target has another version than expected
     * @throws ConcurrentAppend when others recorded something meanwhile, time and again
     * @throws LedgerUnavailable when the ledger cannot be reached
     * @throws RuntimeException whatever the handler throws
     */
    <R> DryRun<R> dryRun(UUID target, Object command, EventMetadata metadata, @Nullable Long expectedVersion);
}
