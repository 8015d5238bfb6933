package no.journeyledger.store.axon;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerGap;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.LedgerUnavailable;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader's way through the ledger. What is pushed is used only if it continues exactly where the reader stands;
 * otherwise it is a hint to read from the database.
 */
final class LedgerStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final Logger log = LoggerFactory.getLogger(LedgerStream.class);

    private static final int READ_AHEAD = 1_000;
    private static final int PUSHED_BATCHES = 256;

    /** What was delivered before an unreadable event gets this long to be processed before the stream throws. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LedgerEventSource source;
    private final LedgerReader reader;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<DecodedBatch> pushed = new ArrayDeque<>();
    private boolean look = true;
    private boolean closed;
    private @Nullable Runnable callback;

    // Only the one consumer touches these, save for reading the positions.
    private final ArrayDeque<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private volatile long fetched;
    private volatile long delivered;
    private final long opened;
    private long deliveredNanos;
    private volatile @Nullable RuntimeException failure;

    LedgerStream(LedgerEventSource source, LedgerReader reader, long position) {
        this.source = source;
        this.reader = reader;
        this.opened = position;
        this.fetched = position;
        this.delivered = position;
    }

    void push(DecodedBatch batch) {
        Runnable tell;
        lock.lock();
        try {
            if (closed || failure != null) {
                return;
            }
            if (pushed.size() < PUSHED_BATCHES) {
                pushed.add(batch);
            } else {
                // Too slow for the push: the database has it all.
                pushed.clear();
                look = true;
            }
            changed.signalAll();
            tell = callback;
        } finally {
            lock.unlock();
        }
        if (tell != null) {
            tell.run();
        }
    }

    void wake(long position) {
        Runnable tell;
        lock.lock();
        try {
            long known = pushed.isEmpty()
                    ? fetched
                    : Math.max(fetched, pushed.getLast().last());
            if (closed || failure != null || (position <= known && !look)) {
                return;
            }
            look = true;
            changed.signalAll();
            tell = callback;
        } finally {
            lock.unlock();
        }
        if (tell != null) {
            tell.run();
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.of(ready.peek()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable() {
        if (!ready.isEmpty()) {
            return true;
        }
        fill();
        if (!ready.isEmpty()) {
            return true;
        }
        throwWhenStopped();
        return false;
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(timeout);
        while (!hasNextAvailable()) {
            lock.lockInterruptibly();
            try {
                while (pushed.isEmpty() && !look) {
                    if (left <= 0 || closed) {
                        return false;
                    }
                    left = changed.awaitNanos(left);
                }
                if (left <= 0 || closed || failure != null) {
                    return false;
                }
            } finally {
                lock.unlock();
            }
            if (unreachable) {
                // The database does not answer: the next look is the poll's, not a busy loop's.
                long before = System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(Math.min(left, 50_000_000));
                left -= System.nanoTime() - before;
            }
        }
        return true;
    }

    private boolean unreachable;

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            RuntimeException stopped = failure;
            if (stopped != null) {
                throw stopped;
            }
            lock.lock();
            try {
                if (closed) {
                    throw new IllegalStateException("the stream is closed");
                }
            } finally {
                lock.unlock();
            }
        }
        TrackedEventMessage<?> next = ready.remove();
        delivered = LedgerEventSource.position(next.trackingToken());
        deliveredNanos = System.nanoTime();
        source.passed(delivered);
        return next;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        lock.lock();
        try {
            callback = onAvailable;
        } finally {
            lock.unlock();
        }
        onAvailable.run();
        return true;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            callback = null;
            pushed.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        source.closed(this);
    }

    LedgerStreamState state() {
        RuntimeException stopped = failure;
        return new LedgerStreamState(delivered, stopped == null ? null : stopped.getMessage());
    }

    private void fill() {
        while (ready.isEmpty() && failure == null) {
            DecodedBatch batch;
            lock.lock();
            try {
                if (closed) {
                    return;
                }
                batch = pushed.poll();
                if (batch == null) {
                    if (!look) {
                        return;
                    }
                    look = false;
                }
            } finally {
                lock.unlock();
            }
            if (batch == null || batch.first() > fetched + 1) {
                if (!readFromLedger()) {
                    return;
                }
            } else if (batch.last() > fetched) {
                take(batch);
            }
        }
    }

    /** Reads on from the database; false when there was nothing to read or it does not answer. */
    private boolean readFromLedger() {
        List<EncodedEvent> events;
        LedgerGap gap = null;
        try {
            try {
                events = reader.readAfter(fetched, READ_AHEAD);
            } catch (LedgerGap e) {
                gap = e;
                int before = Math.toIntExact(e.missing() - 1 - fetched);
                events = before == 0 ? List.of() : reader.readAfter(fetched, before);
            }
            unreachable = false;
        } catch (LedgerUnavailable e) {
            log.debug("the ledger cannot be read now", e);
            unreachable = true;
            lookAgain();
            return false;
        }
        if (events.size() == READ_AHEAD) {
            lookAgain();
        }
        if (!events.isEmpty()) {
            take(new DecodedBatch(events, reader));
        }
        if (gap != null && failure == null) {
            stop(gap.missing(), gap);
        }
        return !events.isEmpty();
    }

    private void lookAgain() {
        lock.lock();
        try {
            look = true;
        } finally {
            lock.unlock();
        }
    }

    private void take(DecodedBatch batch) {
        List<TrackedEventMessage<?>> messages = batch.messages();
        int known = Math.toIntExact(Math.max(0, fetched + 1 - batch.first()));
        if (known < messages.size()) {
            ready.addAll(messages.subList(known, messages.size()));
            fetched = batch.first() + messages.size() - 1;
        }
        RuntimeException unreadable = batch.failure();
        if (unreadable instanceof LedgerUnavailable) {
            // Not the event's fault: its type could not be looked up just now.
            unreachable = true;
            lookAgain();
        } else if (unreadable != null) {
            stop(fetched + 1, unreadable);
        }
    }

    private void stop(long position, RuntimeException reason) {
        failure = reason;
        lock.lock();
        try {
            pushed.clear();
            look = false;
        } finally {
            lock.unlock();
        }
        source.stoppedAt(position, String.valueOf(reason.getMessage()));
    }

    private void throwWhenStopped() {
        RuntimeException stopped = failure;
        if (stopped != null && (delivered == opened || System.nanoTime() - deliveredNanos > GRACE_NANOS)) {
            throw stopped;
        }
    }
}
