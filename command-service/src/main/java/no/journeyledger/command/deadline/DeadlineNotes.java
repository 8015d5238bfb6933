package no.journeyledger.command.deadline;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LedgerBatch;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.LedgerUnavailable;
import no.journeyledger.store.LogicalTypeName;
import no.journeyledger.store.PushHub;
import no.journeyledger.store.RecordedEvent;
import no.journeyledger.store.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the ledger and notes every deadline an event sets. It remembers how far it has read, and reads again from there when
 * it starts; noting a deadline twice changes nothing. Events that set none cost it a look at their type.
 */
final class DeadlineNotes implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeadlineNotes.class);
    private static final int BATCH = 500;

    /** How often to look for events of other instances that may have died before they noted a deadline. */
    private static final long LOOK_AGAIN_NANOS = 15_000_000_000L;

    private final DataSource writer;
    private final LedgerReader reader;
    private final TypeRegistry types;
    private final Collection<Deadlines> deadlines;
    private final SchedulerClient scheduler;
    private final Set<String> settingTypes;
    private final PushHub.Subscription subscription;
    private final Thread thread;
    private final Object seenLock = new Object();
    private long seen;
    private volatile boolean closed;

    DeadlineNotes(
            DataSource writer,
            LedgerReader reader,
            EventCodec codec,
            TypeRegistry types,
            PushHub hub,
            Collection<Deadlines> deadlines,
            SchedulerClient scheduler) {
        this.writer = writer;
        this.reader = reader;
        this.types = types;
        this.deadlines = deadlines;
        this.scheduler = scheduler;
        this.settingTypes = deadlines.stream()
                .flatMap(one -> one.setBy().stream())
                .map(type -> codec.catalogue().nameOf(type).name())
                .collect(toUnmodifiableSet());
        this.thread = Thread.ofPlatform().name("deadlines").daemon().unstarted(this::run);
        this.subscription = hub.subscribe(new PushHub.Subscriber() {
            @Override
            public void committed(LedgerBatch batch) {
                look(batch);
            }

            @Override
            public void wake(long position) {
                // Came from another instance, which notes its own.
            }
        });
        thread.start();
    }

    /** Passes over a batch that sets no deadline, and wakes the reader for one that does. */
    private void look(LedgerBatch batch) {
        if (batch.events().stream().anyMatch(this::sets)) {
            LockSupport.unpark(thread);
            return;
        }
        synchronized (seenLock) {
            if (batch.first() == seen + 1) {
                seen = batch.last();
            }
        }
    }

    private boolean sets(EncodedEvent event) {
        LogicalTypeName type = types.find(event.typeId());
        return type == null || settingTypes.contains(type.name());
    }

    private void run() {
        boolean started = false;
        while (!closed) {
            try {
                if (!started) {
                    seenUpTo(stored());
                    started = true;
                }
                catchUp();
                LockSupport.parkNanos(this, LOOK_AGAIN_NANOS);
            } catch (LedgerUnavailable e) {
                log.warn("deadlines wait for the ledger's database: {}", e.getMessage());
                LockSupport.parkNanos(this, 1_000_000_000L);
            } catch (RuntimeException e) {
                // Passing over the event would lose its deadline: it stays here until somebody looks.
                log.error("deadlines cannot be noted after position {}", seen(), e);
                LockSupport.parkNanos(this, 10_000_000_000L);
            }
        }
    }

    private void catchUp() {
        long head = reader.head();
        long from = seen();
        while (!closed) {
            List<EncodedEvent> events = reader.readAfter(from, head, settingTypes, BATCH);
            for (EncodedEvent event : events) {
                note(reader.decode(event));
                from = event.position();
            }
            if (events.size() < BATCH) {
                break;
            }
        }
        if (seenUpTo(head)) {
            store(head);
        }
    }

    private void note(RecordedEvent event) {
        for (Deadlines one : deadlines) {
            if (one.setBy().contains(event.payload().getClass())) {
                for (Deadline deadline : one.of(event)) {
                    scheduler.scheduleIfNotExists(
                            new TaskInstance<Void>(PassedDeadlines.TASK, PassedDeadlines.idOf(deadline, event)),
                            deadline.passes());
                }
            }
        }
    }

    private long seen() {
        synchronized (seenLock) {
            return seen;
        }
    }

    private boolean seenUpTo(long position) {
        synchronized (seenLock) {
            boolean further = position > seen;
            seen = Math.max(seen, position);
            return further;
        }
    }

    private long stored() {
        try (Connection connection = writer.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT position FROM deadline.read_up_to");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        } catch (SQLException e) {
            throw new LedgerUnavailable("how far deadlines were noted could not be read", e);
        }
    }

    private void store(long position) {
        try (Connection connection = writer.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE deadline.read_up_to SET position = ? WHERE position < ?")) {
            update.setLong(1, position);
            update.setLong(2, position);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new LedgerUnavailable("how far deadlines were noted could not be kept", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
        LockSupport.unpark(thread);
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
