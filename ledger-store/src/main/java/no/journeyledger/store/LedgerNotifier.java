package no.journeyledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other processes that the ledger has grown: one notification for everything committed since the last one, from a
 * connection and transaction of its own, so that it never slows an append down. A lost notification costs the listener
 * only the time until it looks by itself.
 */
public final class LedgerNotifier implements AutoCloseable {

    static final String CHANNEL = "ledger";

    private static final Logger log = LoggerFactory.getLogger(LedgerNotifier.class);

    private final DataSource writer;
    private final AtomicLong committed = new AtomicLong();
    private final PushHub.Subscription subscription;
    private final Thread thread;
    private volatile boolean closed;

    /** Starts notifying of what is committed through the hub. Keeps one connection to itself. */
    public LedgerNotifier(DataSource writer, PushHub hub) {
        this.writer = writer;
        this.thread = Thread.ofPlatform().name("ledger-notifier").daemon().unstarted(this::run);
        this.subscription = hub.subscribe(new PushHub.Subscriber() {
            @Override
            public void committed(LedgerBatch batch) {
                committed.accumulateAndGet(batch.last(), Math::max);
                LockSupport.unpark(thread);
            }

            @Override
            public void wake(long position) {
                // Came from another process: it has told everybody already.
            }
        });
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        subscription.close();
        LockSupport.unpark(thread);
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        long told = 0;
        while (!closed) {
            try (Connection connection = writer.getConnection()) {
                try (Statement statement = connection.createStatement()) {
                    // A notification is no data: it need not wait for a flush, nor take one from an append.
                    statement.execute("SET synchronous_commit = off");
                }
                try (PreparedStatement notify = connection.prepareStatement("SELECT pg_notify('" + CHANNEL + "', ?)")) {
                    told = tell(notify, told);
                } finally {
                    reset(connection);
                }
            } catch (SQLException e) {
                if (!closed) {
                    log.warn(
                            "other processes could not be notified (SQLSTATE {}); they will look by themselves",
                            e.getSQLState());
                    LockSupport.parkNanos(500_000_000);
                }
            }
        }
    }

    private long tell(PreparedStatement notify, long toldBefore) throws SQLException {
        long told = toldBefore;
        while (!closed) {
            long position = committed.get();
            if (position > told) {
                notify.setString(1, Long.toString(position));
                notify.execute();
                told = position;
            } else {
                LockSupport.park(this);
            }
        }
        return told;
    }

    private static void reset(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("RESET synchronous_commit");
        } catch (SQLException e) {
            log.debug("the notifier's connection was already lost", e);
        }
    }
}
