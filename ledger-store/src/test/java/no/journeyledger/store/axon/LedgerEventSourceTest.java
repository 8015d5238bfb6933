package no.journeyledger.store.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.store.EventCatalogue;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.HeldAppendLock;
import no.journeyledger.store.LedgerBatch;
import no.journeyledger.store.LedgerGap;
import no.journeyledger.store.LedgerListener;
import no.journeyledger.store.LedgerNotifier;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.PushHub;
import no.journeyledger.store.RecordedEvent;
import no.journeyledger.store.Tallies;
import no.journeyledger.store.TallyEvent;
import no.journeyledger.store.TypeRegistry;
import no.journeyledger.store.UnknownEventType;
import no.journeyledger.store.testing.LedgerTestDatabase;
import org.awaitility.Awaitility;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerEventSourceTest {

    private static final Duration NEVER = Duration.ofHours(1);

    private final LedgerTestDatabase database = LedgerTestDatabase.fresh();
    private final Instance instance = new Instance(database);
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
        instance.close();
        database.close();
    }

    /** The reading side of another process: its own hub, reader role and catalogue. */
    private LedgerEventSource elsewhere(EventCatalogue catalogue, PushHub hub, Duration poll) {
        DataSource role = database.reader();
        var reader = new LedgerReader(role, new EventCodec(catalogue), new TypeRegistry(role));
        var source = new LedgerEventSource(reader, hub, poll, new SimpleMeterRegistry());
        opened.add(source);
        return source;
    }

    private static BlockingStream<TrackedEventMessage<?>> after(LedgerEventSource source, long position) {
        return source.openStream(new GlobalSequenceTrackingToken(position));
    }

    private static List<Long> read(BlockingStream<TrackedEventMessage<?>> stream, int count)
            throws InterruptedException {
        var positions = new ArrayList<Long>();
        while (positions.size() < count && stream.hasNextAvailable(10, TimeUnit.SECONDS)) {
            positions.add(LedgerEventSource.position(stream.nextAvailable().trackingToken()));
        }
        return positions;
    }

    private static List<Long> positions(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void what_is_committed_here_is_pushed_long_before_the_poll() throws InterruptedException {
        LedgerEventSource source = new LedgerEventSource(instance.reader, instance.hub, NEVER, instance.meters);
        opened.add(source);
        var stream = after(source, 0);
        assertThat(stream.hasNextAvailable()).isFalse();
        instance.open(10);
        assertThat(read(stream, 1)).containsExactly(1L);
    }

    @Test
    void what_another_instance_committed_arrives_by_notification_long_before_the_poll() throws InterruptedException {
        opened.add(new LedgerNotifier(database.writer(), instance.hub));
        var hub = new PushHub();
        LedgerEventSource source = elsewhere(Tallies.catalogue(), hub, NEVER);
        opened.add(new LedgerListener(database.reader(), hub));
        awaitListening();
        var stream = after(source, 0);
        assertThat(stream.hasNextAvailable()).isFalse();
        UUID tally = instance.open(10);
        assertThat(read(stream, 1)).containsExactly(1L);
        instance.send(tally, new Tally.CountOnes(tally, 5));
        assertThat(read(stream, 5)).isEqualTo(positions(2, 6));
    }

    @Test
    void a_lost_notification_is_healed_by_the_poll() throws InterruptedException {
        LedgerEventSource source = elsewhere(Tallies.catalogue(), new PushHub(), Duration.ofMillis(100));
        var stream = after(source, 0);
        assertThat(stream.hasNextAvailable()).isFalse();
        instance.open(10);
        assertThat(read(stream, 1)).containsExactly(1L);
    }

    @Test
    void after_its_connection_was_lost_the_listener_wakes_readers_for_what_it_did_not_hear()
            throws InterruptedException {
        var hub = new PushHub();
        LedgerEventSource source = elsewhere(Tallies.catalogue(), hub, NEVER);
        opened.add(new LedgerListener(database.reader(), hub));
        awaitListening();
        var stream = after(source, 0);
        assertThat(stream.hasNextAvailable()).isFalse();
        // Nobody notifies here; only listening anew can tell the reader.
        instance.open(10);
        database.asOwner("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ledger_reader'"
                + " AND datname = current_database() AND query LIKE 'LISTEN%'");
        assertThat(read(stream, 1)).containsExactly(1L);
    }

    @Test
    void a_pushed_batch_that_does_not_continue_where_the_reader_stands_only_wakes_it() throws InterruptedException {
        UUID tally = instance.open(10);
        instance.send(tally, new Tally.CountOnes(tally, 4));
        var hub = new PushHub();
        var stream = after(elsewhere(Tallies.catalogue(), hub, NEVER), 0);
        assertThat(read(stream, 5)).isEqualTo(positions(1, 5));
        instance.send(tally, new Tally.CountOnes(tally, 4));
        hub.publish(new LedgerBatch(instance.reader.readAfter(7, 2)));
        assertThat(read(stream, 4)).isEqualTo(positions(6, 9));
        hub.publish(new LedgerBatch(instance.reader.readAfter(7, 2)));
        assertThat(stream.hasNextAvailable()).isFalse();
    }

    @Test
    void readers_skip_and_double_nothing_under_a_stalled_writer_a_slow_clock_and_two_instances()
            throws InterruptedException {
        try (var other = new Instance(database);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            UUID late = UUID.randomUUID();
            instance.open(10);
            var pushed = after(instance.source, 0);
            var polled = after(elsewhere(Tallies.catalogue(), new PushHub(), Duration.ofMillis(50)), 0);
            assertThat(read(pushed, 1)).isEqualTo(positions(1, 1));
            assertThat(read(polled, 1)).isEqualTo(positions(1, 1));

            // A writer stalls in the middle of its batch, with timestamps of a clock that is 90 seconds slow.
            var stalled = new HeldAppendLock(database);
            stalled.execute("""
                    INSERT INTO ledger.event
                    SELECT 2, '%s', 0, uuidv7(), type, recorded_at - interval '90 seconds', payload, metadata
                    FROM ledger.event WHERE position = 1
                    """.formatted(late));
            for (int i = 0; i < 100; i++) {
                Instance writer = i % 2 == 0 ? instance : other;
                threads.execute(() -> {
                    UUID tally = writer.open(1_000);
                    writer.send(tally, new Tally.CountOnes(tally, 3));
                });
            }
            stalled.awaitWaiting();
            Thread.sleep(300);
            assertThat(pushed.hasNextAvailable())
                    .as("nothing overtakes the stalled writer")
                    .isFalse();
            assertThat(polled.hasNextAvailable()).isFalse();
            stalled.release();

            assertThat(read(pushed, 401)).isEqualTo(positions(2, 402));
            assertThat(read(polled, 401)).isEqualTo(positions(2, 402));
            assertThat(pushed.hasNextAvailable()).isFalse();
            assertThat(polled.hasNextAvailable()).isFalse();
        }
    }

    @Test
    void an_older_reader_stops_before_an_unknown_type_and_after_the_upgrade_goes_on_with_nothing_skipped()
            throws InterruptedException {
        UUID tally = instance.open(1);
        instance.send(tally, new Tally.Count(tally, 1));
        instance.send(tally, new Tally.Count(tally, 1));
        instance.send(tally, new Tally.Count(tally, 0));

        List<Class<? extends LedgerEvent>> olderTypes = List.of(TallyEvent.Opened.class, TallyEvent.Counted.class);
        var older = elsewhere(
                new EventCatalogue(olderTypes, List.of(Tallies.OPENED_WITHOUT_LIMIT)),
                new PushHub(),
                Duration.ofMillis(50));
        var stream = after(older, 0);
        assertThat(read(stream, 2)).isEqualTo(positions(1, 2));
        assertThatThrownBy(stream::nextAvailable).isInstanceOfSatisfying(UnknownEventType.class, unknown -> {
            assertThat(unknown.type()).isEqualTo("tally.counting-refused");
            assertThat(unknown.revision()).isEqualTo(1);
            assertThat(unknown.position()).isEqualTo(3);
        });
        assertThat(older.stopped())
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("position 3", "tally.counting-refused revision 1"));
        assertThat(older.states()).singleElement().satisfies(state -> {
            assertThat(state.position()).isEqualTo(2);
            assertThat(state.stopped()).isNotNull();
        });
        assertThatThrownBy(() -> after(older, 2).hasNextAvailable()).isInstanceOf(UnknownEventType.class);

        var upgraded = elsewhere(Tallies.catalogue(), new PushHub(), Duration.ofMillis(50));
        assertThat(read(after(upgraded, 2), 2)).isEqualTo(positions(3, 4));
        assertThat(upgraded.stopped()).isEmpty();
    }

    @Test
    void a_newer_revision_than_it_knows_stops_a_reader_too() throws InterruptedException {
        instance.open(10);
        database.asOwner("SELECT ledger.register_event_type('tally.counted', 7)");
        database.asOwner("INSERT INTO ledger.event SELECT 2, uuidv7(), 0, uuidv7(), (SELECT id FROM ledger.event_type"
                + " WHERE revision = 7), recorded_at, payload, metadata FROM ledger.event WHERE position = 1");
        var stream = after(instance.source, 0);
        assertThat(read(stream, 1)).isEqualTo(positions(1, 1));
        assertThatThrownBy(stream::nextAvailable)
                .isInstanceOf(UnknownEventType.class)
                .hasMessageContaining("tally.counted revision 7");
    }

    @Test
    void axons_processor_handles_everything_before_an_unknown_type_then_reports_its_error() {
        UUID tally = instance.open(1);
        instance.send(tally, new Tally.Count(tally, 1));
        instance.send(tally, new Tally.Count(tally, 1));
        var older = elsewhere(
                new EventCatalogue(
                        List.of(TallyEvent.Opened.class, TallyEvent.Counted.class),
                        List.of(Tallies.OPENED_WITHOUT_LIMIT)),
                new PushHub(),
                Duration.ofMillis(50));
        List<Long> handled = Collections.synchronizedList(new ArrayList<>());
        PooledStreamingEventProcessor processor = processor(older, handled);
        processor.start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(handled).isEqualTo(positions(1, 2));
                assertThat(older.stopped()).isPresent();
            });
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                // No claim on the segment, or one in error: either way the processor has not gone on.
                assertThat(processor.processingStatus().values())
                        .allSatisfy(
                                status -> assertThat(status.getCurrentPosition().orElse(0))
                                        .isLessThanOrEqualTo(2));
                assertThat(handled).isEqualTo(positions(1, 2));
            });
        } finally {
            processor.shutDown();
        }
    }

    @Test
    void axons_processor_is_pushed_and_handles_each_event_once_in_order() {
        LedgerEventSource source = new LedgerEventSource(instance.reader, instance.hub, NEVER, instance.meters);
        opened.add(source);
        List<Long> handled = Collections.synchronizedList(new ArrayList<>());
        PooledStreamingEventProcessor processor = processor(source, handled);
        processor.start();
        try {
            Awaitility.await().until(() -> !processor.processingStatus().isEmpty());
            UUID tally = instance.open(10_000);
            for (int i = 0; i < 50; i++) {
                instance.send(tally, new Tally.Count(tally, 1));
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(handled).isEqualTo(positions(1, 51)));
        } finally {
            processor.shutDown();
        }
    }

    private PooledStreamingEventProcessor processor(LedgerEventSource source, List<Long> handled) {
        return PooledStreamingEventProcessor.builder()
                .name("test")
                .messageSource(source)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .errorHandler(PropagatingErrorHandler.instance())
                .coordinatorExecutor(Executors.newScheduledThreadPool(1))
                .workerExecutor(Executors.newScheduledThreadPool(1))
                .initialSegmentCount(1)
                .initialToken(each -> each.createTailToken())
                .eventHandlerInvoker(new EventHandlerInvoker() {
                    @Override
                    public boolean canHandle(EventMessage<?> message, Segment segment) {
                        return true;
                    }

                    @Override
                    public void handle(EventMessage<?> message, Segment segment) {
                        handled.add(RecordedEvents.of((TrackedEventMessage<?>) message)
                                .position());
                    }
                })
                .build();
    }

    @Test
    void a_missing_position_stops_the_reader_before_it() throws InterruptedException {
        UUID tally = instance.open(10);
        instance.send(tally, new Tally.CountOnes(tally, 4));
        database.asOwner("ALTER TABLE ledger.event DISABLE TRIGGER append_only");
        database.asOwner("DELETE FROM ledger.event WHERE position = 3");
        LedgerEventSource source = elsewhere(Tallies.catalogue(), new PushHub(), NEVER);
        var stream = after(source, 0);
        assertThat(read(stream, 2)).isEqualTo(positions(1, 2));
        assertThatThrownBy(stream::nextAvailable).isInstanceOf(LedgerGap.class);
        assertThat(source.stopped())
                .hasValueSatisfying(reason -> assertThat(reason).contains("position 3 is missing"));
    }

    @Test
    void a_reader_that_is_ahead_of_the_ledger_or_holds_another_stores_token_is_refused() {
        instance.open(10);
        assertThatThrownBy(() -> after(instance.source, 2)).hasMessageContaining("restored to an earlier time");
        assertThatThrownBy(() -> instance.source.openStream(GapAwareTrackingToken.newInstance(1, List.of())))
                .hasMessageContaining("belongs to another store");
    }

    @Test
    void an_event_of_an_older_revision_reads_as_the_newest_when_tailed_and_when_read_again()
            throws InterruptedException {
        UUID tally = UUID.randomUUID();
        var tailing = after(instance.source, 0);
        assertThat(tailing.hasNextAvailable()).isFalse();
        database.asOwner("SELECT ledger.register_event_type('tally.opened', 1)");
        database.asOwner("""
                INSERT INTO ledger.event
                SELECT 1, '%s', 0, uuidv7(), id, now(), convert_to('{"tally":"%s"}', 'UTF8'), convert_to('%s', 'UTF8')
                FROM ledger.event_type WHERE name = 'tally.opened' AND revision = 1
                """.formatted(
                        tally, tally, new String(instance.codec.encode(Tallies.metadata()), StandardCharsets.UTF_8)));
        for (var stream : List.of(tailing, after(instance.source, 0))) {
            assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
            RecordedEvent recorded = RecordedEvents.of(stream.nextAvailable());
            assertThat(recorded.payload()).isEqualTo(new TallyEvent.Opened(tally, 1_000));
            assertThat(recorded.storedRevision()).isEqualTo(1);
        }
        assertThat(instance.reader
                        .decode(instance.reader.readAggregate(tally, 0).getFirst())
                        .payload())
                .isEqualTo(new TallyEvent.Opened(tally, 1_000));
    }

    @Test
    void a_message_tells_the_recorded_event_in_full() throws InterruptedException {
        UUID tally = instance.open(10);
        var stream = after(instance.source, 0);
        RecordedEvent fromMessage = RecordedEvents.of(stream.nextAvailable());
        RecordedEvent fromLedger =
                instance.reader.decode(instance.reader.readAfter(0, 1).getFirst());
        assertThat(fromMessage).isEqualTo(fromLedger);
        assertThat(fromMessage.aggregate()).isEqualTo(tally);
        assertThat(fromMessage.type()).isEqualTo("tally.opened");
    }

    private void awaitListening() {
        Awaitility.await().until(() -> {
            try (var connection = database.owner().getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND query LIKE 'LISTEN%'")) {
                rows.next();
                return rows.getInt(1) > 0;
            }
        });
        // The wake-up that comes with listening has passed when a reader finds nothing.
        Awaitility.await().pollDelay(Duration.ofMillis(200)).until(() -> true);
    }
}
