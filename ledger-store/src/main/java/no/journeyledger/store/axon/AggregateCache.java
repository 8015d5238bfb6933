package no.journeyledger.store.axon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last known state and version of the aggregates in use, kept by strong references up to a number of bytes. What it
 * holds may be stale when another instance writes; whoever uses it checks the version with the append, or against the
 * ledger when nothing is appended.
 */
public final class AggregateCache {

    private static final int OVERHEAD = 256;

    /** How much bigger records, texts and collections are in memory than as JSON, roughly. */
    private static final int HEAP_PER_JSON_BYTE = 4;

    private final Cache<UUID, Held> cache;
    private final Counter hits;
    private final Counter misses;

    /**
     * What is known of an aggregate.
     *
     * @param state its immutable state
     * @param version the sequence of the last event in it
     * @param bytes what it weighs as JSON: its last snapshot's size and that of the events since
     */
    record Held(Record state, long version, int bytes) {}

    /**
     * An empty cache.
     *
     * @param maximumBytes what it may hold, by the estimated size of the states
     */
    public AggregateCache(long maximumBytes, MeterRegistry meters) {
        this.cache = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .weigher((UUID id, Held held) -> OVERHEAD + HEAP_PER_JSON_BYTE * held.bytes())
                .build();
        this.hits = Counter.builder("ledger.cache.hits")
                .description("aggregates found in memory")
                .register(meters);
        this.misses = Counter.builder("ledger.cache.misses")
                .description("aggregates that had to be read from the ledger")
                .register(meters);
        Gauge.builder("ledger.cache.aggregates", cache, Cache::estimatedSize)
                .description("aggregates in memory")
                .register(meters);
    }

    @Nullable
    Held find(UUID aggregate) {
        Held held = cache.getIfPresent(aggregate);
        (held == null ? misses : hits).increment();
        return held;
    }

    void put(UUID aggregate, Held held) {
        cache.put(aggregate, held);
    }

    /** Forgets an aggregate, so that it is read from the ledger next time. */
    public void evict(UUID aggregate) {
        cache.invalidate(aggregate);
    }

    /** Forgets everything. */
    public void clear() {
        cache.invalidateAll();
    }
}
