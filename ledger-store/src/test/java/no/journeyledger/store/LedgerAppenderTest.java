package no.journeyledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.journeyledger.store.testing.LedgerTestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerAppenderTest {

    private final LedgerTestDatabase database = LedgerTestDatabase.fresh();
    private final EventCodec codec = new EventCodec(Tallies.catalogue());
    private final TypeRegistry types = new TypeRegistry(database.writer());
    private final LedgerReader reader = new LedgerReader(database.writer(), codec, types);
    private final PushHub hub = new PushHub();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<LedgerBatch> pushed = new ArrayList<>();
    private final LedgerAppender appender =
            new LedgerAppender(database.writer(), hub, AppendSettings.standard(), meters);

    @BeforeEach
    void register() {
        types.register(codec.catalogue());
        hub.subscribe(new PushHub.Subscriber() {
            @Override
            public void committed(LedgerBatch batch) {
                pushed.add(batch);
            }

            @Override
            public void wake(long position) {}
        });
    }

    @AfterEach
    void close() {
        appender.close();
        database.close();
    }

    @Test
    void positions_are_gapless_and_in_the_callers_order_with_many_concurrent_appends() {
        List<CompletableFuture<Appended>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 500; i++) {
                Append append = Tallies.counted(codec, types, UUID.randomUUID(), 0, 1 + i % 3);
                answers.add(CompletableFuture.supplyAsync(() -> appender.append(append), threads));
            }
        }
        long events = IntStream.range(0, 500).mapToLong(i -> 1 + i % 3).sum();
        assertThat(reader.head()).isEqualTo(events);
        assertThat(reader.readAfter(0, 10_000))
                .extracting(EncodedEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events).boxed().toList());
        for (int i = 0; i < 500; i++) {
            Appended appended = answers.get(i).join();
            assertThat(appended.lastPosition() - appended.firstPosition()).isEqualTo(i % 3);
        }
        assertThat(meters.get("ledger.append.batch.size").summary().totalAmount())
                .isEqualTo(500);
        assertThat(meters.get("ledger.append.batch.size").summary().max()).isGreaterThan(1);
    }

    @Test
    void what_is_pushed_is_what_is_stored() {
        appender.append(Tallies.counted(codec, types, UUID.randomUUID(), 0, 3));
        appender.close();
        assertThat(pushed).hasSize(1);
        assertThat(pushed.getFirst().events())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(reader.readAfter(0, 10));
    }

    @Test
    void a_conflict_loses_alone_in_its_group() {
        UUID contested = UUID.randomUUID();
        appender.append(Tallies.counted(codec, types, contested, 0, 1));
        List<CompletableFuture<Appended>> good = new ArrayList<>();
        CompletableFuture<Appended> bad;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var blocker = new HeldAppendLock(database)) {
            // The first append waits for the lock; meanwhile the others gather into one group.
            good.add(submit(threads, Tallies.counted(codec, types, UUID.randomUUID(), 0, 1)));
            blocker.awaitWaiting();
            good.add(submit(threads, Tallies.counted(codec, types, UUID.randomUUID(), 0, 1)));
            bad = submit(threads, Tallies.counted(codec, types, contested, 0, 2));
            good.add(submit(threads, Tallies.counted(codec, types, UUID.randomUUID(), 0, 1)));
            awaitQueued(3);
            blocker.release();
        }
        assertThat(good).allSatisfy(answer -> assertThat(answer.join()).isNotNull());
        assertThatThrownBy(bad::join).hasCauseInstanceOf(ConcurrentAppend.class);
        assertThat(reader.head()).isEqualTo(4);
        assertThat(meters.get("ledger.append.failures")
                        .tag("kind", "concurrent")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("ledger.append.batch.size").summary().max()).isEqualTo(2);
    }

    @Test
    void two_appends_on_one_aggregate_never_share_a_group_and_both_hold_when_they_follow_each_other() {
        UUID tally = UUID.randomUUID();
        CompletableFuture<Appended> first;
        CompletableFuture<Appended> second;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var blocker = new HeldAppendLock(database)) {
            var other = submit(threads, Tallies.counted(codec, types, UUID.randomUUID(), 0, 1));
            blocker.awaitWaiting();
            first = submit(threads, Tallies.counted(codec, types, tally, 0, 1));
            awaitQueued(1);
            second = submit(threads, Tallies.counted(codec, types, tally, 1, 1));
            awaitQueued(2);
            blocker.release();
            other.join();
        }
        assertThat(second.join().firstPosition()).isEqualTo(first.join().lastPosition() + 1);
    }

    @Test
    void an_append_over_two_aggregates_records_both_or_neither() {
        UUID journey = UUID.randomUUID();
        UUID fund = UUID.randomUUID();
        appender.append(Tallies.counted(codec, types, fund, 0, 1));

        Append overtaken = Append.of(List.of(
                Tallies.event(codec, types, journey, 0, new TallyEvent.Counted(journey, 1)),
                Tallies.event(codec, types, fund, 0, new TallyEvent.Counted(fund, 1))));
        assertThatThrownBy(() -> appender.append(overtaken)).isInstanceOf(ConcurrentAppend.class);
        assertThat(reader.lastSequence(journey)).isEmpty();

        Append both = Append.of(List.of(
                Tallies.event(codec, types, journey, 0, new TallyEvent.Counted(journey, 1)),
                Tallies.event(codec, types, fund, 1, new TallyEvent.Counted(fund, 1))));
        appender.append(both);
        assertThat(reader.lastSequence(journey)).hasValue(0);
        assertThat(reader.lastSequence(fund)).hasValue(1);
    }

    @Test
    void an_append_that_rests_on_an_aggregate_it_only_read_loses_when_that_went_on() {
        UUID journey = UUID.randomUUID();
        UUID fund = UUID.randomUUID();
        appender.append(Tallies.counted(codec, types, fund, 0, 2));
        List<NewEvent> refusal =
                List.of(Tallies.event(codec, types, journey, 0, new TallyEvent.CountingRefused(journey, 1, 0)));
        assertThatThrownBy(() -> appender.append(new Append(refusal, Map.of(journey, -1L, fund, 0L), null, List.of())))
                .isInstanceOf(ConcurrentAppend.class);
        appender.append(new Append(refusal, Map.of(journey, -1L, fund, 1L), null, List.of()));
        assertThat(reader.lastSequence(journey)).hasValue(0);
    }

    @Test
    void an_idempotency_key_is_taken_once_and_keeps_its_answer_with_position_and_version() {
        var key = new IdempotencyKey(UUID.randomUUID(), new byte[] {1});
        UUID tally = UUID.randomUUID();
        Append base = Tallies.counted(codec, types, tally, 0, 2);
        Appended appended = appender.append(new Append(
                base.events(),
                base.expected(),
                new Append.Idempotency(key, new StoredAnswer(201, new byte[] {42}), 1),
                List.of()));

        Append again = Tallies.counted(codec, types, tally, 0, 1);
        assertThatThrownBy(() -> appender.append(new Append(
                        again.events(),
                        again.expected(),
                        new Append.Idempotency(key, new StoredAnswer(200, new byte[0]), 2),
                        List.of())))
                .as("the taken key is the truer reason than the conflict")
                .isInstanceOf(IdempotencyKeyTaken.class);

        AnsweredRequest answered = reader.answered(key.key()).orElseThrow();
        assertThat(answered.position()).isEqualTo(appended.lastPosition());
        assertThat(answered.version()).isEqualTo(1);
        assertThat(answered.answer().status()).isEqualTo(201);
        assertThat(answered.answer().body()).containsExactly(42);
        assertThat(answered.requestHash()).containsExactly(1);
    }

    @Test
    void recorded_time_never_runs_backwards_when_the_database_clock_does() throws SQLException {
        Instant ahead = Instant.parse("2099-01-01T00:00:00Z");
        try (Connection connection = database.owner().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO ledger.event VALUES (1, ?, 0, ?, 1, ?, '{}', '{}')")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, UUID.randomUUID());
            insert.setObject(3, OffsetDateTime.ofInstant(ahead, ZoneOffset.UTC));
            insert.execute();
        }
        Appended appended = appender.append(Tallies.counted(codec, types, UUID.randomUUID(), 0, 1));
        assertThat(appended.firstPosition()).isEqualTo(2);
        assertThat(appended.recordedAt()).isEqualTo(ahead);
    }

    @Test
    void the_position_before_a_moment_is_found_by_recorded_time() {
        Instant start = appender.append(Tallies.counted(codec, types, UUID.randomUUID(), 0, 2))
                .recordedAt();
        Instant later = appender.append(Tallies.counted(codec, types, UUID.randomUUID(), 0, 3))
                .recordedAt();
        assertThat(reader.positionBefore(start)).isZero();
        assertThat(reader.positionBefore(later)).isEqualTo(later.equals(start) ? 0 : 2);
        assertThat(reader.positionBefore(later.plusSeconds(1))).isEqualTo(5);
    }

    @Test
    void refused_data_fails_alone_and_the_rest_of_its_group_is_recorded() {
        UUID tally = UUID.randomUUID();
        var illegal = new NewEvent(tally, 0, UUID.randomUUID(), 1, new byte[] {1}, new byte[] {1});
        var twin = new NewSnapshot(tally, 0, "State", 1, new byte[0], new byte[0]);
        var bad = new Append(List.of(illegal), Map.of(tally, -1L), null, List.of(twin, twin));
        List<CompletableFuture<Appended>> good = new ArrayList<>();
        CompletableFuture<Appended> refused;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var blocker = new HeldAppendLock(database)) {
            good.add(submit(threads, Tallies.counted(codec, types, UUID.randomUUID(), 0, 1)));
            blocker.awaitWaiting();
            for (int i = 0; i < 5; i++) {
                good.add(submit(threads, Tallies.counted(codec, types, UUID.randomUUID(), 0, 1)));
            }
            refused = submit(threads, bad);
            awaitQueued(6);
            blocker.release();
        }
        assertThat(good).allSatisfy(answer -> assertThat(answer.join()).isNotNull());
        assertThatThrownBy(refused::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(UnacceptableAppend.class);
        assertThat(reader.head()).isEqualTo(6);
    }

    @Test
    void appends_after_closing_are_refused_as_unavailable_and_earlier_ones_are_recorded() {
        appender.append(Tallies.counted(codec, types, UUID.randomUUID(), 0, 1));
        appender.close();
        assertThatThrownBy(() -> appender.append(Tallies.counted(codec, types, UUID.randomUUID(), 0, 1)))
                .isInstanceOf(LedgerUnavailable.class);
    }

    private CompletableFuture<Appended> submit(java.util.concurrent.Executor threads, Append append) {
        return CompletableFuture.supplyAsync(() -> appender.append(append), threads);
    }

    private void awaitQueued(int appends) {
        org.awaitility.Awaitility.await()
                .until(() -> meters.get("ledger.append.waiting").gauge().value() >= appends);
    }
}
