package no.journeyledger.standalone.population;

import java.time.Duration;

/** Lets so many commands a second through, however many leaders' citizens are told of at a time. */
final class Rate {

    /** As fast as they are answered. */
    static final Rate UNBOUNDED = new Rate(Integer.MAX_VALUE);

    private final int perSecond;
    private long next = System.nanoTime();

    Rate(int perSecond) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("at least one command a second");
        }
        this.perSecond = perSecond;
    }

    /** The most that may be sent together: a second's worth. */
    int together() {
        return perSecond;
    }

    /** Waits until so many may be sent. */
    void take(int commands) throws InterruptedException {
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            next = Math.max(next, now);
            wait = next - now;
            next += commands * 1_000_000_000L / perSecond;
        }
        Thread.sleep(Duration.ofNanos(wait));
    }
}
