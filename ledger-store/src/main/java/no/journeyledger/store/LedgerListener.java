package no.journeyledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of what other processes have committed and wakes this process' readers. After every (re)connect it wakes them
 * too: what was said in between was not heard.
 */
public final class LedgerListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LedgerListener.class);

    private static final int CLOSE_CHECK_MILLIS = 500;

    private final DataSource reader;
    private final PushHub hub;
    private final Thread thread;
    private volatile boolean closed;

    /** Starts listening. Keeps one connection to itself. */
    public LedgerListener(DataSource reader, PushHub hub) {
        this.reader = reader;
        this.hub = hub;
        this.thread = Thread.ofPlatform().name("ledger-listener").daemon().start(this::run);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(2L * CLOSE_CHECK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try (Connection connection = reader.getConnection()) {
                connection.setAutoCommit(true);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("LISTEN " + LedgerNotifier.CHANNEL);
                }
                hub.wake(Long.MAX_VALUE);
                PGConnection postgres = connection.unwrap(PGConnection.class);
                while (!closed) {
                    wake(postgres.getNotifications(CLOSE_CHECK_MILLIS));
                }
                try (Statement statement = connection.createStatement()) {
                    statement.execute("UNLISTEN *");
                }
            } catch (SQLException e) {
                if (!closed) {
                    log.warn(
                            "the listener lost its connection (SQLSTATE {}); readers look by themselves meanwhile",
                            e.getSQLState());
                    LockSupport.parkNanos(500_000_000);
                }
            }
        }
    }

    private void wake(PGNotification @Nullable [] notifications) {
        if (notifications == null || notifications.length == 0) {
            return;
        }
        long position = 0;
        for (PGNotification notification : notifications) {
            position = Math.max(position, position(notification));
        }
        hub.wake(position);
    }

    private static long position(PGNotification notification) {
        try {
            return Long.parseLong(notification.getParameter());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
