package no.journeyledger.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the projections have come, and waiting for them to come further. A projection that this instance runs tells at
 * once; one that another instance runs is found by looking every few milliseconds.
 */
public final class Progress {

    private static final long LOOK_EVERY_MILLIS = 15;

    private final JdbcClient views;
    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    /** Looks in the given views. */
    public Progress(DataSource views) {
        this.views = JdbcClient.create(views);
    }

    /** A batch of the projection was committed by this instance. */
    void advanced(String projection, long position) {
        heard.put(projection, position);
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The projection was moved: what was heard of it no longer holds. */
    void emptied(String projection) {
        heard.remove(projection);
    }

    /** The stored position of every projection. */
    public Map<String, Long> positions() {
        var positions = new HashMap<String, Long>();
        views.sql("SELECT name, position FROM views.projection_progress")
                .query((rows, i) -> Map.entry(rows.getString(1), rows.getLong(2)))
                .list()
                .forEach(entry -> positions.put(entry.getKey(), entry.getValue()));
        return positions;
    }

    /**
     * Waits until every named projection has come to a position.
     *
     * @return whether they have, within the time
     * @throws InterruptedException when the caller is no longer interested
     */
    public boolean await(Collection<String> projections, long position, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!reached(projections, position)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            lock.lock();
            try {
                if (!projections.stream().allMatch(name -> heard.getOrDefault(name, 0L) >= position)) {
                    moved.awaitNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS)));
                }
            } finally {
                lock.unlock();
            }
        }
        return true;
    }

    private boolean reached(Collection<String> projections, long position) {
        if (projections.stream().allMatch(name -> heard.getOrDefault(name, 0L) >= position)) {
            return true;
        }
        Map<String, Long> stored = positions();
        return projections.stream().allMatch(name -> stored.getOrDefault(name, 0L) >= position);
    }
}
