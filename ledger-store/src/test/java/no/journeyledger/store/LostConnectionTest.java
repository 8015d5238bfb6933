package no.journeyledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import no.journeyledger.store.testing.LedgerTestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

class LostConnectionTest {

    private final LedgerTestDatabase database = LedgerTestDatabase.fresh();
    private final FlakyProxy proxy = new FlakyProxy(database.port());
    private final EventCodec codec = new EventCodec(Tallies.catalogue());
    private final TypeRegistry types = new TypeRegistry(database.writer());
    private final LedgerReader reader = new LedgerReader(database.writer(), codec, types);
    private final LedgerAppender appender = new LedgerAppender(
            throughProxy(),
            new PushHub(),
            new AppendSettings(256, 1 << 20, 100, Duration.ofSeconds(2), Duration.ofSeconds(12)),
            new SimpleMeterRegistry());

    private PGSimpleDataSource throughProxy() {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {proxy.port()});
        source.setDatabaseName(database.name());
        source.setUser(LedgerSchema.WRITER);
        return source;
    }

    @BeforeEach
    void register() {
        types.register(codec.catalogue());
        // The connection stands and the statement is prepared: the next bytes are an append.
        appender.append(Tallies.counted(codec, types, UUID.randomUUID(), 0, 1));
    }

    @AfterEach
    void close() {
        appender.close();
        proxy.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = FlakyProxy.Fault.class,
            names = {"LOSE_ANSWER", "LOSE_REQUEST"})
    void an_append_whose_connection_is_lost_is_recorded_once_and_answered_truly(FlakyProxy.Fault fault) {
        UUID tally = UUID.randomUUID();
        var key = new IdempotencyKey(UUID.randomUUID(), new byte[] {1});
        Append append = Tallies.counted(codec, types, tally, 0, 3);
        proxy.next(fault);
        Appended appended = appender.append(new Append(
                append.events(),
                append.expected(),
                new Append.Idempotency(key, new StoredAnswer(200, new byte[0]), 2),
                List.of()));
        assertThat(proxy.struck()).isTrue();
        assertThat(appended.firstPosition()).isEqualTo(2);
        assertThat(appended.lastPosition()).isEqualTo(4);
        assertThat(reader.head()).isEqualTo(4);
        assertThat(reader.readAggregate(tally, 0).getFirst())
                .extracting(EncodedEvent::position, EncodedEvent::recordedAt)
                .containsExactly(2L, appended.recordedAt());
    }

    @Test
    void control_without_looking_up_a_recorded_append_would_be_called_a_conflict() throws SQLException {
        List<Append> append = List.of(Tallies.counted(codec, types, UUID.randomUUID(), 0, 1));
        var call = new AppendCall(throughProxy().getConnection(), Duration.ofSeconds(5));
        call.execute(List.of(Tallies.counted(codec, types, UUID.randomUUID(), 0, 1)));
        proxy.next(FlakyProxy.Fault.LOSE_ANSWER);
        assertThatThrownBy(() -> call.execute(append)).isInstanceOf(SQLException.class);
        var again = new AppendCall(throughProxy().getConnection(), Duration.ofSeconds(5));
        assertThat(again.execute(append).conflicting()).as("the wrong failure").containsExactly(0);
        assertThat(again.lookUp(append)).as("the lookup knows better").hasSize(1);
        again.close();
    }

    @Test
    void a_conflict_stays_a_conflict_when_its_answer_is_lost() {
        UUID tally = UUID.randomUUID();
        appender.append(Tallies.counted(codec, types, tally, 0, 1));
        proxy.next(FlakyProxy.Fault.LOSE_ANSWER);
        assertThatThrownBy(() -> appender.append(Tallies.counted(codec, types, tally, 0, 1)))
                .isInstanceOf(ConcurrentAppend.class);
        assertThat(reader.head()).isEqualTo(2);
    }

    @Test
    void a_request_that_reaches_the_server_after_it_was_given_up_changes_nothing() throws InterruptedException {
        UUID tally = UUID.randomUUID();
        proxy.next(FlakyProxy.Fault.DELAY_REQUEST);
        Appended appended = appender.append(Tallies.counted(codec, types, tally, 0, 2));
        proxy.letThrough();
        assertThat(appended.lastPosition()).isEqualTo(3);
        assertThat(reader.head()).isEqualTo(3);
        assertThat(reader.lastSequence(tally)).hasValue(1);
    }

    @Test
    void a_backend_that_is_terminated_in_its_append_costs_nobody_a_wrong_answer() {
        UUID tally = UUID.randomUUID();
        CompletableFuture<Appended> answer;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var blocker = new HeldAppendLock(database)) {
            answer = CompletableFuture.supplyAsync(
                    () -> appender.append(Tallies.counted(codec, types, tally, 0, 1)), threads);
            blocker.awaitWaiting();
            database.asOwner("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND wait_event = 'advisory'");
            blocker.release();
        }
        assertThat(answer.join().firstPosition()).isEqualTo(2);
        assertThat(reader.head()).isEqualTo(2);
    }

    @Test
    void backends_terminated_at_random_under_load_lose_nothing_and_double_nothing() throws InterruptedException {
        var acknowledged = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                threads.execute(() -> {
                    UUID tally = UUID.randomUUID();
                    for (long sequence = 0; sequence < 100; sequence++) {
                        appender.append(Tallies.counted(codec, types, tally, sequence, 1));
                        acknowledged.incrementAndGet();
                    }
                });
            }
            for (int kill = 0; kill < 10; kill++) {
                Thread.sleep(20);
                database.asOwner("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND usename = 'ledger_writer'"
                        + " AND query LIKE '%ledger.append%'");
            }
        }
        assertThat(acknowledged).as("no append failed").hasValue(1_600);
        assertThat(reader.head()).as("none was lost or doubled").isEqualTo(1_601);
    }

    @Test
    void an_unreachable_ledger_is_answered_as_unavailable_and_then_at_once() {
        proxy.close();
        proxy.next(FlakyProxy.Fault.LOSE_REQUEST);
        Append append = Tallies.counted(codec, types, UUID.randomUUID(), 0, 1);
        assertThatThrownBy(() -> appender.append(append)).isInstanceOf(LedgerUnavailable.class);
        long started = System.nanoTime();
        assertThatThrownBy(() -> appender.append(append)).isInstanceOf(LedgerUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(1_500));
    }

    @Test
    void expectations_are_part_of_what_is_checked() {
        UUID read = UUID.randomUUID();
        Append append = Tallies.counted(codec, types, UUID.randomUUID(), 0, 1);
        var expected = new HashMap<>(append.expected());
        expected.put(read, 7L);
        assertThatThrownBy(() -> appender.append(new Append(append.events(), Map.copyOf(expected), null, List.of())))
                .isInstanceOf(ConcurrentAppend.class);
    }
}
