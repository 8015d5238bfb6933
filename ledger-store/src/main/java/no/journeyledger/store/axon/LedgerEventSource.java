package no.journeyledger.store.axon;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import no.journeyledger.store.LedgerBatch;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.LedgerUnavailable;
import no.journeyledger.store.PushHub;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger as a source for Axon's event processors, also where nothing is appended. Tokens are plain ledger positions:
 * a reader at a position has seen everything up to it and nothing beyond.
 *
 * <p>Readers are pushed: with the committed batch itself in the appending process, with a wake-up elsewhere. A slow look
 * at the ledger's head makes up for whatever hint was lost.
 *
 * <p>A reader never passes over what it cannot read. It delivers everything before an event of an unknown type (or a
 * damaged event, or a gap), then stops: its stream throws, and {@link #stopped()} says why, until a version of the
 * software that can read it goes on from exactly there.
 */
public final class LedgerEventSource implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

    /** How often the head is looked at when nothing else happens. */
    public static final Duration STANDARD_POLL = Duration.ofMillis(250);

    private static final Logger log = LoggerFactory.getLogger(LedgerEventSource.class);

    private final LedgerReader reader;
    private final Set<LedgerStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Stop> stop = new AtomicReference<>();
    private final PushHub.Subscription subscription;
    private final ScheduledExecutorService poller;
    private final ScheduledFuture<?> polling;
    private volatile boolean unreachable;

    /**
     * An event nobody gets past.
     *
     * @param position where it stands
     * @param reason why it cannot be read
     */
    record Stop(long position, String reason) {}

    /**
     * Starts the source.
     *
     * @param reader reads with the role of this process
     * @param hub tells of new events
     * @param poll how often to look when nobody tells
     */
    public LedgerEventSource(LedgerReader reader, PushHub hub, Duration poll, MeterRegistry meters) {
        this.reader = reader;
        this.subscription = hub.subscribe(new PushHub.Subscriber() {
            @Override
            public void committed(LedgerBatch batch) {
                var shared = new DecodedBatch(batch, reader);
                streams.forEach(stream -> stream.push(shared));
            }

            @Override
            public void wake(long position) {
                streams.forEach(stream -> stream.wake(position));
            }
        });
        this.poller = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("ledger-poll").daemon().factory());
        long nanos = poll.toNanos();
        this.polling = poller.scheduleWithFixedDelay(this::poll, nanos, nanos, TimeUnit.NANOSECONDS);
        Gauge.builder("ledger.stream.stopped", () -> stop.get() == null ? 0 : 1)
                .description("1 while a reader stands before an event it cannot read")
                .register(meters);
    }

    private void poll() {
        if (streams.isEmpty()) {
            return;
        }
        try {
            long head = reader.head();
            unreachable = false;
            streams.forEach(stream -> stream.wake(head));
        } catch (LedgerUnavailable e) {
            if (!unreachable) {
                log.warn("the ledger's head cannot be read; readers wait", e);
            }
            unreachable = true;
        } catch (RuntimeException e) {
            log.error("looking at the ledger's head failed", e);
        }
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        long position = position(WrappedToken.unwrapLowerBound(trackingToken));
        if (position > 0) {
            long head = reader.head();
            if (position > head) {
                throw new IllegalStateException("the reader has come to position " + position
                        + " but the ledger ends at " + head
                        + ": the ledger was restored to an earlier time than its readers; rebuild them");
            }
        }
        var stream = new LedgerStream(this, reader, position);
        streams.add(stream);
        return stream;
    }

    static long position(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> 0;
            case GlobalSequenceTrackingToken sequence -> sequence.getGlobalIndex();
            default ->
                throw new IllegalArgumentException("a " + token.getClass().getSimpleName()
                        + " is no ledger position: it belongs to another store");
        };
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(reader.positionBefore(dateTime));
    }

    /** Every open reader. */
    public List<LedgerStreamState> states() {
        return streams.stream().map(LedgerStream::state).toList();
    }

    /** Why readers stand still before an event, empty while they go on. */
    public Optional<String> stopped() {
        return Optional.ofNullable(stop.get()).map(Stop::reason);
    }

    void stoppedAt(long position, String reason) {
        Stop before = stop.getAndUpdate(
                known -> known == null || position < known.position() ? new Stop(position, reason) : known);
        if (before == null || before.position() != position) {
            log.error("a reader of the ledger has stopped before position {}: {}", position, reason);
        }
    }

    void passed(long position) {
        Stop known = stop.get();
        if (known != null && position >= known.position() && stop.compareAndSet(known, null)) {
            log.info("a reader has read position {}, where readers had stopped", known.position());
        }
    }

    void closed(LedgerStream stream) {
        streams.remove(stream);
    }

    @Override
    public void close() {
        subscription.close();
        polling.cancel(false);
        poller.shutdownNow();
        List.copyOf(streams).forEach(LedgerStream::close);
    }
}
