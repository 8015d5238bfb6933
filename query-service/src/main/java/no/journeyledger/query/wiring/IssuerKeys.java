package no.journeyledger.query.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.support.AbstractValueAdaptingCache;

/**
 * The keys an issuer publishes, as they were fetched last. They are fetched anew every few minutes, so that a key that was taken
 * back is not believed for ever, and when a token names a key that is not among them; but never more often than once a second,
 * however many tokens with invented keys come. When the issuer is away, the keys it had are believed for an hour.
 */
final class IssuerKeys extends AbstractValueAdaptingCache {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);
    private static final Duration WITHOUT_THE_ISSUER = Duration.ofHours(1);

    private record Fetched(Object keys, Instant at) {}

    private final Clock clock;
    private volatile @Nullable Fetched fetched;
    private volatile boolean wanted;
    private volatile Instant tried = Instant.MIN;

    IssuerKeys(Clock clock) {
        super(false);
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(Object key, Callable<T> fetch) {
        Fetched known = fetched;
        Instant now = clock.instant();
        if (known != null
                && (now.isBefore(tried.plus(AT_MOST_EVERY))
                        || !(wanted || now.isAfter(known.at().plus(FRESH))))) {
            return (T) known.keys();
        }
        tried = now;
        try {
            T keys = fetch.call();
            fetched = new Fetched(keys, now);
            wanted = false;
            return keys;
        } catch (Exception e) {
            if (known != null && now.isBefore(known.at().plus(WITHOUT_THE_ISSUER))) {
                return (T) known.keys();
            }
            throw new ValueRetrievalException(key, fetch, e);
        }
    }

    @Override
    public boolean invalidate() {
        wanted = true;
        return fetched != null;
    }

    @Override
    protected @Nullable Object lookup(Object key) {
        Fetched known = fetched;
        return known == null ? null : known.keys();
    }

    @Override
    public void put(Object key, @Nullable Object value) {
        throw new UnsupportedOperationException("keys are fetched");
    }

    @Override
    public void evict(Object key) {
        wanted = true;
    }

    @Override
    public void clear() {
        wanted = true;
    }

    @Override
    public String getName() {
        return "issuer-keys";
    }

    @Override
    public Object getNativeCache() {
        return this;
    }
}
