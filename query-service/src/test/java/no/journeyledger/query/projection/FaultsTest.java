package no.journeyledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import no.journeyledger.events.EventFamilies;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.benefit.BenefitEvent;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.events.journey.AccessEvent;
import no.journeyledger.events.journey.AuthorityEvent;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.ClosingEvent;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.CorrectionEvent;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.EmergencyEvent;
import no.journeyledger.events.journey.FollowUpEvent;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.SelfReportEvent;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.TeamEvent;
import no.journeyledger.events.parameter.ParameterEvent;
import no.journeyledger.events.person.PersonEvent;
import no.journeyledger.events.person.PrivacyEvent;
import no.journeyledger.query.money.MoneyProjection;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import no.journeyledger.store.EventCatalogue;
import no.journeyledger.store.RecordedEvent;
import no.journeyledger.store.upcasters.KnownEvents;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;

/** What goes wrong, and that nothing is skipped and nothing doubled when it does. */
class FaultsTest {

    private static final UUID SOUND = Story.id(901);
    private static final UUID POISONED = Story.id(902);
    private static final UUID ALSO_SOUND = Story.id(903);

    private static LedgerEvent contribution(int number, long amountOre) {
        return new ContributionReceived(Story.id(10_000 + number), Story.HOUSING, Story.YEAR, amountOre);
    }

    private static void open(TestLedger ledger, UUID... funds) {
        for (UUID fund : funds) {
            ledger.append(fund, new FundOpened(fund, "fund", List.of(Story.HOUSING)));
        }
    }

    /** The money projection with something in front of it that fails when asked to. */
    static Projection money(Trouble trouble) {
        Projection money = MoneyProjection.projection();
        return new Projection(money.name(), money.tables(), new Troubled(money.fold(), trouble));
    }

    interface Trouble {
        void before(RecordedEvent recorded);
    }

    @Test
    void a_poison_event_is_parked_with_what_follows_it_and_everything_else_goes_on() {
        try (var ledger = new TestLedger()) {
            var poison = new AtomicBoolean(true);
            open(ledger, SOUND, POISONED, ALSO_SOUND);
            long bad = ledger.append(POISONED, contribution(1, 100)).lastPosition();
            ledger.append(SOUND, contribution(2, 200));
            long behind = ledger.append(POISONED, contribution(3, 300)).lastPosition();
            long last = ledger.append(ALSO_SOUND, contribution(4, 400)).lastPosition();
            try (var running = Running.start(ledger, List.of(money(recorded -> {
                if (poison.get() && recorded.position() == bad) {
                    throw new IllegalArgumentException("poison");
                }
            })))) {
                running.await(last);
                assertThat(ledger.rows("fund_posting")).hasSize(2);
                // One that comes later, in a batch of its own, waits behind too.
                long later = ledger.append(POISONED, contribution(5, 500)).lastPosition();
                long end = ledger.append(SOUND, contribution(6, 600)).lastPosition();
                running.await(end);
                assertThat(ledger.rows("fund_posting")).hasSize(3);
                List<DeadLetter> letters = running.projections().deadLetters("money", 0, 10);
                assertThat(letters).extracting(DeadLetter::position).containsExactly(bad, behind, later);
                assertThat(letters).extracting(DeadLetter::behind).containsExactly(null, bad, bad);
                assertThat(letters.getFirst().cause()).contains("poison");
                assertThat(running.projections().deadLetterCounts()).containsEntry("money", 3L);

                ProjectionProcessor processor =
                        running.projections().find("money").orElseThrow();
                var again = running.projections().retry(processor, bad).orElseThrow();
                assertThat(again.applied()).isZero();
                assertThat(again.remaining()).isEqualTo(3);
                assertThat(running.projections()
                                .deadLetters("money", 0, 1)
                                .getFirst()
                                .attempts())
                        .isEqualTo(2);

                poison.set(false);
                var mended = running.projections().retry(processor, later).orElseThrow();
                assertThat(mended.applied()).isEqualTo(3);
                assertThat(mended.remaining()).isZero();
                assertThat(running.projections().deadLetters("money", 0, 10)).isEmpty();
                List<String> rows = ledger.rows("fund_posting");
                assertThat(rows).hasSize(6);
                running.rebuild(List.of("money"));
                running.await(end);
                assertThat(ledger.rows("fund_posting")).isEqualTo(rows);
            }
        }
    }

