package no.journeyledger.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything one unit of work records, all or nothing.
 *
 * @param events at least one; each aggregate's in sequence, interleaved as they happened
 * @param expected the last sequence each aggregate had when it was read, -1 for none: of every aggregate written, and of
 *     those that were only read but whose state the outcome rests on
 * @param idempotency the answer to keep under the request's key, {@code null} when the request had none
 * @param snapshots states that become worth keeping with these events
 */
public record Append(
        List<NewEvent> events,
        Map<UUID, Long> expected,
        @Nullable Idempotency idempotency,
        List<NewSnapshot> snapshots) {

    /**
     * The answer that is kept for a repetition of the request. Its position is the last one of the append.
     *
     * @param key the request's key
     * @param answer the answer
     * @param version the version the target aggregate has after the append
     */
    public record Idempotency(IdempotencyKey key, StoredAnswer answer, long version) {}

    /**
     * Checks that the parts belong together.
     *
     * @throws IllegalArgumentException when there is no event, or an aggregate's events do not follow on from what is
     *     expected of it
     */
    public Append {
        events = List.copyOf(events);
        expected = Map.copyOf(expected);
        snapshots = List.copyOf(snapshots);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("an append records at least one event");
        }
        var last = new HashMap<>(expected);
        for (NewEvent event : events) {
            Long before = last.put(event.aggregate(), event.sequence());
            if (before == null || before + 1 != event.sequence()) {
                throw new IllegalArgumentException("event " + event.sequence() + " of aggregate " + event.aggregate()
                        + " does not follow " + (before == null ? "an expected version" : before));
            }
        }
    }

    /** An append of events alone, each aggregate expected to end just before its first event here. */
    public static Append of(List<NewEvent> events) {
        var expected = new HashMap<UUID, Long>();
        for (NewEvent event : events) {
            expected.putIfAbsent(event.aggregate(), event.sequence() - 1);
        }
        return new Append(events, expected, null, List.of());
    }

    /** Bytes it brings along, roughly: what a group of appends is bounded by. */
    long bytes() {
        long bytes = 0;
        for (NewEvent event : events) {
            bytes += event.payload().length + event.metadata().length + 64L;
        }
        for (NewSnapshot snapshot : snapshots) {
            bytes += snapshot.state().length + 128L;
        }
        return idempotency == null ? bytes : bytes + idempotency.answer().body().length + 96L;
    }
}
