package no.journeyledger.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The appender's connection and the one statement it executes: a group of appends as parallel arrays. */
final class AppendCall {

    private static final Logger log = LoggerFactory.getLogger(AppendCall.class);

    private static final int PARAMETERS = 23;

    private final Connection connection;
    private final PGConnection postgres;
    private final PreparedStatement append;

    /**
     * What became of the appends, by their index in the call.
     *
     * @param head the last position before the call
     * @param recordedAt when those not dropped were recorded
     * @param conflicting those whose expectations did not hold
     * @param taken those whose idempotency key was taken
     */
    record Outcome(long head, Instant recordedAt, Set<Integer> conflicting, Set<Integer> taken) {
        List<Integer> dropped() {
            var dropped = new ArrayList<>(conflicting);
            dropped.addAll(taken);
            return dropped;
        }
    }

    /** An append found in the ledger, by its index in the question. */
    record Found(int index, long position, Instant recordedAt) {}

    AppendCall(Connection connection, Duration silence) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(silence.toMillis()));
        this.postgres = connection.unwrap(PGConnection.class);
        this.append = connection.prepareStatement(
                "SELECT head, recorded, conflicting, taken FROM ledger.append(" + "?, ".repeat(PARAMETERS - 1) + "?)");
        append.unwrap(PGStatement.class).setPrepareThreshold(1);
    }

    Outcome execute(List<Append> appends) throws SQLException {
        var expected = new Columns();
        var events = new Columns();
        var keys = new Columns();
        var snapshots = new Columns();
        for (int i = 0; i < appends.size(); i++) {
            Append each = appends.get(i);
            for (Map.Entry<UUID, Long> entry : each.expected().entrySet()) {
                expected.row(i, entry.getKey(), entry.getValue());
            }
            for (NewEvent event : each.events()) {
                events.row(
                        i,
                        event.aggregate(),
                        event.sequence(),
                        event.eventId(),
                        event.typeId(),
                        event.payload(),
                        event.metadata());
            }
            Append.Idempotency idempotency = each.idempotency();
            if (idempotency != null) {
                keys.row(
                        i,
                        idempotency.key().key(),
                        idempotency.key().requestHash(),
                        idempotency.answer().status(),
                        idempotency.answer().body(),
                        idempotency.version());
            }
            for (NewSnapshot snapshot : each.snapshots()) {
                snapshots.row(
                        i,
                        snapshot.aggregate(),
                        snapshot.sequence(),
                        snapshot.stateType(),
                        snapshot.stateRevision(),
                        snapshot.state(),
                        snapshot.mac());
            }
        }
        int parameter = 1;
        parameter = expected.bind(parameter, "int4", "uuid", "int8");
        parameter = events.bind(parameter, "int4", "uuid", "int8", "uuid", "int2", "bytea", "bytea");
        parameter = keys.bind(parameter, "int4", "uuid", "bytea", "int2", "bytea", "int8");
        snapshots.bind(parameter, "int4", "uuid", "int8", "text", "int4", "bytea", "bytea");
        try (ResultSet answer = append.executeQuery()) {
            answer.next();
            return new Outcome(
                    answer.getLong(1), LedgerReader.instant(answer, 2), indexes(answer, 3), indexes(answer, 4));
        }
    }

    private static Set<Integer> indexes(ResultSet answer, int column) throws SQLException {
        Integer[] indexes = (Integer[]) answer.getArray(column).getArray();
        return indexes.length == 0 ? Set.of() : new HashSet<>(List.of(indexes));
    }

    /**
     * Finds the appends that are in the ledger: an append is all or nothing, so its first event speaks for it. Waits first
     * until no append is under way.
     */
    List<Found> lookUp(List<Append> appends) throws SQLException {
        try (PreparedStatement settle = connection.prepareStatement("SELECT ledger.settle()")) {
            settle.execute();
        }
        var found = new ArrayList<Found>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT position, recorded_at FROM ledger.event WHERE aggregate = ? AND sequence = ? AND event_id = ?")) {
            for (int i = 0; i < appends.size(); i++) {
                NewEvent first = appends.get(i).events().getFirst();
                select.setObject(1, first.aggregate());
                select.setLong(2, first.sequence());
                select.setObject(3, first.eventId());
                try (ResultSet rows = select.executeQuery()) {
                    if (rows.next()) {
                        found.add(new Found(i, rows.getLong(1), LedgerReader.instant(rows, 2)));
                    }
                }
            }
        }
        return found;
    }

    void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("the appender's connection was already lost", e);
        }
    }

    /** Rows gathered to be bound as one array per column. */
    private final class Columns {

        private final List<Object[]> rows = new ArrayList<>();

        void row(Object... values) {
            rows.add(values);
        }

        int bind(int firstParameter, String... types) throws SQLException {
            for (int column = 0; column < types.length; column++) {
                append.setArray(firstParameter + column, array(types[column], column));
            }
            return firstParameter + types.length;
        }

        private Array array(String type, int column) throws SQLException {
            int size = rows.size();
            return switch (type) {
                case "int2" -> {
                    var values = new short[size];
                    for (int i = 0; i < size; i++) {
                        values[i] = ((Integer) rows.get(i)[column]).shortValue();
                    }
                    yield postgres.createArrayOf(type, values);
                }
                case "int4" -> {
                    var values = new int[size];
                    for (int i = 0; i < size; i++) {
                        values[i] = (Integer) rows.get(i)[column];
                    }
                    yield postgres.createArrayOf(type, values);
                }
                case "int8" -> {
                    var values = new long[size];
                    for (int i = 0; i < size; i++) {
                        values[i] = (Long) rows.get(i)[column];
                    }
                    yield postgres.createArrayOf(type, values);
                }
                case "bytea" -> {
                    var values = new byte[size][];
                    for (int i = 0; i < size; i++) {
                        values[i] = (byte[]) rows.get(i)[column];
                    }
                    yield postgres.createArrayOf(type, values);
                }
                default -> {
                    var values = new Object[size];
                    for (int i = 0; i < size; i++) {
                        values[i] = rows.get(i)[column];
                    }
                    yield connection.createArrayOf(type, values);
                }
            };
        }
    }
}
