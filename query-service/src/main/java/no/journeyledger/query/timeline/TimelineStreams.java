package no.journeyledger.query.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.projection.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wakes those who follow a timeline when something was recorded on it. However many follow, the views are looked at once for
 * all of them, as soon as the projections have come further; a follower of a journey on which nothing happens sleeps on.
 */
public final class TimelineStreams implements ApplicationListener<ContextClosedEvent> {

    /** The views a timeline is told from. */
    static final List<String> VIEWS = List.of(TimelineProjection.NAME, JourneysProjection.NAME);

    private static final Logger log = LoggerFactory.getLogger(TimelineStreams.class);
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(1);
    private static final long BREATH_MILLIS = 10;

    private final JdbcClient views;
    private final Progress progress;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<UUID, List<Following>> followed = new ConcurrentHashMap<>();
    private volatile boolean closing;
    private @Nullable Thread looking;

    /**
     * Streams over the given views.
     *
     * @param views the views
     * @param progress tells when projections have come further
     * @param most how many may be open at a time
     */
    public TimelineStreams(DataSource views, Progress progress, int most) {
        this.views = JdbcClient.create(views);
        this.progress = progress;
        this.most = most;
    }

    /** Somebody who follows a timeline. */
    final class Following implements AutoCloseable {

        private final UUID journey;
        private final Semaphore called = new Semaphore(0);

        private Following(UUID journey) {
            this.journey = journey;
        }

        /**
         * Waits until something may have been recorded.
         *
         * @return whether that is so, and not only that the time has passed
         */
        boolean await(Duration atMost) throws InterruptedException {
            boolean is = called.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
            called.drainPermits();
            return is;
        }

        private void call() {
            called.release();
        }

        @Override
        public void close() {
            followed.computeIfPresent(journey, (id, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
            open.decrementAndGet();
        }
    }

    /** Begins to follow a journey; {@code null} when as many follow as may, or the service is about to stop. */
    @Nullable
    Following follow(UUID journey) {
        if (closing || open.incrementAndGet() > most) {
            open.decrementAndGet();
            return null;
        }
        var following = new Following(journey);
        followed.compute(journey, (id, all) -> {
            List<Following> more = all == null ? new CopyOnWriteArrayList<>() : all;
            more.add(following);
            return more;
        });
        lookFromNowOn();
        return following;
    }

    /** Whether the service is about to stop. */
    boolean closing() {
        return closing;
    }

    /** How many streams are open. */
    public int open() {
        return open.get();
    }

    private synchronized void lookFromNowOn() {
        if (looking == null || !looking.isAlive()) {
            looking = Thread.ofVirtual().name("timeline-streams").start(this::look);
        }
    }

    /** Looks for as long as somebody follows. */
    private void look() {
        long seen = -1;
        while (!closing && !followed.isEmpty()) {
            try {
                Map<String, Long> stored = progress.positions();
                long reached = VIEWS.stream()
                        .mapToLong(name -> stored.getOrDefault(name, 0L))
                        .min()
                        .orElse(0);
                if (seen < 0) {
                    // What was recorded while nobody looked is not told apart: everybody looks for themselves once.
                    seen = reached;
                    followed.values().forEach(all -> all.forEach(Following::call));
                } else if (reached > seen) {
                    views.sql("SELECT DISTINCT journey FROM views.timeline_entry WHERE position > ? AND position <= ?")
                            .params(seen, reached)
                            .query(UUID.class)
                            .list()
                            .forEach(journey ->
                                    followed.getOrDefault(journey, List.of()).forEach(Following::call));
                    seen = reached;
                    Thread.sleep(BREATH_MILLIS);
                } else {
                    seen = Math.min(seen, reached);
                    progress.await(VIEWS, reached + 1, LOOK_AT_LEAST_EVERY);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (DataAccessException e) {
                log.debug("the views could not be looked at", e);
                pause();
            }
        }
        synchronized (this) {
            looking = null;
        }
        if (!closing && !followed.isEmpty()) {
            lookFromNowOn();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AT_LEAST_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The service is about to stop: every stream ends, before the web server waits for its last answers. */
    @Override
    public void onApplicationEvent(ContextClosedEvent stopping) {
        closing = true;
        followed.values().forEach(all -> all.forEach(Following::call));
    }
}
