package no.journeyledger.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records appends in groups: callers hand theirs over and wait; one thread takes whatever has arrived, writes it in one
 * call and one commit, and answers everybody. No timer delays anything: while one group is being flushed the next one
 * gathers.
 *
 * <p>Every answer is true. A position means committed and flushed. A {@link ConcurrentAppend} or
 * {@link IdempotencyKeyTaken} means nothing was written. When the connection is lost while a group is being committed,
 * its outcome is not known: the appender reconnects, waits until no append is under way, and looks each append up by its
 * first event's id before it answers or writes it again. Only when that cannot be done in time is the answer
 * {@link LedgerUnavailable}.
 */
public final class LedgerAppender implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LedgerAppender.class);

    private final DataSource writer;
    private final PushHub hub;
    private final AppendSettings settings;
    private final BlockingQueue<Waiting> arrived;
    private final ArrayDeque<Waiting> deferred = new ArrayDeque<>();
    private final Thread thread;
    private volatile boolean closed;

    private final DistributionSummary batchSize;
    private final Timer latency;
    private final MeterRegistry meters;

    private @Nullable AppendCall call;
    private boolean reachable = true;

    private record Waiting(Append append, long bytes, CompletableFuture<Appended> outcome) {}

    /**
     * Starts an appender. It keeps one connection to itself for as long as it lives.
     *
     * @param writer connections of the writer role
     * @param hub is told of every committed group
     */
    public LedgerAppender(DataSource writer, PushHub hub, AppendSettings settings, MeterRegistry meters) {
        this.writer = writer;
        this.hub = hub;
        this.settings = settings;
        this.meters = meters;
        this.arrived = new LinkedBlockingQueue<>(settings.waiting());
        this.batchSize = DistributionSummary.builder("ledger.append.batch.size")
                .description("appends committed together")
                .publishPercentileHistogram()
                .register(meters);
        this.latency = Timer.builder("ledger.append.latency")
                .description("from handing an append over to its durable answer")
                .publishPercentileHistogram()
                .register(meters);
        Gauge.builder("ledger.append.waiting", arrived, BlockingQueue::size)
                .description("appends waiting for their group")
                .register(meters);
        this.thread = Thread.ofPlatform().name("ledger-appender").daemon().start(this::run);
    }

    /**
     * Records everything in the append or nothing of it, and waits until that is durable. Cheap to wait on from a virtual
     * thread.
     *
     * @throws ConcurrentAppend when an aggregate has gone on since it was read
     * @throws IdempotencyKeyTaken when the request was already answered
     * @throws UnacceptableAppend when the database refuses the data
     * @throws LedgerUnavailable when the ledger could not be reached in time, or too many wait
     */
    public Appended append(Append append) {
        long started = System.nanoTime();
        var waiting = new Waiting(append, append.bytes(), new CompletableFuture<>());
        try {
            if (closed || !arrived.offer(waiting)) {
                throw new LedgerUnavailable(closed ? "the ledger is closing" : "too many appends are waiting", null);
            }
            if (closed && arrived.remove(waiting)) {
                throw new LedgerUnavailable("the ledger is closing", null);
            }
            Appended appended = waiting.outcome().join();
            latency.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
            return appended;
        } catch (CompletionException e) {
            if (e.getCause() instanceof AppendFailure failure) {
                count(failure);
                throw failure;
            }
            throw e;
        } catch (LedgerUnavailable e) {
            count(e);
            throw e;
        }
    }

    private void count(AppendFailure failure) {
        String kind = switch (failure) {
            case ConcurrentAppend f -> "concurrent";
            case IdempotencyKeyTaken f -> "key-taken";
            case LedgerUnavailable f -> "unavailable";
            case UnacceptableAppend f -> "unacceptable";
        };
        Counter.builder("ledger.append.failures")
                .description("appends that were not recorded, by kind")
                .tag("kind", kind)
                .register(meters)
                .increment();
    }

    /** Writes what has arrived, then ends. Appends that come later are refused as unavailable. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(settings.patience().plus(settings.silence()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (true) {
            List<Waiting> group = gather();
            if (group.isEmpty()) {
                if (closed && arrived.isEmpty()) {
                    disconnect();
                    return;
                }
                continue;
            }
            try {
                write(group);
            } catch (RuntimeException | Error e) {
                log.error("an append group failed unexpectedly; its callers are told that the outcome is unknown", e);
                disconnect();
                fail(group, new LedgerUnavailable("the append failed unexpectedly", e));
            }
        }
    }

    /**
     * Takes what fits into one group. An aggregate (or an idempotency key) occurs once in a group: the check of what was
     * expected sees the ledger before the group. Those that come second wait for the next group, in their order.
     */
    private List<Waiting> gather() {
        var candidates = new ArrayList<>(deferred);
        deferred.clear();
        if (candidates.isEmpty()) {
            try {
                Waiting first = closed ? arrived.poll() : arrived.take();
                if (first == null) {
                    return List.of();
                }
                candidates.add(first);
            } catch (InterruptedException e) {
                return List.of();
            }
        }
        arrived.drainTo(candidates, Math.max(0, settings.groupCommands() - candidates.size()));

        var group = new ArrayList<Waiting>(candidates.size());
        Set<UUID> taken = new HashSet<>();
        long bytes = 0;
        for (Waiting candidate : candidates) {
            boolean fits = group.isEmpty()
                    || (group.size() < settings.groupCommands() && bytes + candidate.bytes() <= settings.groupBytes());
            boolean free = true;
            for (UUID aggregate : candidate.append().expected().keySet()) {
                free &= taken.add(aggregate);
            }
            Append.Idempotency idempotency = candidate.append().idempotency();
            if (idempotency != null) {
                free &= taken.add(idempotency.key().key());
            }
            if (fits && free) {
                group.add(candidate);
                bytes += candidate.bytes();
            } else {
                deferred.add(candidate);
            }
        }
        return group;
    }

    /** Writes a group until every one of it has its answer. */
    private void write(List<Waiting> group) {
        List<Waiting> left = group;
        boolean uncertain = false;
        long deadline = System.nanoTime() + settings.patience().toNanos();
        long pause = 5;
        while (!left.isEmpty()) {
            try {
                AppendCall connected = connect();
                if (uncertain) {
                    left = answerThoseFound(connected, left);
                    if (left.isEmpty()) {
                        return;
                    }
                }
                List<Waiting> written = left;
                AppendCall.Outcome outcome =
                        connected.execute(written.stream().map(Waiting::append).toList());
                if (uncertain && !outcome.dropped().isEmpty()) {
                    // The lost call may have come through after it was looked up.
                    left = answerThoseFound(
                            connected,
                            outcome.dropped().stream().map(written::get).toList());
                    answer(written, outcome, Set.copyOf(left));
                } else {
                    answer(written, outcome, Set.copyOf(written));
                }
                reachable = true;
                return;
            } catch (SQLException e) {
                if (isRefusedData(e)) {
                    bisect(left, e);
                    return;
                }
                disconnect();
                uncertain = true;
                boolean hopeless = !reachable && call == null && isConnectionRefused(e);
                if (hopeless || closed || System.nanoTime() > deadline) {
                    log.error("the ledger cannot be reached; {} appends are answered as unavailable", left.size(), e);
                    reachable = false;
                    fail(left, new LedgerUnavailable("the ledger's database cannot be reached", e));
                    return;
                }
                log.warn(
                        "the connection to the ledger failed (SQLSTATE {}); looking up what was written",
                        e.getSQLState());
                pause(pause);
                pause = Math.min(pause * 2, 250);
            }
        }
    }

    /** Completes the callers of one call; {@code losers} limits who may be told of a loss. */
    private void answer(List<Waiting> written, AppendCall.Outcome outcome, Set<Waiting> losers) {
        long position = outcome.head();
        int recorded = 0;
        var events = new ArrayList<EncodedEvent>();
        for (int i = 0; i < written.size(); i++) {
            Waiting waiting = written.get(i);
            if (outcome.taken().contains(i)) {
                Append.Idempotency idempotency = waiting.append().idempotency();
                if (losers.contains(waiting) && idempotency != null) {
                    waiting.outcome()
                            .completeExceptionally(
                                    new IdempotencyKeyTaken(idempotency.key().key()));
                }
            } else if (outcome.conflicting().contains(i)) {
                if (losers.contains(waiting)) {
                    waiting.outcome()
                            .completeExceptionally(new ConcurrentAppend("an aggregate has gone on since it was read"));
                }
            } else {
                long first = position + 1;
                for (NewEvent event : waiting.append().events()) {
                    position++;
                    events.add(encoded(event, position, outcome.recordedAt()));
                }
                recorded++;
                waiting.outcome().complete(new Appended(first, position, outcome.recordedAt()));
            }
        }
        if (recorded > 0) {
            batchSize.record(recorded);
            hub.publish(new LedgerBatch(events));
        }
    }

    /** Answers the appends that an interrupted call did record, and gives back the others. */
    private List<Waiting> answerThoseFound(AppendCall connected, List<Waiting> asked) throws SQLException {
        List<AppendCall.Found> found =
                connected.lookUp(asked.stream().map(Waiting::append).toList());
        var left = new ArrayList<Waiting>(asked);
        for (AppendCall.Found each : found.stream()
                .sorted(Comparator.comparingLong(AppendCall.Found::position))
                .toList()) {
            Waiting waiting = asked.get(each.index());
            left.remove(waiting);
            List<NewEvent> events = waiting.append().events();
            long last = each.position() + events.size() - 1;
            waiting.outcome().complete(new Appended(each.position(), last, each.recordedAt()));
            var encoded = new ArrayList<EncodedEvent>();
            for (NewEvent event : events) {
                encoded.add(encoded(event, each.position() + encoded.size(), each.recordedAt()));
            }
            hub.publish(new LedgerBatch(encoded));
        }
        return left;
    }

    private static EncodedEvent encoded(NewEvent event, long position, Instant recordedAt) {
        return new EncodedEvent(
                position,
                event.aggregate(),
                event.sequence(),
                event.eventId(),
                event.typeId(),
                recordedAt,
                event.payload(),
                event.metadata());
    }

    /** One append's data is refused and took the whole group with it: halve the group until it stands alone. */
    private void bisect(List<Waiting> group, SQLException cause) {
        if (group.size() == 1) {
            log.error("the ledger refuses the data of an append (SQLSTATE {})", cause.getSQLState());
            group.getFirst().outcome().completeExceptionally(new UnacceptableAppend(cause));
            return;
        }
        int half = group.size() / 2;
        write(group.subList(0, half));
        write(group.subList(half, group.size()));
    }

    private static boolean isRefusedData(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
    }

    private static boolean isConnectionRefused(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08");
    }

    private void fail(List<Waiting> group, AppendFailure failure) {
        for (Waiting waiting : group) {
            waiting.outcome().completeExceptionally(failure);
        }
    }

    private AppendCall connect() throws SQLException {
        if (call == null) {
            Connection connection = writer.getConnection();
            try {
                call = new AppendCall(connection, settings.silence());
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
        return call;
    }

    private void disconnect() {
        if (call != null) {
            call.close();
            call = null;
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            // Closing: the caller sees that by itself.
        }
    }
}
