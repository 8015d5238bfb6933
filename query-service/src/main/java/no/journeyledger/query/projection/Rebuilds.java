package no.journeyledger.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes projections anew beside the live ones, in a schema of their own, while those go on following the ledger and being
 * asked. The ledger is read once for all of them. When the new tables stand where the live ones stand, they take their place
 * in one transaction; or, to find out whether anything is amiss, the two are compared row by row and the new ones thrown away.
 *
 * <p>One at a time, over all instances: whoever rebuilds holds a lock of the database's that goes with the connection, so a
 * process that dies leaves nothing to clear up but tables that the next rebuild drops.
 */
public final class Rebuilds implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);

    /** The schema in which tables are made anew. */
    static final String BESIDE = "views_rebuilt";

    /** Events written in one transaction: rows that many of them touch are read and written once. */
    private static final int CHUNK = 5_000;

    /** Chunks read ahead of the slowest writer. */
    private static final int AHEAD = 3;

    /** No more than this is caught up while the live projections and everybody who asks them wait. */
    private static final int CAUGHT_UP_IN_THE_SWITCH = 1_000;

    /** How long the switch waits for questions under way before it lets new ones through again and tries once more. */
    private static final int FIRST_WAIT_MILLIS = 100;

    private static final int LONGEST_WAIT_MILLIS = 1_000;
    private static final Duration SWITCH_PATIENCE = Duration.ofMinutes(10);
    private static final Duration TOLD_EVERY = Duration.ofMillis(300);
    private static final int EXAMPLES = 5;

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";

    /** The two numbers of the advisory lock: "views" and "anew", in ASCII as far as they fit. */
    private static final int LOCK_CLASS = 0x76696577;

    private static final int LOCK_OBJECT = 0x616e6577;
    private static final int CLEARING_UP_TRIES = 20;
    private static final int CLEARING_UP_MILLIS = 100;

    /** What the new tables are made for. */
    public enum Purpose {
        /** To take the place of the live ones. */
        REPLACE,
        /** To be compared with the live ones. */
        COMPARE
    }

    /** How far a rebuild has come. */
    public enum State {
        READING,
        INDEXING,
        CATCHING_UP,
        COMPARING,
        DONE,
        FAILED;

        /** Whether nothing more comes of it. */
        public boolean isOver() {
            return this == DONE || this == FAILED;
        }
    }

    /**
     * A rebuild.
     *
     * @param position how far it has read the ledger
     * @param until how far it has to read: where the live projections stand
     * @param eventsPerSecond how fast it has read so far
     * @param secondsLeft how long reading the rest takes at that rate, absent when it is over or cannot be told yet
     * @param failure why it failed
     * @param comparison what was found when it was made to compare
     */
    public record Rebuild(
            long id,
            Purpose purpose,
            List<String> projections,
            State state,
            Instant startedAt,
            @Nullable Instant finishedAt,
            long position,
            long until,
            double eventsPerSecond,
            @Nullable Double secondsLeft,
            @Nullable String failure,
            @Nullable Comparison comparison) {}

    /**
     * Live rows beside rebuilt ones, both at the same position.
     *
     * @param differing how many rows are not the same or only on one side, in all tables together
     */
    public record Comparison(long position, long differing, List<Compared> tables) {}

    /**
     * A table's live rows beside the rebuilt ones.
     *
     * @param onlyLive rows whose key the rebuilt table does not have
     * @param onlyRebuilt rows whose key the live table does not have
     * @param different rows of one key that are not the same
     * @param examples keys of the first such rows
     */
    public record Compared(
            String projection,
            String table,
            long live,
            long rebuilt,
            long onlyLive,
            long onlyRebuilt,
            long different,
            List<String> examples) {

        long differing() {
            return onlyLive + onlyRebuilt + different;
        }
    }

    /** Another rebuild is under way, here or on another instance. */
    public static final class UnderWay extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnderWay() {
            super("a rebuild is under way");
        }
    }

    private final Projections projections;
    private final LedgerReader ledger;
    private final DataSource views;
    private final ViewsTransactions transactions;
    private final JdbcClient jdbc;
    private final int threads;
    private volatile @Nullable Thread running;
    private volatile boolean closed;

    /**
     * Rebuilds of these projections.
     *
     * @param threads how many projections are written at a time; the rows are the same for any number
     */
    public Rebuilds(Projections projections, LedgerReader ledger, DataSource views, int threads) {
        this.projections = projections;
        this.ledger = ledger;
        this.views = views;
        this.transactions = new ViewsTransactions(views);
        this.jdbc = JdbcClient.create(views);
        this.threads = threads;
    }

    /**
     * Begins in the background; {@link #newest()} says how it goes.
     *
     * @param names of the projections
     * @throws UnderWay when another one is
     */
    public Rebuild begin(Purpose purpose, List<String> names) {
        Run run = prepare(purpose, names);
        Thread thread = Thread.ofPlatform().name("rebuild").daemon().unstarted(run::carryOut);
        running = thread;
        thread.start();
        return newest().orElseThrow();
    }

    /**
     * Carries one out and waits for it.
     *
     * @throws UnderWay when another one is
     */
    public Rebuild run(Purpose purpose, List<String> names) {
        prepare(purpose, names).carryOut();
        return newest().orElseThrow();
    }

    private Run prepare(Purpose purpose, List<String> names) {
        List<ProjectionProcessor> chosen =
                names.stream().map(name -> projections.find(name).orElseThrow()).toList();
        try {
            Connection lock = views.getConnection();
            try {
                if (!isFree(lock)) {
                    lock.close();
                    throw new UnderWay();
                }
                return new Run(purpose, chosen, lock);
            } catch (SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new ViewsUnavailable("of the rebuild", e);
        }
    }

    /** The last one begun on any instance, under way or over; empty when there never was one. */
    public Optional<Rebuild> newest() {
        return jdbc.sql("""
                SELECT id, purpose, projections, state, started_at, finished_at, position, until, failure, comparison,
                       extract(epoch FROM coalesce(finished_at, clock_timestamp()) - started_at)::float8,
                       EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = ? AND objid = ?
                               AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
                FROM views.rebuild ORDER BY id DESC LIMIT 1
                """)
                .params(LOCK_CLASS, LOCK_OBJECT)
                .query((rows, i) -> rebuild(rows))
                .optional();
    }

    private static Rebuild rebuild(ResultSet rows) throws SQLException {
        State state = State.valueOf(rows.getString(4));
        String failure = rows.getString(9);
        if (!state.isOver() && !rows.getBoolean(12)) {
            state = State.FAILED;
            failure = "the instance that was at it is gone";
        }
        long position = rows.getLong(7);
        long until = rows.getLong(8);
        double seconds = rows.getDouble(11);
        double rate = seconds > 0 ? position / seconds : 0;
        String comparison = rows.getString(10);
        return new Rebuild(
                rows.getLong(1),
                Purpose.valueOf(rows.getString(2)),
                Arrays.stream((Object[]) rows.getArray(3).getArray())
                        .map(String.class::cast)
                        .toList(),
                state,
                rows.getTimestamp(5).toInstant(),
                rows.getTimestamp(6) == null ? null : rows.getTimestamp(6).toInstant(),
                position,
                until,
                Math.round(rate),
                state.isOver() || rate == 0 ? null : Math.round((until - position) * 10 / rate) / 10.0,
                failure,
                comparison == null ? null : ViewsJson.mapper().readValue(comparison, Comparison.class));
    }

    /** Takes the lock. One that is over by its own record gives it back when it has cleared up, which takes a moment. */
    private boolean isFree(Connection lock) throws SQLException {
        for (int tries = 1; !tryLock(lock); tries++) {
            boolean over = newest().map(Rebuild::state).filter(State::isOver).isPresent();
            if (!over || tries == CLEARING_UP_TRIES) {
                return false;
            }
            try {
                Thread.sleep(CLEARING_UP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, LOCK_CLASS);
            statement.setInt(2, LOCK_OBJECT);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static void unlock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_advisory_unlock(?, ?)")) {
            statement.setInt(1, LOCK_CLASS);
            statement.setInt(2, LOCK_OBJECT);
            statement.execute();
        }
    }

    /** Gives up what is under way; the live tables stay as they are. */
    @Override
    public void close() {
        closed = true;
        Thread thread = running;
        if (thread != null) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One rebuild, from its lock to its end. */
    private final class Run {
        private final Purpose purpose;
        private final List<ProjectionProcessor> processors;
        private final Connection lock;
        private final Map<ProjectionProcessor, ProjectionWriter> writers = new LinkedHashMap<>();
        private final long id;
        private volatile long until;
        private long toldNanos;

        Run(Purpose purpose, List<ProjectionProcessor> processors, Connection lock) {
            this.purpose = purpose;
            this.processors = processors;
            this.lock = lock;
            this.until = target();
            processors.forEach(
                    processor -> writers.put(processor, new ProjectionWriter(processor.projection(), BESIDE)));
            this.id = jdbc.sql("""
                    INSERT INTO views.rebuild (purpose, projections, state, started_at, position, until)
                    VALUES (?, ?, 'READING', clock_timestamp(), 0, ?) RETURNING id
                    """)
                    .params(purpose.name(), names().toArray(String[]::new), until)
                    .query(Long.class)
                    .single();
        }

        private List<String> names() {
            return processors.stream()
                    .map(processor -> processor.projection().name())
                    .toList();
        }

        private String[] tables() {
            return processors.stream()
                    .flatMap(processor -> processor.projection().tables().stream())
                    .map(Table::name)
                    .toArray(String[]::new);
        }

        /** Where the live ones stand; no further than the ledger goes, should it have been restored to an earlier time. */
        private long target() {
            Map<String, Long> positions = projections.progress().positions();
            return Math.min(
                    ledger.head(),
                    names().stream()
                            .mapToLong(name -> positions.getOrDefault(name, 0L))
                            .min()
                            .orElse(0));
        }

        void carryOut() {
            long began = System.nanoTime();
            try (ExecutorService pool = Executors.newFixedThreadPool(
                    threads, Thread.ofPlatform().name("rebuild-", 1).daemon().factory())) {
                call("SELECT views.begin_rebuild(?)", tables());
                transactions.run(connection -> {
                    for (ProjectionWriter writer : writers.values()) {
                        writer.register(connection);
                    }
                });
                read(pool);
                if (purpose == Purpose.REPLACE) {
                    told(State.INDEXING, until);
                    index(pool);
                    told(State.CATCHING_UP, until);
                    takeTheirPlace();
                    over(null, null);
                } else {
                    told(State.COMPARING, until);
                    over(null, compare(pool));
                }
                log.info(
                        "projections {} rebuilt ({}) in {} ms",
                        names(),
                        purpose,
                        (System.nanoTime() - began) / 1_000_000);
            } catch (RuntimeException e) {
                Throwable cause = e;
                while ((cause instanceof CompletionException || cause instanceof ViewsUnavailable)
                        && cause.getCause() != null) {
                    cause = cause.getCause();
                }
                log.error("projections {} could not be rebuilt", names(), cause);
                over(ProjectionWriter.describe(cause), null);
            } finally {
                end();
            }
        }

        /** One pass over the ledger for all projections; each writes in order, and no faster than the slowest by much. */
        private void read(ExecutorService pool) {
            var ahead = new Semaphore(AHEAD);
            Map<ProjectionWriter, CompletableFuture<Void>> written = new LinkedHashMap<>();
            writers.values().forEach(writer -> written.put(writer, CompletableFuture.completedFuture(null)));
            CompletableFuture<Void> newest = CompletableFuture.completedFuture(null);
            long at = 0;
            while (true) {
                goOn();
                if (at >= until) {
                    until = target();
                    if (at >= until) {
                        break;
                    }
                }
                List<RecordedEvent> chunk = chunk(at, Math.min(CHUNK, until - at));
                at = chunk.getLast().position();
                ahead.acquireUninterruptibly();
                written.replaceAll((writer, before) -> before.thenRunAsync(() -> apply(writer, chunk), pool));
                long done = at;
                newest = CompletableFuture.allOf(written.values().toArray(CompletableFuture[]::new))
                        .whenComplete((nothing, failure) -> {
                            ahead.release();
                            toldSometimes(done);
                        });
                if (newest.isCompletedExceptionally()) {
                    break;
                }
            }
            newest.join();
        }

        private List<RecordedEvent> chunk(long after, long limit) {
            var events = ledger.readAfter(after, (int) limit);
            if (events.isEmpty()) {
                throw new IllegalStateException("the ledger holds nothing after position " + after);
            }
            return events.stream().map(ledger::decode).toList();
        }

        private void apply(ProjectionWriter writer, List<RecordedEvent> events) {
            transactions.run(connection -> writer.apply(connection, events));
        }

        private void goOn() {
            if (closed) {
                throw new CancellationException("the service stops");
            }
        }

        private void index(ExecutorService pool) {
            Arrays.stream(tables())
                    .map(table -> CompletableFuture.runAsync(
                            () -> {
                                goOn();
                                call("SELECT views.finish_rebuilt(name) FROM unnest(?) AS name", table);
                            },
                            pool))
                    .toList()
                    .forEach(CompletableFuture::join);
        }

        /**
         * Everybody who asks first takes a shared lock on the progress table, in front of their snapshot; so nobody with an
         * older snapshot ever looks into the new tables, and nobody waits longer than the switch itself and its short tries.
         */
        private void takeTheirPlace() {
            long deadline = System.nanoTime() + SWITCH_PATIENCE.toNanos();
            int wait = FIRST_WAIT_MILLIS;
            while (true) {
                goOn();
                writers.forEach(this::catchUp);
                try {
                    if (tryToTakeTheirPlace(wait)) {
                        return;
                    }
                } catch (ViewsUnavailable e) {
                    String state = e.getCause() instanceof SQLException sql ? sql.getSQLState() : null;
                    if (!LOCK_NOT_AVAILABLE.equals(state) && !DEADLOCK.equals(state)) {
                        throw e;
                    }
                    log.debug("somebody still asks the live tables");
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the live tables were in use for " + SWITCH_PATIENCE
                            + " without a pause: end the long questions and begin again");
                }
                pause(wait);
                wait = Math.min(LONGEST_WAIT_MILLIS, wait * 2);
            }
        }

        private boolean tryToTakeTheirPlace(int waitMillis) {
            long head = ledger.head();
            List<ProjectionProcessor> ahead = processors.stream()
                    .filter(processor ->
                            positions().getOrDefault(processor.projection().name(), 0L) > head)
                    .toList();
            // Only after a restore: they stand where the ledger does not reach any more.
            ahead.forEach(ProjectionProcessor::stop);
            try {
                return transactions.call(connection -> switched(connection, waitMillis, ahead, head));
            } finally {
                ahead.forEach(processor -> {
                    projections.progress().emptied(processor.projection().name());
                    processor.start();
                });
            }
        }

        private boolean switched(Connection connection, int waitMillis, List<ProjectionProcessor> ahead, long head)
                throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL lock_timeout = " + waitMillis);
                // Token first, progress second: the order in which a running processor locks them.
                for (ProjectionProcessor processor : ahead) {
                    processor.moveToken(connection, head);
                }
                statement.execute("LOCK TABLE views.projection_progress IN ACCESS EXCLUSIVE MODE");
            }
            for (Map.Entry<ProjectionProcessor, ProjectionWriter> each : writers.entrySet()) {
                ProjectionWriter live = each.getKey().writer();
                long at = each.getValue().lockProgress(connection);
                long to = Math.min(head, live.lockProgress(connection));
                if (to - at > CAUGHT_UP_IN_THE_SWITCH) {
                    connection.rollback();
                    return false;
                }
                if (to > at) {
                    each.getValue().apply(connection, chunk(at, to - at));
                }
            }
            moveDeadLetters(connection);
            call(connection, "SELECT views.switch_rebuilt(?)", tables());
            return true;
        }

        private void moveDeadLetters(Connection connection) throws SQLException {
            String columns =
                    "projection, position, aggregate, sequence, event_type, behind, cause, attempts, recorded_at";
            try (PreparedStatement forget =
                            connection.prepareStatement("DELETE FROM views.dead_letter WHERE projection = ANY (?)");
                    PreparedStatement move = connection.prepareStatement("INSERT INTO views.dead_letter (" + columns
                            + ") SELECT " + columns + " FROM " + BESIDE + ".dead_letter");
                    PreparedStatement back = connection.prepareStatement("UPDATE views.projection_progress p"
                            + " SET position = r.position, recorded_at = r.recorded_at FROM " + BESIDE
                            + ".projection_progress r WHERE r.name = p.name AND p.position <> r.position")) {
                forget.setArray(1, connection.createArrayOf("text", names().toArray()));
                forget.executeUpdate();
                move.executeUpdate();
                back.executeUpdate();
            }
        }

        private Map<String, Long> positions() {
            return projections.progress().positions();
        }

        private void catchUp(ProjectionProcessor processor, ProjectionWriter writer) {
            String name = processor.projection().name();
            while (true) {
                goOn();
                long at = at(name);
                long to = Math.min(ledger.head(), positions().getOrDefault(name, 0L));
                if (at >= to) {
                    return;
                }
                apply(writer, chunk(at, Math.min(CHUNK, to - at)));
            }
        }

        private long at(String name) {
            return jdbc.sql("SELECT position FROM " + BESIDE + ".projection_progress WHERE name = ?")
                    .param(name)
                    .query(Long.class)
                    .single();
        }

        private Comparison compare(ExecutorService pool) {
            writers.forEach(this::catchUp);
            try (Connection snapshot = views.getConnection()) {
                snapshot.setAutoCommit(false);
                snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                try {
                    transactions.run(connection -> bringToOnePosition(connection, snapshot, pool));
                    return compare(snapshot);
                } finally {
                    snapshot.rollback();
                    snapshot.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                    snapshot.setAutoCommit(true);
                }
            } catch (SQLException e) {
                throw new ViewsUnavailable("of the comparison", e);
            }
        }

        /** Holds the live projections, lets the rebuilt ones come to where they stand, and takes a snapshot of both. */
        private void bringToOnePosition(Connection connection, Connection snapshot, ExecutorService pool)
                throws SQLException {
            for (Map.Entry<ProjectionProcessor, ProjectionWriter> each : writers.entrySet()) {
                each.getKey().writer().lockProgress(connection);
            }
            // In transactions of their own, so that the snapshot sees what they wrote.
            CompletableFuture.runAsync(() -> writers.forEach(this::catchUp), pool)
                    .join();
            try (Statement statement = snapshot.createStatement()) {
                statement.execute("SELECT FROM views.projection_progress");
            }
        }

        private Comparison compare(Connection snapshot) throws SQLException {
            var tables = new ArrayList<Compared>();
            for (ProjectionProcessor processor : processors) {
                for (Table<?> table : processor.projection().tables()) {
                    goOn();
                    tables.add(compare(snapshot, processor.projection().name(), table));
                }
            }
            return new Comparison(
                    target(), tables.stream().mapToLong(Compared::differing).sum(), List.copyOf(tables));
        }

        private Compared compare(Connection snapshot, String projection, Table<?> table) throws SQLException {
            String keys = String.join(", ", table.keyColumns());
            String both = "(SELECT " + keys + ", t::text AS content FROM " + Table.LIVE + "." + table.name()
                    + " t) live FULL JOIN (SELECT " + keys + ", t::text AS content FROM " + BESIDE + "." + table.name()
                    + " t) rebuilt USING (" + keys + ")";
            var examples = new ArrayList<String>();
            try (Statement statement = snapshot.createStatement()) {
                try (ResultSet rows = statement.executeQuery("SELECT concat_ws(' ', " + keys + ") FROM " + both
                        + " WHERE live.content IS DISTINCT FROM rebuilt.content ORDER BY 1 LIMIT " + EXAMPLES)) {
                    while (rows.next()) {
                        examples.add(rows.getString(1));
                    }
                }
                try (ResultSet rows = statement.executeQuery("SELECT count(live.content), count(rebuilt.content),"
                        + " count(*) FILTER (WHERE rebuilt.content IS NULL), count(*) FILTER (WHERE live.content IS NULL),"
                        + " count(*) FILTER (WHERE live.content <> rebuilt.content) FROM " + both)) {
                    rows.next();
                    return new Compared(
                            projection,
                            table.name(),
                            rows.getLong(1),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            List.copyOf(examples));
                }
            }
        }

        private void told(State state, long position) {
            jdbc.sql("UPDATE views.rebuild SET state = ?, position = ?, until = ? WHERE id = ?")
                    .params(state.name(), position, until, id)
                    .update();
        }

        private synchronized void toldSometimes(long position) {
            if (System.nanoTime() - toldNanos > TOLD_EVERY.toNanos()) {
                toldNanos = System.nanoTime();
                told(State.READING, position);
            }
        }

        private void over(@Nullable String failure, @Nullable Comparison comparison) {
            try {
                jdbc.sql("""
                        UPDATE views.rebuild SET state = ?, finished_at = clock_timestamp(), failure = ?, comparison = ?::json
                        WHERE id = ?
                        """)
                        .param((failure == null ? State.DONE : State.FAILED).name())
                        .param(failure)
                        .param(comparison == null ? null : ViewsJson.mapper().writeValueAsString(comparison))
                        .param(id)
                        .update();
            } catch (RuntimeException e) {
                log.warn("how the rebuild ended could not be noted: {}", e.getMessage());
            }
        }

        private void end() {
            try (lock) {
                call("SELECT views.discard_rebuilt()");
                unlock(lock);
            } catch (SQLException | RuntimeException e) {
                // The lock goes with the connection, the tables with the next rebuild.
                log.warn("what a rebuild leaves could not be cleared up: {}", e.getMessage());
            }
        }

        private void pause(int millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }

        private void call(String function, String... names) {
            transactions.run(connection -> call(connection, function, names));
        }

        private void call(Connection connection, String function, String... names) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(function)) {
                if (function.contains("?")) {
                    statement.setArray(1, connection.createArrayOf("text", names));
                }
                statement.execute();
            }
        }
    }
}
