package no.journeyledger.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import no.journeyledger.store.testing.LedgerTestDatabase;
import org.awaitility.Awaitility;

/** Holds the ledger's one append lock, as a writer that is stalled in the middle of a batch does. */
public final class HeldAppendLock implements AutoCloseable {

    private final Connection connection;
    private boolean held = true;

    public HeldAppendLock(LedgerTestDatabase database) {
        try {
            connection = database.owner().getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(4771461)");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Executes within the stalled transaction. */
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until an append waits for the lock. */
    public void awaitWaiting() {
        Awaitility.await().until(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                                    + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")) {
                rows.next();
                return rows.getInt(1) > 0;
            }
        });
    }

    /** Commits, and so lets the others go on. */
    public void release() {
        try {
            if (held) {
                held = false;
                connection.commit();
                connection.setAutoCommit(true);
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        release();
    }
}
