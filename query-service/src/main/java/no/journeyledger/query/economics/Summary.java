package no.journeyledger.query.economics;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What all enrolled journeys come to together, cell by cell, kept beside the tables so that a question about a large portfolio
 * need not go through every journey.
 *
 * <p>The tables say what held as of every ledger position. So the summary is brought from one position to the next by what the
 * journeys that were touched in between come to as of the second, less what they came to as of the first; nothing is stored
 * and nothing can drift: as of its position it is what adding everything anew gives (tests compare the two). It is kept by
 * every instance in memory, by one thread of its own that only reads. Where the tables themselves changed underneath (they
 * were rebuilt, or an event that had been parked was applied) everything is added anew.
 */
public final class Summary implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Summary.class);

    /** How many positions are taken at a time, so that no step takes long. */
    private static final int AT_A_TIME = 20_000;

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
    private static final int ROWS_AT_A_TIME = 5_000;
    private static final int REMEMBERED_ANSWERS = 100;

    private static final String[] TABLES = {
        "journey_state",
        "plan_outline",
        "planned_cost",
        "benefit_state",
        "benefit_gain",
        "benefit_reading",
        "fund_posting"
    };

    private static final String TOUCHED = """
            SELECT journey::text FROM views.journey_state WHERE from_position > :after AND from_position <= :to
            UNION SELECT journey::text FROM views.benefit_state WHERE from_position > :after AND from_position <= :to
            UNION SELECT journey::text FROM views.benefit_reading WHERE position > :after AND position <= :to
            UNION SELECT journey::text FROM views.fund_posting
                  WHERE position > :after AND position <= :to AND journey IS NOT NULL
            """;

    private final JdbcClient views;
    private final TransactionTemplate snapshot;
    private final Beside beside;
    private final FlowKeys keys = new FlowKeys();
    private final KnownGroups groups = new KnownGroups();
    private final ReentrantLock refreshing = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition wanted = lock.newCondition();
    private volatile @Nullable State state;
    private volatile boolean closed;
    private boolean asked;
    private @Nullable Thread worker;

    /** Something else that is kept beside the tables, and brought further by the same thread. */
    interface Beside {

        /** Brings it as far as the views have come, which stand still meanwhile. */
        void bring(JdbcClient views);
    }

    /** Over the given views; begins when it is started. */
    public Summary(DataSource views, BeforeAfterKept beside) {
        this(views, (Beside) beside);
    }

    /** The same with something else beside it. */
    Summary(DataSource views, Beside beside) {
        this.beside = beside;
        var rows = new JdbcTemplate(views);
        rows.setFetchSize(ROWS_AT_A_TIME);
        this.views = JdbcClient.create(rows);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(views));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /**
     * What the summary rests on.
     *
     * @param tables which tables, as they are stored: other ones after a rebuild
     * @param parked the events that were parked and are not in them
     */
    private record Footing(String tables, Set<String> parked) {

        boolean carries(Footing later) {
            return tables.equals(later.tables) && later.parked.containsAll(parked);
        }
    }

    /** The summary as of one position; it never changes. */
    static final class State {

        private final long position;
        private final Footing footing;
        private final Map<Cell.Of, Cell> cells;
        private final Map<Integer, Long> priced;
        private final List<FlowKey> keys;
        private final KnownGroups groups;
        private final Map<Object, Object> answers = new ConcurrentHashMap<>();

        private State(
                long position,
                Footing footing,
                Map<Cell.Of, Cell> cells,
                Map<Integer, Long> priced,
                List<FlowKey> keys,
                KnownGroups groups) {
            this.position = position;
            this.footing = footing;
            this.cells = cells;
            this.priced = priced;
            this.keys = keys;
            this.groups = groups;
        }

        /** The ledger position it is as of. */
        long position() {
            return position;
        }

        /** Every cell with journeys in it. */
        Map<Cell.Of, Cell> cells() {
            return cells;
        }

        /** The cells of journeys that are alike: every enrolled journey is in one. */
        Map<Cell.Alike, Cell> alike() {
            return remembered("alike", () -> {
                var alike = new HashMap<Cell.Alike, Cell>();
                cells.forEach((of, cell) -> {
                    if (of instanceof Cell.Alike each) {
                        alike.put(each, cell);
                    }
                });
                return alike;
            });
        }

        /** What analysts may see of them. */
        Blocks blocks(int fewest) {
            return remembered(List.of("blocks", fewest), () -> Blocks.of(alike(), fewest));
        }

        /** The money of what analysts may see. */
        List<Blocks.Line> lines(int fewest) {
            return remembered(List.of("lines", fewest), () -> blocks(fewest).lines(fewest));
        }

        /** What is known of groups, also from states before this one. */
        KnownGroups groups() {
            return groups;
        }

        /** How many journeys are enrolled. */
        long journeys() {
            return alike().values().stream().mapToLong(Cell::journeys).sum();
        }

        /** How many benefits are priced in kroner of other years. */
        long pricedOtherwise(Set<Integer> priceYears) {
            return priced.entrySet().stream()
                    .filter(each -> !priceYears.contains(each.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /** The keys of flows, by number. */
        List<FlowKey> keys() {
            return keys;
        }

        /** Works something out once, as long as this state is the newest. */
        @SuppressWarnings("unchecked")
        <T> T remembered(Object question, Supplier<T> answer) {
            T known = (T) answers.get(question);
            if (known == null) {
                known = answer.get();
                if (answers.size() < REMEMBERED_ANSWERS) {
                    answers.put(question, known);
                }
            }
            return known;
        }
    }

    /** Keeps the summary from now on, in a thread of its own. */
    public void start() {
        closed = false;
        worker = Thread.ofPlatform().name("portfolio-summary").daemon().start(this::keep);
    }

    private void keep() {
        while (!closed) {
            boolean further = false;
            Duration pause = PAUSE;
            try {
                further = refresh();
                bringBeside();
            } catch (RuntimeException e) {
                if (!closed) {
                    log.warn(
                            "the summary of the portfolio could not be brought further: {}",
                            e.getClass().getName());
                }
                pause = AFTER_A_FAILURE;
            }
            lock.lock();
            try {
                if (!closed && !further && !asked) {
                    wanted.awaitNanos(pause.toNanos());
                } else if (!closed && further && !asked) {
                    // However fast events come, most of the time is left to others.
                    wanted.awaitNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
                asked = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Brings the summary as far as every view has come, or some of the way.
     *
     * @return whether there is more to do
     */
    boolean refresh() {
        refreshing.lock();
        try {
            State before = state;
            State after = snapshot.execute(status -> {
                lockProgress();
                return next(before);
            });
            if (after != null && after != before) {
                state = after;
                lock.lock();
                try {
                    moved.signalAll();
                } finally {
                    lock.unlock();
                }
            }
            return after != null && before != null && after.position - before.position >= AT_A_TIME;
        } finally {
            refreshing.unlock();
        }
    }

    private void bringBeside() {
        snapshot.executeWithoutResult(status -> {
            lockProgress();
            beside.bring(views);
        });
    }

    /** As for every question: in front of the snapshot, so that it never looks into tables of after a rebuild. */
    private void lockProgress() {
        views.sql("LOCK TABLE views.projection_progress IN ACCESS SHARE MODE").update();
    }

    private State next(@Nullable State before) {
        long seen = seen();
        Footing footing = footing();
        if (before == null || !before.footing.carries(footing) || seen < before.position) {
            return whole(seen, footing);
        }
        if (seen == before.position) {
            return before;
        }
        long to = Math.min(seen, before.position + AT_A_TIME);
        String[] touched = views.sql(TOUCHED)
                .param("after", before.position)
                .param("to", to)
                .query(String.class)
                .list()
                .toArray(String[]::new);
        if (touched.length == 0) {
            return new State(to, footing, before.cells, before.priced, before.keys, groups);
        }
        var gathering = new Gathering(views, keys);
        gathering.read(touched, to, false);
        gathering.read(touched, before.position, true);
        return changed(before.cells, before.priced, gathering, to, footing);
    }

    private State whole(long position, Footing footing) {
        long begun = System.nanoTime();
        var gathering = new Gathering(views, keys);
        gathering.read(null, position, false);
        State whole = changed(Map.of(), Map.of(), gathering, position, footing);
        log.info(
                "the portfolio was added up as of position {}: {} journeys in {} cells, {} ms",
                position,
                whole.journeys(),
                whole.cells.size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        return whole;
    }

    private State changed(
            Map<Cell.Of, Cell> cells, Map<Integer, Long> priced, Gathering gathering, long position, Footing footing) {
        var after = new HashMap<>(cells);
        gathering.changes().forEach((of, change) -> {
            Cell cell = change.to(after.getOrDefault(of, Cell.EMPTY));
            if (cell.journeys() == 0) {
                after.remove(of);
            } else {
                after.put(of, cell);
            }
        });
        var years = new TreeMap<>(priced);
        gathering.priced().forEach((year, number) -> years.merge(year, number, Long::sum));
        return new State(position, footing, after, years, keys.all(), groups);
    }

    private long seen() {
        return views.sql("""
                SELECT CASE WHEN count(*) < :views THEN 0 ELSE min(position) END
                FROM views.projection_progress WHERE name = ANY (:names)
                """)
                .param("views", EconomicsController.VIEWS.size())
                .param("names", EconomicsController.VIEWS.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private Footing footing() {
        String tables =
                views.sql("""
                SELECT string_agg(oid || '/' || relfilenode, ',' ORDER BY relname) FROM pg_class
                WHERE relnamespace = 'views'::regnamespace AND relname = ANY (:tables)
                """).param("tables", TABLES).query(String.class).single();
        Set<String> parked = new HashSet<>(
                views.sql("SELECT projection || '/' || position FROM views.dead_letter WHERE projection = ANY (:names)")
                        .param("names", EconomicsController.VIEWS.toArray(String[]::new))
                        .query(String.class)
                        .list());
        return new Footing(tables, parked);
    }

    /** The newest, empty until everything was added up once. */
    Optional<State> newest() {
        return Optional.ofNullable(state);
    }

    /** The newest, when it has come to a position or does so in time. */
    Optional<State> reaching(@Nullable Long position, Duration patience) {
        if (position == null) {
            return newest();
        }
        long deadline = System.nanoTime() + patience.toNanos();
        lock.lock();
        try {
            while (!closed) {
                State now = state;
                if (now != null && now.position >= position) {
                    return Optional.of(now);
                }
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    break;
                }
                asked = true;
                wanted.signalAll();
                moved.awaitNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(20)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return Optional.empty();
    }

    /** The ledger position it is as of; empty until everything was added up once. */
    public Optional<Long> position() {
        return newest().map(State::position);
    }

    /** The same put together anew as of a position: for tests of what is kept. */
    <T> T anew(Function<State, T> question) {
        State anew = snapshot.execute(status -> whole(seen(), footing()));
        if (anew == null) {
            throw new IllegalStateException("nothing was added up");
        }
        return question.apply(anew);
    }

    @Override
    public void close() {
        closed = true;
        Thread running = worker;
        if (running != null) {
            running.interrupt();
            try {
                running.join(AFTER_A_FAILURE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
