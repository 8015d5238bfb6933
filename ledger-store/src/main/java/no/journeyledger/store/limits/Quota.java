package no.journeyledger.store.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Of how many different persons one worker may read within an hour, on this instance. Reading the same person again is free. */
public final class Quota {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int REMEMBERED = 100_000;

    private final int persons;
    private final Clock clock;
    private final Cache<UUID, Map<UUID, Instant>> read = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(HOUR)
            .build();

    /**
     * A quota.
     *
     * @param persons how many different persons an hour; 0 for as many as come
     */
    public Quota(int persons, Clock clock) {
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * Lets a worker read of these persons.
     *
     * @return after how many seconds they may ask again; empty when they may now
     */
    public OptionalLong turnAway(UUID worker, Collection<UUID> of) {
        if (persons <= 0 || of.isEmpty()) {
            return OptionalLong.empty();
        }
        Map<UUID, Instant> seen = read.get(worker, key -> new HashMap<>());
        Instant now = clock.instant();
        synchronized (seen) {
            seen.values().removeIf(at -> at.isBefore(now.minus(HOUR)));
            long fresh = of.stream()
                    .distinct()
                    .filter(person -> !seen.containsKey(person))
                    .count();
            if (seen.size() + fresh > persons) {
                Instant oldest = seen.values().stream().min(Instant::compareTo).orElse(now);
                return OptionalLong.of(
                        Math.max(1, Duration.between(now, oldest.plus(HOUR)).toSeconds()));
            }
            of.forEach(person -> seen.put(person, now));
            return OptionalLong.empty();
        }
    }
}
