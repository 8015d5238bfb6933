package no.journeyledger.query.economics;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The cells of the matrix as they were counted last. A question brings them to its own position by what has come and gone in
 * between, which is what counting everything anew would give (a test compares the two), without going through every journey.
 * Where the tables themselves changed underneath (they were rebuilt, or an event that had been parked was applied) everything
 * is counted anew; so it is for the first question after a start.
 */
final class MatrixKept {

    /**
     * Cells as of a position; never changed.
     *
     * @param footing which tables they were counted from, and which events were parked
     */
    record State(long position, String footing, Map<MatrixCell, MatrixCell.Count> cells) {}

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable State kept;

    /** The cells as of a position that the views have come to, or of a later one if that is kept already. */
    State at(JdbcClient views, long position) {
        String footing = footing(views);
        lock.lock();
        try {
            State before = kept;
            boolean stands = before != null && before.footing().equals(footing);
            if (before != null && stands && before.position() >= position) {
                return before;
            }
            State now = before != null && stands
                    ? new State(
                            position, footing, with(before.cells(), Matrix.changes(views, before.position(), position)))
                    : new State(position, footing, Map.copyOf(Matrix.cells(views, position)));
            kept = now;
            return now;
        } finally {
            lock.unlock();
        }
    }

    private static Map<MatrixCell, MatrixCell.Count> with(
            Map<MatrixCell, MatrixCell.Count> cells, Map<MatrixCell, MatrixCell.Count> changes) {
        if (changes.isEmpty()) {
            return cells;
        }
        var changed = new HashMap<>(cells);
        changes.forEach((cell, change) -> changed.merge(cell, change, MatrixCell.Count::plus));
        changed.values().removeIf(MatrixCell.Count.NONE::equals);
        return Map.copyOf(changed);
    }

    private static String footing(JdbcClient views) {
        return views.sql("""
                SELECT concat_ws(' ',
                    (SELECT string_agg(c.oid::text, ',' ORDER BY c.oid) FROM pg_class c
                     WHERE c.relnamespace = 'views'::regnamespace
                       AND c.relname IN ('economics_journey', 'journey_state', 'journey_judgement', 'vulnerability',
                                         'additional_investment')),
                    (SELECT string_agg(d.projection || d.position, ',' ORDER BY d.projection, d.position)
                     FROM views.dead_letter d WHERE d.projection IN ('economics', 'course')))
                """).query(String.class).single();
    }
}
