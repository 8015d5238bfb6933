package no.journeyledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.query.projection.Rebuilds.Comparison;
import no.journeyledger.query.projection.Rebuilds.Purpose;
import no.journeyledger.query.projection.Rebuilds.Rebuild;
import no.journeyledger.query.projection.Rebuilds.State;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Projections made anew beside the live ones: what is switched, what goes on meanwhile, and what is found to differ. */
class RebuildTest {

    private static long tell(TestLedger ledger) {
        return WholeStoryTest.tell(ledger);
    }

    private static void contribute(TestLedger ledger, int number) {
        ledger.append(Story.FUND, new ContributionReceived(Story.id(100_000 + number), Story.HOUSING, Story.YEAR, 1));
    }

    /** Everything that is defined about the tables: columns, constraints, indexes, comments, rights, and that they are kept. */
    private static List<String> definitions(TestLedger ledger) {
        return ledger.sql().sql("""
                SELECT format('%s %s %s %s %s', c.relname, a.attnum - (SELECT count(*) FROM pg_attribute d
                              WHERE d.attrelid = c.oid AND d.attisdropped AND d.attnum < a.attnum),
                              a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull)
                    || coalesce(pg_get_expr(d.adbin, d.adrelid), '') || coalesce(col_description(c.oid, a.attnum), '')
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                WHERE c.relnamespace = 'views'::regnamespace AND c.relkind = 'r'
                UNION ALL
                SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
                WHERE connamespace = 'views'::regnamespace
                UNION ALL
                SELECT indexdef FROM pg_indexes WHERE schemaname = 'views'
                UNION ALL
                SELECT format('%s %s %s %s %s', relname, relpersistence, relowner::regrole, obj_description(oid),
                              (SELECT string_agg(x::text, ',' ORDER BY x::text) FROM unnest(relacl) x))
                FROM pg_class WHERE relnamespace = 'views'::regnamespace AND relkind = 'r'
                ORDER BY 1
                """).query(String.class).list();
    }

    @Test
    void rebuilt_tables_are_in_everything_like_the_ones_they_replace() {
        try (var ledger = new TestLedger();
                var running = Running.start(ledger)) {
            running.await(tell(ledger));
            List<String> before = definitions(ledger);
            assertThat(before).hasSizeGreaterThan(250);
            Long oid = oid(ledger);
            running.rebuild(running.projections().names());
            assertThat(oid(ledger)).isNotEqualTo(oid);
            assertThat(definitions(ledger)).isEqualTo(before);
            assertThat(ledger.sql()
                            .sql("SELECT count(*) FROM pg_class WHERE relnamespace IN"
                                    + " ('views_rebuilt'::regnamespace, 'views_retired'::regnamespace)")
                            .query(Long.class)
                            .single())
                    .isZero();
            // And they go on from there.
            contribute(ledger, 1);
            running.await(ledger.reader().head());
            assertThat(running.compare().differing()).isZero();
        }
    }

    private static Long oid(TestLedger ledger) {
        return ledger.sql()
                .sql("SELECT 'views.timeline_entry'::regclass::oid::bigint")
                .query(Long.class)
                .single();
    }

    @Test
    void a_rebuild_tells_how_far_it_has_come() {
        try (var ledger = new TestLedger();
                var running = Running.start(ledger)) {
            long last = tell(ledger);
            running.await(last);
            assertThat(running.rebuilds().newest()).isEmpty();
            running.rebuild(List.of("money", "timeline"));
            Rebuild told = running.rebuilds().newest().orElseThrow();
            assertThat(told.projections()).containsExactly("money", "timeline");
            assertThat(told.position()).isEqualTo(last);
            assertThat(told.until()).isEqualTo(last);
            assertThat(told.eventsPerSecond()).isPositive();
            assertThat(told.secondsLeft()).isNull();
            assertThat(told.finishedAt()).isAfterOrEqualTo(told.startedAt());
        }
    }

    @Test
    void a_comparison_finds_every_row_that_was_altered_removed_or_put_in() throws SQLException {
        try (var ledger = new TestLedger();
                var running = Running.start(ledger)) {
            running.await(tell(ledger));
            assertThat(running.compare().differing()).isZero();
            try (var connection = ledger.owner().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("UPDATE views.mandate SET ceiling_ore = ceiling_ore + 1 WHERE mandate = '"
                        + Story.MANDATE + "'");
                statement.execute("DELETE FROM views.decision_answer WHERE answer_id = '" + Story.MIAS_ANSWER + "'");
                statement.execute("INSERT INTO views.relation VALUES ('" + Story.JOURNEY + "', '" + Story.LEADER
                        + "', '" + Story.MIA + "', 3)");
            }
            Comparison found = running.compare();
            assertThat(found.differing()).isEqualTo(3);
            assertThat(found.tables().stream()
                            .filter(table -> table.differing() > 0)
                            .map(table -> table.table() + ": " + table.onlyLive() + " " + table.onlyRebuilt() + " "
                                    + table.different() + " " + table.examples()))
                    .containsExactlyInAnyOrder(
                            "mandate: 0 0 1 [" + Story.JOURNEY + " " + Story.MANDATE + "]",
                            "decision_answer: 0 1 0 [" + Story.JOURNEY + " " + Story.MIAS_ANSWER + "]",
                            "relation: 1 0 0 [" + Story.JOURNEY + " " + Story.LEADER + " " + Story.MIA + "]");
            // To compare changes nothing; to rebuild mends.
            assertThat(running.compare().differing()).isEqualTo(3);
            running.rebuild(running.projections().names());
            assertThat(running.compare().differing()).isZero();
        }
    }

