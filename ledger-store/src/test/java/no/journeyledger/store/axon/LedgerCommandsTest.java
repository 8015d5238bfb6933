package no.journeyledger.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import no.journeyledger.store.ConcurrentAppend;
import no.journeyledger.store.HeldAppendLock;
import no.journeyledger.store.IdempotencyKey;
import no.journeyledger.store.Tallies;
import no.journeyledger.store.testing.LedgerTestDatabase;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerCommandsTest {

    private final LedgerTestDatabase database = LedgerTestDatabase.fresh();
    private final Instance one = new Instance(database);
    private final Instance two = new Instance(database);

    @AfterEach
    void close() {
        one.close();
        two.close();
        database.close();
    }

    private static IdempotencyKey key(int request) {
        return key(UUID.randomUUID(), request);
    }

    private static IdempotencyKey key(UUID key, int request) {
        return new IdempotencyKey(key, new byte[] {(byte) request});
    }

    @Test
    void an_answer_tells_position_and_version() {
        UUID tally = UUID.randomUUID();
        Answer<Tally.Outcome> opened = one.send(tally, new Tally.Open(tally, 10));
        assertThat(opened.position()).isEqualTo(1);
        assertThat(opened.version()).isEqualTo(0);
        Answer<Tally.Outcome> counted = one.send(tally, new Tally.CountOnes(tally, 3));
        assertThat(counted.position()).isEqualTo(4);
        assertThat(counted.version()).isEqualTo(3);
        assertThat(counted.result()).isEqualTo(new Tally.Outcome(true, 3));
        assertThat(counted.replayed()).isFalse();
    }

    @Test
    void a_refusal_is_recorded_and_answered() {
        UUID tally = one.open(10);
        Answer<Tally.Outcome> refused = one.send(tally, new Tally.Count(tally, 11));
        assertThat(refused.result()).isEqualTo(new Tally.Outcome(false, 0));
        assertThat(refused.stored().status()).isEqualTo(409);
        assertThat(refused.version()).isEqualTo(1);
    }

    @Test
    void an_answer_that_records_nothing_tells_the_version_it_is_true_for() {
        UUID tally = one.open(10);
        Answer<Tally.Outcome> asked = one.send(tally, new Tally.Ask(tally));
        assertThat(asked.position()).isNull();
        assertThat(asked.version()).isEqualTo(0);
    }

    @Test
    void what_a_handler_throws_reaches_the_caller_and_nothing_is_recorded() {
        UUID tally = one.open(10);
        assertThatThrownBy(() -> one.send(tally, new Tally.Fail(tally)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(one.reader.head()).isEqualTo(1);
        assertThat(one.send(tally, new Tally.Ask(tally)).result()).isEqualTo(new Tally.Outcome(false, 0));
    }

    @Test
    void a_command_on_an_unknown_aggregate_or_one_of_no_kind_is_not_found() {
        UUID nobody = UUID.randomUUID();
        assertThatThrownBy(() -> one.send(nobody, new Tally.Ask(nobody)))
                .isInstanceOf(AggregateNotFoundException.class);
    }

    @Test
    void creating_twice_is_refused_and_create_if_missing_finds_what_is_there() {
        UUID tally = one.open(10);
        assertThatThrownBy(() -> two.send(tally, new Tally.Open(tally, 20))).isInstanceOf(ConcurrentAppend.class);
        UUID other = UUID.randomUUID();
        assertThat(one.send(other, new Tally.CountOrOpen(other, 5)).version()).isEqualTo(1);
        assertThat(two.send(other, new Tally.CountOrOpen(other, 5)).version()).isEqualTo(2);
        assertThat(one.send(other, new Tally.CountOrOpen(other, 5)).result()).isEqualTo(new Tally.Outcome(true, 15));
    }

    @Test
    void a_stale_version_is_refused_before_the_handler_and_records_nothing() {
        UUID tally = one.open(10);
        one.send(tally, new Tally.Count(tally, 1), null, 0L);
        assertThatThrownBy(() -> one.send(tally, new Tally.Count(tally, 1), null, 0L))
                .isInstanceOfSatisfying(StaleVersion.class, stale -> {
                    assertThat(stale.expected()).isZero();
                    assertThat(stale.actual()).isEqualTo(1);
                });
        assertThat(one.reader.head()).isEqualTo(2);
    }

    @Test
    void a_version_another_instance_gave_is_not_called_stale_by_an_instance_with_a_stale_cache() {
        UUID tally = one.open(10);
        Answer<Tally.Outcome> elsewhere = two.send(tally, new Tally.Count(tally, 1));
        Answer<Tally.Outcome> here = one.send(tally, new Tally.Count(tally, 1), null, elsewhere.version());
        assertThat(here.result()).isEqualTo(new Tally.Outcome(true, 2));
    }

    @Test
    void an_instance_with_a_stale_cache_neither_overwrites_nor_answers_from_the_past() {
        UUID tally = one.open(10);
        two.send(tally, new Tally.Count(tally, 4));
        assertThat(one.send(tally, new Tally.Count(tally, 4)).result()).isEqualTo(new Tally.Outcome(true, 8));
        assertThat(two.send(tally, new Tally.Count(tally, 4)).result())
                .as("a refusal on the newest state, not an acceptance on the one remembered")
                .isEqualTo(new Tally.Outcome(false, 8));
        one.send(tally, new Tally.Count(tally, 1));
        assertThat(two.send(tally, new Tally.Ask(tally)).result()).isEqualTo(new Tally.Outcome(false, 9));
    }

    @Test
    void an_outcome_that_rests_on_another_aggregate_read_in_the_past_is_decided_again() {
        UUID read = one.open(10);
        UUID written = one.open(10);
        two.send(read, new Tally.Count(read, 4));
        Answer<Tally.Outcome> compared = one.send(written, new Instance.Compare(read, written));
        assertThat(compared.result()).isEqualTo(new Tally.Outcome(true, 4));
        assertThat(compared.version()).isEqualTo(1);
    }

    @Test
    void a_command_over_two_aggregates_is_one_append() {
        UUID from = one.open(10);
        UUID to = one.open(10);
        one.send(from, new Tally.Count(from, 5));
        Answer<Tally.Outcome> moved = one.send(to, new Instance.Move(from, to, 3));
        assertThat(moved.position()).isEqualTo(5);
        assertThat(moved.version()).isEqualTo(1);
        assertThat(two.send(from, new Tally.Ask(from)).result()).isEqualTo(new Tally.Outcome(false, 2));
        assertThat(two.send(to, new Tally.Ask(to)).result()).isEqualTo(new Tally.Outcome(false, 3));
    }

    @Test
    void a_repeated_request_gets_the_earlier_answer_from_any_instance_though_the_version_has_gone_on() {
        UUID tally = one.open(10);
        IdempotencyKey key = key(1);
        Answer<Tally.Outcome> first = one.send(tally, new Tally.Count(tally, 1), key, 0L);
        one.send(tally, new Tally.Count(tally, 1));
        for (Instance instance : List.of(one, two)) {
            Answer<Tally.Outcome> again = instance.send(tally, new Tally.Count(tally, 1), key, 0L);
            assertThat(again.replayed()).isTrue();
            assertThat(again.stored().status()).isEqualTo(200);
            assertThat(new String(again.stored().body(), StandardCharsets.UTF_8))
                    .isEqualTo("1");
            assertThat(again.position()).isEqualTo(first.position());
            assertThat(again.version()).isEqualTo(first.version());
        }
        assertThat(one.reader.head()).isEqualTo(3);
    }

    @Test
    void a_repeated_request_without_a_version_records_nothing_again() {
        UUID tally = one.open(10);
        IdempotencyKey key = key(1);
        one.send(tally, new Tally.Count(tally, 1), key, null);
        assertThat(two.send(tally, new Tally.Count(tally, 1), key, null).replayed())
                .isTrue();
        assertThat(one.send(tally, new Tally.Count(tally, 1), key, null).replayed())
                .isTrue();
        assertThat(one.reader.head()).isEqualTo(2);
    }

    @Test
    void another_request_under_a_used_key_is_refused() {
        UUID tally = one.open(10);
        UUID key = UUID.randomUUID();
        one.send(tally, new Tally.Count(tally, 1), key(key, 1), null);
        for (Instance instance : List.of(one, two)) {
            assertThatThrownBy(() -> instance.send(tally, new Tally.Count(tally, 2), key(key, 2), null))
                    .isInstanceOf(IdempotencyKeyReused.class);
        }
        assertThat(one.reader.head()).isEqualTo(2);
    }

    @Test
    void a_request_in_flight_is_not_handled_twice_in_one_instance_and_once_across_two() {
        UUID tally = one.open(10);
        UUID key = UUID.randomUUID();
        CompletableFuture<Answer<Tally.Outcome>> first;
        CompletableFuture<Answer<Tally.Outcome>> elsewhere;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var blocker = new HeldAppendLock(database)) {
            first = CompletableFuture.supplyAsync(
                    () -> one.send(tally, new Tally.Count(tally, 1), key(key, 1), null), threads);
            blocker.awaitWaiting();
            assertThatThrownBy(() -> one.send(tally, new Tally.Count(tally, 1), key(key, 1), null))
                    .isInstanceOf(RequestInFlight.class);
            assertThatThrownBy(() -> one.send(tally, new Tally.Count(tally, 2), key(key, 2), null))
                    .isInstanceOf(IdempotencyKeyReused.class);
            elsewhere = CompletableFuture.supplyAsync(
                    () -> two.send(tally, new Tally.Count(tally, 1), key(key, 1), null), threads);
            blocker.release();
        }
        assertThat(List.of(first.join().replayed(), elsewhere.join().replayed()))
                .containsExactlyInAnyOrder(true, false);
        assertThat(elsewhere.join().position()).isEqualTo(first.join().position());
        assertThat(one.reader.head()).isEqualTo(2);
    }

    @Test
    void sixty_four_threads_on_one_aggregate_never_exceed_its_limit() throws InterruptedException {
        UUID tally = one.open(1_000);
        var counted = new AtomicInteger();
        var start = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 64; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    return;
                }
                if (Boolean.TRUE.equals(
                        one.send(tally, new Tally.Count(tally, 100)).stored().status() == 200)) {
                    counted.incrementAndGet();
                }
            }));
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(counted).hasValue(10);
        assertThat(two.send(tally, new Tally.Ask(tally)).result()).isEqualTo(new Tally.Outcome(false, 1_000));
        assertThat(one.reader.lastSequence(tally))
                .as("ten counted, 54 refusals recorded")
                .hasValue(64);
    }

    @Test
    void two_instances_and_many_threads_on_one_aggregate_lose_nothing() {
        UUID tally = one.open(100_000);
        var counted = new AtomicInteger();
        var overtaken = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                Instance instance = i % 2 == 0 ? one : two;
                threads.execute(() -> {
                    try {
                        instance.send(tally, new Tally.Count(tally, 1));
                        counted.incrementAndGet();
                    } catch (ConcurrentAppend e) {
                        overtaken.incrementAndGet();
                    }
                });
            }
        }
        assertThat(counted.get() + overtaken.get()).isEqualTo(200);
        assertThat(one.send(tally, new Tally.Ask(tally)).result()).isEqualTo(new Tally.Outcome(false, counted.get()));
        assertThat(one.reader.lastSequence(tally)).hasValue(counted.get());
    }

    @Test
    void a_snapshot_is_kept_every_64_events_and_a_load_reads_at_most_64() {
        UUID tally = one.open(100_000);
        for (int i = 0; i < 200; i++) {
            one.send(tally, new Tally.Count(tally, 1));
        }
        assertThat(one.count("ledger.snapshots.written")).isEqualTo(3);
        assertThat(one.reader
                        .newestSnapshot(tally, 100, "State", 1)
                        .orElseThrow()
                        .sequence())
                .isEqualTo(63);
        assertThat(one.reader
                        .newestSnapshot(tally, 1_000, "State", 1)
                        .orElseThrow()
                        .sequence())
                .isEqualTo(191);

        // The load must not need what is before the snapshot: without it there is nothing else to load from.
        database.asOwner("ALTER TABLE ledger.event DISABLE TRIGGER append_only");
        database.asOwner("DELETE FROM ledger.event WHERE aggregate = '" + tally + "' AND sequence <= 191");
        assertThat(two.send(tally, new Tally.Ask(tally)).result()).isEqualTo(new Tally.Outcome(false, 200));
        assertThat(two.send(tally, new Tally.Count(tally, 1)).version()).isEqualTo(201);
    }

    @Test
    void a_snapshot_the_ledger_did_not_write_is_ignored() {
        UUID tally = one.open(100_000);
        one.send(tally, new Tally.CountOnes(tally, 70));
        database.asOwner("ALTER TABLE ledger.snapshot DISABLE TRIGGER append_only");
        database.asOwner("UPDATE ledger.snapshot SET state = convert_to('{\"limit\":100000,\"total\":99}', 'UTF8')");
        assertThat(two.send(tally, new Tally.Ask(tally)).result()).isEqualTo(new Tally.Outcome(false, 70));
        assertThat(two.count("ledger.snapshots.ignored")).isEqualTo(1);
    }

    @Test
    void an_aggregate_of_events_of_the_first_revision_is_loaded_through_the_upcaster() {
        UUID tally = UUID.randomUUID();
        database.asOwner("SELECT ledger.register_event_type('tally.opened', 1)");
        database.asOwner(
                """
                INSERT INTO ledger.event
                SELECT 1, '%s', 0, uuidv7(), id, now(), convert_to('{"tally":"%s"}', 'UTF8'), convert_to('%s', 'UTF8')
                FROM ledger.event_type WHERE name = 'tally.opened' AND revision = 1
                """.formatted(tally, tally, new String(one.codec.encode(Tallies.metadata()), StandardCharsets.UTF_8)));
        assertThat(one.send(tally, new Tally.Count(tally, 1_000)).result()).isEqualTo(new Tally.Outcome(true, 1_000));
        assertThat(one.send(tally, new Tally.Count(tally, 1)).result()).isEqualTo(new Tally.Outcome(false, 1_000));
    }

    @Test
    void a_command_on_an_aggregate_in_memory_reads_nothing_from_the_ledger() {
        UUID tally = one.open(10);
        double before = one.count("ledger.cache.misses");
        one.send(tally, new Tally.Count(tally, 1));
        one.send(tally, new Tally.Count(tally, 1));
        assertThat(one.count("ledger.cache.misses")).isEqualTo(before);
        assertThat(one.count("ledger.cache.hits")).isEqualTo(2);
    }

    @Test
    void what_rests_on_the_absence_of_an_aggregate_is_decided_again_when_it_came_into_being() {
        UUID absent = UUID.randomUUID();
        UUID written = one.open(10);
        CompletableFuture<Answer<Tally.Outcome>> answer;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var blocker = new HeldAppendLock(database)) {
            answer = CompletableFuture.supplyAsync(
                    () -> one.send(written, new Instance.CountIfAbsent(absent, written)), threads);
            blocker.awaitWaiting();
            blocker.execute("""
                    INSERT INTO ledger.event
                    SELECT position + 1, '%s', 0, uuidv7(), type, recorded_at,
                           convert_to('{"tally":"%s","limit":10}', 'UTF8'), metadata
                    FROM ledger.event WHERE position = 1
                    """.formatted(absent, absent));
            blocker.release();
        }
        assertThat(answer.join().result()).isEqualTo(new Tally.Outcome(false, 0));
        assertThat(one.reader.lastSequence(written)).hasValue(0);
    }
}
