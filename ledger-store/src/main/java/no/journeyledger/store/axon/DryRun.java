package no.journeyledger.store.axon;

import java.util.List;
import java.util.UUID;
import no.journeyledger.store.LogicalTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What would come of a command, or the answer to a question asked of the aggregates themselves. Nothing was recorded.
 *
 * @param <R> what the handler answers with
 * @param result the handler's answer
 * @param events what would have been recorded, in order
 * @param version the version of the target aggregate the answer rests on, {@code null} when nothing is recorded on it
 * @param position a ledger position up to which everything recorded was taken into account
 */
public record DryRun<R>(
        R result, List<Event> events, @Nullable Long version, long position) {

    /**
     * An event that would have been recorded.
     *
     * @param aggregate on what
     * @param type as what
     */
    public record Event(UUID aggregate, LogicalTypeName type) {}
}
