package no.journeyledger.store.proof;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerSchema;
import no.journeyledger.store.LogicalTypeName;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes an exported ledger, which was proven beforehand, into an empty store: the same events with the same bytes at the
 * same positions, their leaves, tiles and checkpoints. All of it or nothing. Answers kept for repeated requests and
 * snapshots are not part of an export: the first are gone, the second are made again.
 */
final class LedgerRestore {

    private static final int ROWS_AT_A_TIME = 256;

    private final DataSource owner;

    /** Into the database of this owner; its schema is made when it is missing. */
    LedgerRestore(DataSource owner) {
        this.owner = owner;
    }

    /** The store has something in it already, so nothing was written. */
    static final class NotEmpty extends RuntimeException {
        NotEmpty() {
            super("the store is not empty; nothing was written. Restore into a new database");
        }
    }

    /**
     * Restores.
     *
     * @param file an export that was proven
     * @param progress is told how many events are written
     * @return the last position
     * @throws NotEmpty when the store is not empty
     * @throws SQLException when the database refuses; nothing is written then
     */
    long restore(Path file, LongConsumer progress) throws SQLException {
        LedgerSchema.migrate(owner);
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, "SELECT pg_advisory_xact_lock(4771461)");
                mustBeEmpty(connection);
                long last = write(connection, file, progress);
                connection.commit();
                return last;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static void mustBeEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT EXISTS (SELECT FROM ledger.event) OR EXISTS (SELECT FROM ledger.log_leaf)
                            OR EXISTS (SELECT FROM ledger.log_checkpoint) OR EXISTS (SELECT FROM ledger.event_type)
                            OR EXISTS (SELECT FROM ledger.log_key)
                        """)) {
            rows.next();
            if (rows.getBoolean(1)) {
                throw new NotEmpty();
            }
        }
    }

    private static long write(Connection connection, Path file, LongConsumer progress) throws SQLException {
        try (var export = new ExportFile(file)) {
            types(connection, export);
            long last = events(connection, export, progress);
            keys(connection, export);
            leaves(connection, file);
            checkpoints(connection, file);
            return last;
        }
    }

    private static void types(Connection connection, ExportFile export) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO ledger.event_type VALUES (?, ?, ?)")) {
            for (Map.Entry<LogicalTypeName, Integer> type : export.numbers().entrySet()) {
                insert.setInt(1, type.getValue());
                insert.setString(2, type.getKey().name());
                insert.setInt(3, type.getKey().revision());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static long events(Connection connection, ExportFile export, LongConsumer progress) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY ledger.event (position, aggregate, sequence, event_id, type, recorded_at, payload, metadata)"
                                + " FROM STDIN");
        long last = 0;
        try {
            StoredLog.Rows<EncodedEvent> rows = export.events();
            for (EncodedEvent event = rows.next(); event != null; event = rows.next()) {
                byte[] line = line(event).getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(line, 0, line.length);
                last = event.position();
                if (last % 8192 == 0) {
                    progress.accept(last);
                }
            }
            copy.endCopy();
            return last;
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static String line(EncodedEvent event) {
        HexFormat hex = HexFormat.of();
        return event.position() + "\t" + event.aggregate() + "\t" + event.sequence() + "\t" + event.eventId() + "\t"
                + event.typeId() + "\t" + event.recordedAt() + "\t\\\\x" + hex.formatHex(event.payload()) + "\t\\\\x"
                + hex.formatHex(event.metadata()) + "\n";
    }

    private static void keys(Connection connection, ExportFile export) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO ledger.log_key VALUES (?, ?)")) {
            StoredLog.Rows<StoredLog.KeyRow> rows = export.keys();
            for (StoredLog.KeyRow row = rows.next(); row != null; row = rows.next()) {
                insert.setInt(1, row.number());
                insert.setString(2, row.key());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void leaves(Connection connection, Path file) throws SQLException {
        try (var export = new ExportFile(file);
                PreparedStatement leaves =
                        connection.prepareStatement("INSERT INTO ledger.log_leaf VALUES (?, ?, ?, ?)");
                PreparedStatement nodes = connection.prepareStatement("INSERT INTO ledger.log_node VALUES (?, ?, ?)")) {
            var full = new ArrayList<LogTables.Node>();
            var frontier = new Frontier();
            StoredLog.Rows<LogTables.Run> runs = export.runs();
            int waiting = 0;
            for (LogTables.Run run = runs.next(); run != null; run = runs.next()) {
                leaves.setLong(1, run.first());
                leaves.setInt(2, run.leaves());
                leaves.setBytes(3, run.entries());
                leaves.setBytes(4, run.hashes());
                leaves.addBatch();
                for (byte[] entry : EntryBundle.read(run.entries())) {
                    frontier.append(TreeHash.ofLeaf(entry), (height, index, hash) -> {
                        if (height % Tile.HEIGHT == 0) {
                            full.add(new LogTables.Node(height / Tile.HEIGHT, index, hash.bytes()));
                        }
                    });
                }
                if (++waiting == ROWS_AT_A_TIME) {
                    leaves.executeBatch();
                    write(nodes, full);
                    waiting = 0;
                }
            }
            leaves.executeBatch();
            write(nodes, full);
        }
    }

    private static void checkpoints(Connection connection, Path file) throws SQLException {
        try (var export = new ExportFile(file);
                PreparedStatement notes =
                        connection.prepareStatement("INSERT INTO ledger.log_checkpoint VALUES (?, ?)");
                PreparedStatement lines =
                        connection.prepareStatement("INSERT INTO ledger.log_cosignature VALUES (?, ?)")) {
            StoredLog.Rows<StoredLog.CheckpointRow> checkpoints = export.checkpoints();
            int waiting = 0;
            for (StoredLog.CheckpointRow row = checkpoints.next(); row != null; row = checkpoints.next()) {
                notes.setLong(1, row.size());
                notes.setBytes(2, row.note());
                notes.addBatch();
                if (++waiting % ROWS_AT_A_TIME == 0) {
                    notes.executeBatch();
                }
            }
            notes.executeBatch();
            StoredLog.Rows<StoredLog.CosignatureRow> cosignatures = export.cosignatures();
            for (StoredLog.CosignatureRow row = cosignatures.next(); row != null; row = cosignatures.next()) {
                lines.setLong(1, row.size());
                lines.setBytes(2, row.line());
                lines.addBatch();
                if (++waiting % ROWS_AT_A_TIME == 0) {
                    lines.executeBatch();
                }
            }
            lines.executeBatch();
        }
    }

    private static void write(PreparedStatement nodes, List<LogTables.Node> full) throws SQLException {
        for (LogTables.Node node : full) {
            nodes.setInt(1, node.level());
            nodes.setLong(2, node.index());
            nodes.setBytes(3, node.hash());
            nodes.addBatch();
        }
        nodes.executeBatch();
        full.clear();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