    @Test
    void an_event_the_database_refuses_is_parked_too() {
        try (var ledger = new TestLedger()) {
            open(ledger, SOUND, POISONED);
            // Spent without ever having been reserved or contributed: no row may say so.
            long bad = ledger.append(
                            POISONED,
                            new FundEvent.AmountReserved(
                                    Story.id(77),
                                    Story.JOURNEY,
                                    Story.id(78),
                                    Story.MEASURE,
                                    Story.GOAL,
                                    Story.HOUSING,
                                    Story.YEAR,
                                    100))
                    .lastPosition();
            long last = ledger.append(SOUND, contribution(1, 100)).lastPosition();
            try (var running = Running.start(ledger, List.of(MoneyProjection.projection()))) {
                running.await(last);
                List<DeadLetter> letters = running.projections().deadLetters("money", 0, 10);
                assertThat(letters).extracting(DeadLetter::position).containsExactly(bad);
                assertThat(letters.getFirst().cause()).contains("23514");
                assertThat(ledger.rows("fund_posting")).hasSize(1);
                assertThat(ledger.rows("journey_money")).isEmpty();
            }
        }
    }

    @Test
    void a_connection_lost_between_rows_and_commit_doubles_nothing_and_skips_nothing() {
        try (var ledger = new TestLedger()) {
            open(ledger, SOUND);
            var kills = new AtomicInteger();
            var writing = new AtomicBoolean(true);
            try (var running = Running.start(ledger, List.of(MoneyProjection.projection()))) {
                Thread killer = Thread.ofPlatform().start(() -> {
                    while (writing.get()) {
                        Integer killed =
                                ledger.sql().sql("""
                                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                                        WHERE usename = 'ledger_views' AND datname = current_database()
                                          AND xact_start IS NOT NULL
                                        """).query(Integer.class).single();
                        kills.addAndGet(killed);
                        try {
                            Thread.sleep(7);
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                });
                long last = 0;
                for (int i = 0; i < 1500; i++) {
                    last = ledger.append(SOUND, contribution(i, 1)).lastPosition();
                }
                long until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
                while (System.nanoTime() < until && kills.get() < 20) {
                    last = ledger.append(SOUND, contribution(1, 1)).lastPosition();
                }
                writing.set(false);
                killer.join();
                long end = last;
                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .until(() -> Long.valueOf(end)
                                .equals(running.progress().positions().get("money")));
                assertThat(kills).hasPositiveValue();
                assertThat(ledger.rows("fund_posting")).hasSize((int) (end - 1));
                assertThat(ledger.sql()
                                .sql("SELECT contributed_ore FROM views.fund_year")
                                .query(Long.class)
                                .single())
                        .isEqualTo(end - 1);
                assertThat(running.projections().deadLetterCounts()).containsEntry("money", 0L);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void a_failure_after_the_rows_are_written_takes_them_back() {
        try (var ledger = new TestLedger()) {
            open(ledger, SOUND);
            // The commit itself fails three times: a deferred constraint speaks up only then.
            ledger.sql().sql("CREATE SEQUENCE views.tries").update();
            ledger.sql()
                    .sql("GRANT ALL ON SEQUENCE views.tries TO ledger_views")
                    .update();
            ledger.sql().sql("""
                            CREATE FUNCTION views.fail_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
                            BEGIN
                                IF nextval('views.tries') <= 3 THEN
                                    RAISE EXCEPTION 'not yet' USING ERRCODE = '40001';
                                END IF;
                                RETURN NULL;
                            END $$
                            """).update();
            ledger.sql().sql("""
                            CREATE CONSTRAINT TRIGGER fails AFTER INSERT ON views.fund_posting
                            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION views.fail_at_commit()
                            """).update();
            long last = ledger.append(SOUND, contribution(1, 100)).lastPosition();
            try (var running = Running.start(ledger, List.of(MoneyProjection.projection()))) {
                running.await(last);
                assertThat(ledger.rows("fund_posting")).hasSize(1);
                assertThat(running.projections().deadLetterCounts()).containsEntry("money", 0L);
            }
        }
    }

    @Test
    void two_instances_share_the_work_and_one_takes_over_when_the_other_goes() {
        try (var ledger = new TestLedger()) {
            open(ledger, SOUND);
            var seen = new ArrayList<Long>();
            Trouble count = recorded -> {
                synchronized (seen) {
                    seen.add(recorded.position());
                }
            };
            try (var second = startTwo(ledger, count)) {
                long last = 0;
                for (int i = 0; i < 200; i++) {
                    last = ledger.append(SOUND, contribution(1000 + i, 1)).lastPosition();
                }
                second.await(last);
                assertThat(ledger.rows("fund_posting")).hasSize((int) (last - 1));
                synchronized (seen) {
                    assertThat(new HashSet<>(seen)).hasSize((int) last);
                    assertThat(seen).hasSize((int) last);
                }
            }
        }
    }

    private static Running startTwo(TestLedger ledger, Trouble count) {
        Running second;
        try (var first = Running.start(ledger, List.of(money(count)))) {
            long early = ledger.append(SOUND, contribution(1, 1)).lastPosition();
            first.await(early);
            second = Running.start(ledger, List.of(money(count)));
            long shared = 0;
            for (int i = 0; i < 200; i++) {
                shared = ledger.append(SOUND, contribution(i, 1)).lastPosition();
            }
            // The one that does not run it hears of it all the same.
            second.await(shared);
        }
        return second;
    }

    @Test
    void a_rebuild_by_one_instance_is_noticed_by_the_one_that_runs_the_projection() {
        try (var ledger = new TestLedger()) {
            open(ledger, SOUND);
            long last = 0;
            for (int i = 0; i < 50; i++) {
                last = ledger.append(SOUND, contribution(i, 1)).lastPosition();
            }
            try (var first = Running.start(ledger, List.of(MoneyProjection.projection()));
                    var second = Running.start(ledger, List.of(MoneyProjection.projection()))) {
                first.await(last);
                List<String> rows = ledger.rows("fund_posting");
                second.rebuild(List.of("money"));
                last = ledger.append(SOUND, contribution(99, 1)).lastPosition();
                second.await(last);
                assertThat(ledger.rows("fund_posting")).hasSize(51).containsAll(rows);
            }
        }
    }

    @Test
    void an_event_of_an_unknown_type_stops_the_reader_and_after_the_upgrade_it_goes_on() {
        var all = KnownEvents.catalogue();
        Set<Class<? extends LedgerEvent>> older = new HashSet<>(EventFamilies.eventTypes());
        older.remove(ContributionReceived.class);
        older.remove(SelfReportEvent.SelfReportRecorded.class);
        older.remove(DecisionEvent.AnswerRecorded.class);
        older.remove(TeamEvent.TeamMemberJoined.class);
        older.remove(MeetingEvent.MappingSheetRecorded.class);
        try (var ledger = new TestLedger(all)) {
            open(ledger, SOUND);
            long last = ledger.append(SOUND, contribution(1, 100)).lastPosition();
            open(ledger, ALSO_SOUND);
            var olderReader = ledger.reader(EventCatalogue.of(older));
            var source = ledger.source(olderReader);
            var progress = new Progress(ledger.views());
            try (var stopping = new Projections(
                    List.of(MoneyProjection.projection()), source, olderReader, ledger.views(), progress)) {
                stopping.start();
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> source.stopped().isPresent());
                assertThat(source.stopped().orElseThrow()).contains("fund.contribution-received");
                await().atMost(Duration.ofSeconds(10))
                        .until(() -> Long.valueOf(last - 1)
                                .equals(progress.positions().get("money")));
                assertThat(ledger.rows("fund")).hasSize(1);
            }
            try (var upgraded = Running.start(ledger, List.of(MoneyProjection.projection()))) {
                upgraded.await(last + 1);
                assertThat(ledger.rows("fund")).hasSize(2);
                assertThat(ledger.rows("fund_posting")).hasSize(1);
            }
        }
    }

    @Test
    void events_that_do_not_continue_where_the_projection_stands_are_refused() throws Exception {
        try (var ledger = new TestLedger()) {
            open(ledger, SOUND);
            ledger.append(SOUND, contribution(1, 1));
            var writer = new ProjectionWriter(MoneyProjection.projection());
            var reader = ledger.reader();
            try (var connection = ledger.views().getConnection()) {
                connection.setAutoCommit(false);
                writer.register(connection);
                var second = reader.decode(reader.readAfter(1, 1).getFirst());
                assertThat(org.assertj.core.api.Assertions.catchThrowable(
                                () -> writer.apply(connection, List.of(second))))
                        .isInstanceOf(OutOfStep.class);
                connection.rollback();
            }
        }
    }

    @Test
    void a_replay_token_survives_being_stored() {
        var serializer = TokenSerializer.create();
        TrackingToken token =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(17), new GlobalSequenceTrackingToken(0));
        SerializedObject<byte[]> stored = serializer.serialize(token, byte[].class);
        assertThat(serializer.<byte[], TrackingToken>deserialize(stored)).isEqualTo(token);
    }

    /** Hands everything on, after trouble had its chance. */
    private record Troubled(Fold sound, Trouble trouble) implements Fold {

        @Override
        public List<RowChange> fold(RecordedEvent recorded) {
            trouble.before(recorded);
            return sound.fold(recorded);
        }

        @Override
        public List<RowChange> benefit(BenefitEvent event, RecordedEvent recorded) {
            return sound.benefit(event, recorded);
        }

        @Override
        public List<RowChange> parameter(ParameterEvent event, RecordedEvent recorded) {
            return sound.parameter(event, recorded);
        }

        @Override
        public List<RowChange> capture(CaptureEvent event, RecordedEvent recorded) {
            return sound.capture(event, recorded);
        }

        @Override
        public List<RowChange> people(PeopleEvent event, RecordedEvent recorded) {
            return sound.people(event, recorded);
        }

        @Override
        public List<RowChange> consent(ConsentEvent event, RecordedEvent recorded) {
            return sound.consent(event, recorded);
        }

        @Override
        public List<RowChange> team(TeamEvent event, RecordedEvent recorded) {
            return sound.team(event, recorded);
        }

        @Override
        public List<RowChange> meeting(MeetingEvent event, RecordedEvent recorded) {
            return sound.meeting(event, recorded);
        }

        @Override
        public List<RowChange> plan(PlanEvent event, RecordedEvent recorded) {
            return sound.plan(event, recorded);
        }

        @Override
        public List<RowChange> decision(DecisionEvent event, RecordedEvent recorded) {
            return sound.decision(event, recorded);
        }

        @Override
        public List<RowChange> authority(AuthorityEvent event, RecordedEvent recorded) {
            return sound.authority(event, recorded);
        }

        @Override
        public List<RowChange> emergency(EmergencyEvent event, RecordedEvent recorded) {
            return sound.emergency(event, recorded);
        }

        @Override
        public List<RowChange> stage(StageEvent event, RecordedEvent recorded) {
            return sound.stage(event, recorded);
        }

        @Override
        public List<RowChange> followUp(FollowUpEvent event, RecordedEvent recorded) {
            return sound.followUp(event, recorded);
        }

        @Override
        public List<RowChange> correction(CorrectionEvent event, RecordedEvent recorded) {
            return sound.correction(event, recorded);
        }

        @Override
        public List<RowChange> selfReport(SelfReportEvent event, RecordedEvent recorded) {
            return sound.selfReport(event, recorded);
        }

        @Override
        public List<RowChange> access(AccessEvent event, RecordedEvent recorded) {
            return sound.access(event, recorded);
        }

        @Override
        public List<RowChange> closing(ClosingEvent event, RecordedEvent recorded) {
            return sound.closing(event, recorded);
        }

        @Override
        public List<RowChange> fund(FundEvent event, RecordedEvent recorded) {
            return sound.fund(event, recorded);
        }

        @Override
        public List<RowChange> privacy(PrivacyEvent event, RecordedEvent recorded) {
            return sound.privacy(event, recorded);
        }

        @Override
        public List<RowChange> person(PersonEvent event, RecordedEvent recorded) {
            return sound.person(event, recorded);
        }
    }
}
