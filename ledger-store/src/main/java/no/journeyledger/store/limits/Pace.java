package no.journeyledger.store.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How fast one client may ask, on this instance. A client is a person or worker together with the case app in between. */
public final class Pace {

    private static final int REMEMBERED = 100_000;

    private record Client(UUID id, @Nullable UUID through) {}

    private final LoadingCache<Client, Bucket> buckets;
    private final boolean limited;

    /**
     * A pace.
     *
     * @param perSecond how many requests a second go on for ever; 0 for as many as come. For a moment twice as many go
     */
    public Pace(int perSecond) {
        this.limited = perSecond > 0;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build(client -> Bucket.builder()
                        .addLimit(
                                limit -> limit.capacity(2L * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .build());
    }

    /**
     * Lets a request in.
     *
     * @return after how many seconds the client may ask again; empty when it may now
     */
    public OptionalLong turnAway(UUID id, @Nullable UUID through) {
        if (!limited) {
            return OptionalLong.empty();
        }
        ConsumptionProbe probe = buckets.get(new Client(id, through)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill())));
    }
}
