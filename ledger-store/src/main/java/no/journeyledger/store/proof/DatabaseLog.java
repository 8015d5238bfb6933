package no.journeyledger.store.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LogicalTypeName;

/** A ledger and its log in the database, as of one moment, read through cursors. The reader role is enough. */
final class DatabaseLog implements StoredLog {

    private static final int EVENTS_AT_A_TIME = 500;
    private static final int RUNS_AT_A_TIME = 16;
    private static final int SMALL_ROWS_AT_A_TIME = 1000;

    private final Connection connection;

    DatabaseLog(DataSource source) throws SQLException {
        this.connection = source.getConnection();
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Rows<T> rows(String sql, int atATime, Reading<T> reading) {
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            statement.closeOnCompletion();
            statement.setFetchSize(atATime);
            ResultSet rows = statement.executeQuery();
            return () -> {
                try {
                    if (!rows.isClosed() && rows.next()) {
                        return reading.read(rows);
                    }
                    rows.close();
                    return null;
                } catch (SQLException e) {
                    throw new LogUnreadable("the database stopped answering", e);
                }
            };
        } catch (SQLException e) {
            throw new LogUnreadable("the database could not be read: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean hasEvents() {
        return true;
    }

    @Override
    public Rows<KeyRow> keys() {
        return rows(
                "SELECT number, key FROM ledger.log_key ORDER BY number, key",
                SMALL_ROWS_AT_A_TIME,
                row -> new KeyRow(row.getInt(1), row.getString(2)));
    }

    @Override
    public Map<Integer, List<LogicalTypeName>> types() {
        try {
            return TypeNames.read(connection);
        } catch (SQLException e) {
            throw new LogUnreadable("the event types could not be read", e);
        }
    }

    @Override
    public Rows<EncodedEvent> events() {
        return rows(
                """
                SELECT position, aggregate, sequence, event_id, type, recorded_at, payload, metadata
                FROM ledger.event ORDER BY position
                """,
                EVENTS_AT_A_TIME,
                row -> new EncodedEvent(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getObject(4, UUID.class),
                        row.getInt(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getBytes(7),
                        row.getBytes(8)));
    }

    @Override
    public Rows<LogTables.Run> runs() {
        return rows(
                "SELECT first, leaves, entries, hashes FROM ledger.log_leaf ORDER BY first",
                RUNS_AT_A_TIME,
                row -> new LogTables.Run(row.getLong(1), row.getInt(2), row.getBytes(3), row.getBytes(4)));
    }

    @Override
    public Rows<LogTables.Node> nodes(int level) {
        return nodesWhere("level = " + level);
    }

    @Override
    public Rows<LogTables.Node> strayNodes() {
        return nodesWhere("level NOT BETWEEN 1 AND " + Tile.HIGHEST_LEVEL);
    }

    private Rows<LogTables.Node> nodesWhere(String levels) {
        return rows(
                "SELECT level, index, hash FROM ledger.log_node WHERE " + levels + " ORDER BY level, index",
                SMALL_ROWS_AT_A_TIME,
                row -> new LogTables.Node(row.getInt(1), row.getLong(2), row.getBytes(3)));
    }

    @Override
    public Rows<CheckpointRow> checkpoints() {
        return rows(
                "SELECT size, note FROM ledger.log_checkpoint ORDER BY size, note",
                SMALL_ROWS_AT_A_TIME,
                row -> new CheckpointRow("log_checkpoint size=" + row.getLong(1), row.getLong(1), row.getBytes(2)));
    }

    @Override
    public Rows<CosignatureRow> cosignatures() {
        return rows(
                "SELECT size, line FROM ledger.log_cosignature ORDER BY size, line",
                SMALL_ROWS_AT_A_TIME,
                row -> new CosignatureRow(row.getLong(1), row.getBytes(2)));
    }

    @Override
    public long entries() {
        Long count = rows("SELECT max(position) FROM ledger.event", 1, row -> row.getLong(1))
                .next();
        return count == null ? 0 : count;
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            throw new LogUnreadable("the database stopped answering", e);
        }
    }
}