    @Test
    void views_that_others_defined_look_at_the_new_tables_and_keep_their_options_and_readers() throws SQLException {
        try (var ledger = new TestLedger();
                var running = Running.start(ledger)) {
            running.await(tell(ledger));
            try (var connection = ledger.owner().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE VIEW views.stages WITH (security_barrier) AS"
                        + " SELECT stage, count(*) AS journeys FROM views.journey_list GROUP BY stage");
                statement.execute("CREATE VIEW views.stages_again AS SELECT * FROM views.stages");
                statement.execute("GRANT SELECT ON views.stages_again TO ledger_views");
            }
            running.rebuild(running.projections().names());
            assertThat(ledger.rows("stages_again")).containsExactly("{\"stage\":\"STABLE\",\"journeys\":1}");
            assertThat(ledger.sql()
                            .sql("SELECT reloptions::text FROM pg_class WHERE oid = 'views.stages'::regclass")
                            .query(String.class)
                            .single())
                    .contains("security_barrier");
            assertThat(JdbcClient.create(ledger.views())
                            .sql("SELECT count(*) FROM views.stages_again")
                            .query(Long.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void a_rebuild_that_cannot_take_the_place_of_the_live_tables_changes_nothing_and_says_why() throws SQLException {
        try (var ledger = new TestLedger();
                var running = Running.start(ledger)) {
            running.await(tell(ledger));
            try (var connection = ledger.owner().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE MATERIALIZED VIEW views.kept AS SELECT * FROM views.fund");
            }
            Long oid = oid(ledger);
            Rebuild failed = running.rebuilds()
                    .run(Purpose.REPLACE, running.projections().names());
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.failure()).contains("materialized view views.kept");
            assertThat(oid(ledger)).isEqualTo(oid);
            contribute(ledger, 1);
            running.await(ledger.reader().head());
            assertThat(running.compare().differing()).isZero();
        }
    }

    @Test
    void what_the_live_projection_had_parked_is_tried_by_the_rebuild() {
        try (var ledger = new TestLedger()) {
            var poison = new AtomicBoolean(true);
            Projection troubled = FaultsTest.money(recorded -> {
                if (poison.get() && recorded.payload() instanceof ContributionReceived) {
                    throw new IllegalArgumentException("poison");
                }
            });
            long last = tell(ledger);
            try (var running = Running.start(ledger, List.of(troubled))) {
                running.await(last);
                assertThat(running.projections().deadLetterCounts().get("money"))
                        .isPositive();
                long parked = running.projections().deadLetters("money", 0, 200).size();
                running.rebuild(List.of("money"));
                assertThat(running.projections().deadLetters("money", 0, 200)).hasSize((int) parked);
                poison.set(false);
                running.rebuild(List.of("money"));
                assertThat(running.projections().deadLetters("money", 0, 200)).isEmpty();
                assertThat(ledger.rows("fund_posting")).isNotEmpty();
                assertThat(running.compare().differing()).isZero();
            }
        }
    }

    @Test
    void there_is_one_at_a_time_and_one_that_is_gone_is_told() throws Exception {
        try (var ledger = new TestLedger();
                var running = Running.start(ledger);
                Connection elsewhere = ledger.owner().getConnection()) {
            running.await(tell(ledger));
            // What a process leaves that was killed in the middle of it.
            running.rebuild(List.of("money"));
            ledger.sql()
                    .sql("UPDATE views.rebuild SET state = 'READING', finished_at = NULL")
                    .update();
            assertThat(running.rebuilds().newest().orElseThrow().state()).isEqualTo(State.FAILED);
            assertThat(running.rebuilds().newest().orElseThrow().failure()).contains("gone");
            try (var statement = elsewhere.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(" + 0x76696577 + ", " + 0x616e6577 + ")");
                assertThatThrownBy(() -> running.rebuilds().begin(Purpose.REPLACE, List.of("money")))
                        .isInstanceOf(Rebuilds.UnderWay.class);
                assertThat(running.rebuilds().newest().orElseThrow().state()).isEqualTo(State.READING);
                statement.execute("SELECT pg_advisory_unlock_all()");
            }
            running.rebuild(List.of("money"));
        }
    }

    @Test
    void projections_that_stand_beyond_a_restored_ledger_are_brought_back_to_its_end() {
        try (var ledger = new TestLedger()) {
            long last = tell(ledger);
            try (var running = Running.start(ledger)) {
                running.await(last);
            }
            // As when the ledger was restored to an earlier time than its readers.
            ledger.sql()
                    .sql("UPDATE views.projection_progress SET position = position + 100")
                    .update();
            ledger.sql()
                    .sql("UPDATE views.token_entry SET token = replace(convert_from(token, 'UTF8'), '" + last + "', '"
                            + (last + 100) + "')::bytea")
                    .update();
            try (var running = Running.start(ledger)) {
                running.rebuild(running.projections().names());
                assertThat(running.progress().positions().values()).containsOnly(last);
                contribute(ledger, 1);
                running.await(last + 1);
                assertThat(running.compare().differing()).isZero();
            }
        }
    }

    @Test
    void a_long_question_makes_the_switch_wait_and_nobody_else() throws Exception {
        try (var ledger = new TestLedger();
                var running = Running.start(ledger);
                Connection questioner = ledger.views().getConnection()) {
            running.await(tell(ledger));
            questioner.setAutoCommit(false);
            try (var statement = questioner.createStatement()) {
                statement.execute("SELECT count(*) FROM views.timeline_entry");
                CompletableFuture<Void> rebuilt = CompletableFuture.runAsync(
                        () -> running.rebuild(running.projections().names()));
                long slowest = 0;
                for (int i = 0; i < 40; i++) {
                    long began = System.nanoTime();
                    ledger.rows("fund");
                    slowest = Math.max(slowest, (System.nanoTime() - began) / 1_000_000);
                    Thread.sleep(25);
                }
                assertThat(rebuilt).isNotDone();
                assertThat(slowest).isLessThan(2_000);
                questioner.commit();
                rebuilt.get(30, TimeUnit.SECONDS);
            }
            questioner.setAutoCommit(true);
            assertThat(running.compare().differing()).isZero();
        }
    }

    /** Appends go on, and many ask all the time, each answer from one snapshot, while everything is rebuilt again and again. */
    @Test
    @SuppressWarnings("SystemOut")
    void questions_and_entries_go_on_while_projections_are_rebuilt() throws Exception {
        try (var ledger = new TestLedger();
                var running = Running.start(ledger)) {
            long told = tell(ledger);
            running.await(told);
            int entries = ledger.rows("timeline_entry").size();
            var stop = new AtomicBoolean();
            var asked = new AtomicLong();
            var slowest = new AtomicLong();
            var wrong = new ArrayList<String>();
            var started = new CountDownLatch(3);
            var threads = new ArrayList<Thread>();
            for (int i = 0; i < 2; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    started.countDown();
                    long seen = 0;
                    while (!stop.get()) {
                        long began = System.nanoTime();
                        try {
                            seen = ask(ledger, seen, told, entries);
                            asked.incrementAndGet();
                        } catch (RuntimeException | SQLException | AssertionError e) {
                            synchronized (wrong) {
                                wrong.add(e.toString());
                            }
                            stop.set(true);
                        }
                        slowest.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
                    }
                }));
            }
            threads.add(Thread.ofPlatform().start(() -> {
                started.countDown();
                // Slower than a projection follows on a busy machine: the end does not wait for a backlog.
                for (int i = 0; !stop.get() && !Thread.interrupted(); i++) {
                    contribute(ledger, i);
                    LockSupport.parkNanos(20_000_000);
                }
            }));
            assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
            int rebuilds = 2;
            try {
                for (int i = 0; i < rebuilds; i++) {
                    running.rebuild(running.projections().names());
                }
            } finally {
                stop.set(true);
                for (Thread thread : threads) {
                    thread.join();
                }
            }
            running.await(ledger.reader().head());
            System.out.printf(
                    "%d rebuilds beside %d questions and %d entries: wrong or refused %d, slowest answer %d ms%n",
                    rebuilds, asked.get(), ledger.reader().head(), wrong.size(), slowest.get());
            assertThat(wrong).isEmpty();
            assertThat(asked.get()).isGreaterThan(50);
            assertThat(running.compare().differing()).isZero();
        }
    }

    /** As the door asks: past the switch first, then one snapshot; the position and the rows belong together. */
    private static long ask(TestLedger ledger, long seen, long told, int entries) throws SQLException {
        try (Connection connection = ledger.views().getConnection()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("LOCK TABLE views.projection_progress IN ACCESS SHARE MODE");
                long position =
                        number(statement, "SELECT position FROM views.projection_progress WHERE name = 'timeline'");
                assertThat(position).isGreaterThanOrEqualTo(seen);
                assertThat(number(statement, "SELECT count(*) FROM views.timeline_entry"))
                        .isEqualTo(entries);
                long money = number(statement, "SELECT position FROM views.projection_progress WHERE name = 'money'");
                if (money > told) {
                    assertThat(number(statement, "SELECT max(position) FROM views.fund_posting"))
                            .isEqualTo(money);
                }
                return position;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
