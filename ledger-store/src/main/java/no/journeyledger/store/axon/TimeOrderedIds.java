package no.journeyledger.store.axon;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Gives messages time-ordered ids (UUID version 7): an event's id tells roughly when it was made, and indexes on such ids
 * stay compact. Found by Axon through the service loader.
 */
public final class TimeOrderedIds extends IdentifierFactory {

    private final SecureRandom random = new SecureRandom();

    /** Milliseconds since 1970 in the upper 52 bits, a counter within the millisecond in the lower 12. */
    private final AtomicLong last = new AtomicLong();

    /** For the service loader. */
    public TimeOrderedIds() {}

    @Override
    public String generateIdentifier() {
        return next().toString();
    }

    /** The next id; each is greater than all this instance gave before. */
    public UUID next() {
        long now = System.currentTimeMillis() << 12;
        long stamp = last.updateAndGet(before -> Math.max(before + 1, now));
        long high = (stamp >>> 12 << 16) | 0x7000L | (stamp & 0xFFFL);
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
