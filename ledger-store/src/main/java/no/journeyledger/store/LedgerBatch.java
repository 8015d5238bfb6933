package no.journeyledger.store;

import java.util.List;

/**
 * Events that were just committed, in position order without gaps.
 *
 * @param events at least one
 */
public record LedgerBatch(List<EncodedEvent> events) {

    /** Keeps its own copy. */
    public LedgerBatch {
        events = List.copyOf(events);
    }

    /** Position of the first event. */
    public long first() {
        return events.getFirst().position();
    }

    /** Position of the last event. */
    public long last() {
        return events.getLast().position();
    }
}
