package no.journeyledger.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.store.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches of events into one projection's tables, within the caller's transaction. The batch must continue exactly
 * where the projection stands. When a batch fails because of what an event says, its events are tried one by one, and the
 * ones that fail are parked with everything later of the same aggregate.
 */
final class ProjectionWriter {

    private static final Logger log = LoggerFactory.getLogger(ProjectionWriter.class);

    /** Failures that say something about the event: data, constraints, limits. All others are tried again. */
    private static final Set<String> DATA_FAILURES = Set.of("21", "22", "23", "54", "P0");

    private static final int CAUSE_LENGTH = 1000;

    private final Projection projection;
    private final String schema;

    /** Writes the live tables. */
    ProjectionWriter(Projection projection) {
        this(projection, Table.LIVE);
    }

    /** Writes the tables of a schema, and beside them how far it came and what it parked. */
    ProjectionWriter(Projection projection, String schema) {
        this.projection = projection;
        this.schema = schema;
    }

    Projection projection() {
        return projection;
    }

    /** Makes sure that the projection has a place to note how far it came. */
    void register(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + schema
                + ".projection_progress (name, position) VALUES (?, 0) ON CONFLICT DO NOTHING")) {
            statement.setString(1, projection.name());
            statement.executeUpdate();
        }
    }

    /**
     * Applies a batch.
     *
     * @param events in the order of their positions, without a gap
     * @throws OutOfStep when the batch does not continue where the projection stands
     * @throws SQLException when the database fails in a way that says nothing about the events
     */
    void apply(Connection connection, List<RecordedEvent> events) throws SQLException {
        long at = lockProgress(connection);
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).position() != at + 1 + i) {
                throw new OutOfStep(
                        projection.name(),
                        at,
                        events.getFirst().position(),
                        events.get(i).position());
            }
        }
        Map<UUID, Long> parked = parkedAggregates(connection);
        List<RecordedEvent> usable = events;
        if (!parked.isEmpty()) {
            usable = new ArrayList<>(events.size());
            for (RecordedEvent event : events) {
                Long behind = parked.get(event.aggregate());
                if (behind == null) {
                    usable.add(event);
                } else {
                    park(connection, event, behind, "waits for the event at position " + behind);
                }
            }
        }
        if (!usable.isEmpty()) {
            Savepoint before = connection.setSavepoint();
            Throwable failure = tryWrite(connection, usable);
            if (failure != null) {
                connection.rollback(before);
                oneByOne(connection, usable);
            }
            connection.releaseSavepoint(before);
        }
        moveTo(connection, events.getLast());
    }

    private void oneByOne(Connection connection, List<RecordedEvent> events) throws SQLException {
        var parked = new HashMap<UUID, Long>();
        for (RecordedEvent event : events) {
            Long behind = parked.get(event.aggregate());
            if (behind != null) {
                park(connection, event, behind, "waits for the event at position " + behind);
                continue;
            }
            Throwable failure = tryOne(connection, event);
            if (failure != null) {
                log.error(
                        "projection {} parks the event at position {} ({}) and what follows on its aggregate: {}",
                        projection.name(),
                        event.position(),
                        event.type(),
                        describe(failure));
                park(connection, event, null, describe(failure));
                parked.put(event.aggregate(), event.position());
            }
        }
    }

    /**
     * Tries one event under its own savepoint.
     *
     * @return why it cannot be used, {@code null} when it was applied
     */
    @Nullable
    Throwable tryOne(Connection connection, RecordedEvent event) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Throwable failure = tryWrite(connection, List.of(event));
        if (failure != null) {
            connection.rollback(before);
        }
        connection.releaseSavepoint(before);
        return failure;
    }

    private @Nullable Throwable tryWrite(Connection connection, List<RecordedEvent> events) throws SQLException {
        try {
            var changes = new ArrayList<RowChange>(events.size() * 2);
            for (RecordedEvent event : events) {
                changes.addAll(projection.fold().fold(event));
            }
            RowBatch.write(connection, schema, changes);
            return null;
        } catch (SQLException e) {
            String state = e.getSQLState();
            if (state != null && state.length() == 5 && DATA_FAILURES.contains(state.substring(0, 2))) {
                return e;
            }
            throw e;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /**
     * How far the projection came. Nobody else writes to it until the transaction ends.
     *
     * <p>Rows and how far they came are one transaction, so a crash of the database can only take both back, and what the
     * ledger holds is then projected again. Waiting for the disk would make every view later and none of them safer.
     */
    long lockProgress(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT position, set_config('synchronous_commit', 'off', true) FROM "
                        + schema + ".projection_progress WHERE name = ? FOR UPDATE")) {
            statement.setString(1, projection.name());
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("projection " + projection.name() + " is not registered");
                }
                return rows.getLong(1);
            }
        }
    }

    private Map<UUID, Long> parkedAggregates(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT aggregate, min(position) FROM " + schema
                + ".dead_letter WHERE projection = ? GROUP BY aggregate")) {
            statement.setString(1, projection.name());
            try (ResultSet rows = statement.executeQuery()) {
                var parked = new HashMap<UUID, Long>();
                while (rows.next()) {
                    parked.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
                return parked;
            }
        }
    }

    private void park(Connection connection, RecordedEvent event, @Nullable Long behind, String cause)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + schema + """
                .dead_letter
                    (projection, position, aggregate, sequence, event_type, behind, cause, attempts, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            statement.setString(1, projection.name());
            statement.setLong(2, event.position());
            statement.setObject(3, event.aggregate());
            statement.setLong(4, event.sequence());
            statement.setString(5, event.type());
            statement.setObject(6, behind);
            statement.setString(7, cause);
            statement.setInt(8, behind == null ? 1 : 0);
            statement.setTimestamp(9, Timestamp.from(event.recordedAt()));
            statement.executeUpdate();
        }
    }

    private void moveTo(Connection connection, RecordedEvent last) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE " + schema + ".projection_progress SET position = ?, recorded_at = ? WHERE name = ?")) {
            statement.setLong(1, last.position());
            statement.setTimestamp(2, Timestamp.from(last.recordedAt()));
            statement.setString(3, projection.name());
            statement.executeUpdate();
        }
    }

    static String describe(Throwable failure) {
        String what = failure instanceof SQLException sql
                ? "the database refused the rows (" + sql.getSQLState() + "): " + firstLine(sql.getMessage())
                : failure.getClass().getSimpleName() + ": " + firstLine(failure.getMessage());
        return what.length() > CAUSE_LENGTH ? what.substring(0, CAUSE_LENGTH) : what;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "no message" : message.lines().findFirst().orElse("");
    }
}
