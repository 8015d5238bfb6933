package no.journeyledger.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.RecordedEvent;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every projection of this instance: started and stopped together, mended one by one. */
public final class Projections implements AutoCloseable {

    /** An instance that says nothing for this long has lost its claim to a projection. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(6);

    private final Map<String, ProjectionProcessor> processors = new LinkedHashMap<>();
    private final LedgerReader reader;
    private final ViewsTransactions transactions;
    private final Progress progress;
    private final JdbcClient jdbc;

    /**
     * Prepares the projections; {@link #start()} sets them going.
     *
     * @param projections what to run
     * @param ledger where events come from, by position
     * @param reader reads events again
     * @param views connections of the role that writes the views
     * @param progress is told what was committed
     */
    public Projections(
            List<Projection> projections,
            StreamableMessageSource<TrackedEventMessage<?>> ledger,
            LedgerReader reader,
            DataSource views,
            Progress progress) {
        this.reader = reader;
        this.transactions = new ViewsTransactions(views);
        this.progress = progress;
        this.jdbc = JdbcClient.create(views);
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(transactions)
                .serializer(TokenSerializer.create())
                .nodeId(ProjectionProcessor.nodeId())
                .claimTimeout(CLAIM_TIMEOUT)
                .contentType(byte[].class)
                .schema(TokenSchema.builder()
                        .setTokenTable("views.token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setSegmentColumn("segment")
                        .setTokenColumn("token")
                        .setTokenTypeColumn("token_type")
                        .setTimestampColumn("timestamp")
                        .setOwnerColumn("owner")
                        .build())
                .build();
        for (Projection projection : projections) {
            processors.put(
                    projection.name(), new ProjectionProcessor(projection, ledger, transactions, tokens, progress));
        }
    }

    /** Starts following the ledger. */
    public void start() {
        processors.values().forEach(ProjectionProcessor::start);
    }

    /** Stops after the batches under way; another instance may take over. */
    public void stop() {
        processors.values().forEach(ProjectionProcessor::stop);
    }

    /** Stops for good. */
    @Override
    public void close() {
        processors.values().forEach(ProjectionProcessor::close);
    }

    /** The names, in a stable order. */
    public List<String> names() {
        return List.copyOf(processors.keySet());
    }

    /** One of them, empty when there is none of that name. */
    public Optional<ProjectionProcessor> find(String name) {
        return Optional.ofNullable(processors.get(name));
    }

    /** How far they have come. */
    public Progress progress() {
        return progress;
    }

    /** How many events each projection has parked. */
    public Map<String, Long> deadLetterCounts() {
        var counts = new LinkedHashMap<String, Long>();
        processors.keySet().forEach(name -> counts.put(name, 0L));
        jdbc.sql("SELECT projection, count(*) FROM views.dead_letter GROUP BY projection")
                .query((rows, i) -> Map.entry(rows.getString(1), rows.getLong(2)))
                .list()
                .forEach(entry -> counts.replace(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** The parked events of a projection after a position, in order. */
    public List<DeadLetter> deadLetters(String projection, long after, int limit) {
        return jdbc.sql("""
                SELECT projection, position, aggregate, sequence, event_type, behind, cause, attempts, recorded_at
                FROM views.dead_letter WHERE projection = ? AND position > ? ORDER BY position LIMIT ?
                """)
                .params(projection, after, limit)
                .query((rows, i) -> letter(rows))
                .list();
    }

    private static DeadLetter letter(ResultSet rows) throws SQLException {
        return new DeadLetter(
                rows.getString(1),
                rows.getLong(2),
                rows.getObject(3, UUID.class),
                rows.getLong(4),
                rows.getString(5),
                rows.getObject(6, Long.class),
                rows.getString(7),
                rows.getInt(8),
                rows.getTimestamp(9).toInstant());
    }

    /**
     * What came of trying parked events again.
     *
     * @param applied how many were applied and are parked no longer
     * @param remaining how many of the aggregate's are still parked
     * @param cause why the first of those failed again, {@code null} when none is left
     */
    public record Retried(
            int applied, int remaining, @Nullable String cause) {}

    /**
     * Tries a parked event again, and what waits behind it: everything parked of the same aggregate, in order, as read anew
     * from the ledger, until one fails again.
     *
     * @param position any parked event of the aggregate
     * @return what came of it, empty when nothing is parked at that position
     */
    public Optional<Retried> retry(ProjectionProcessor processor, long position) {
        return transactions.call(connection -> retry(connection, processor.writer(), position));
    }

    private Optional<Retried> retry(Connection connection, ProjectionWriter writer, long position) throws SQLException {
        // While this is held no new event of the aggregate can be parked behind, or applied past, what is tried here.
        writer.lockProgress(connection);
        String projection = writer.projection().name();
        List<Long> parked = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                SELECT position FROM views.dead_letter
                WHERE projection = ? AND aggregate =
                    (SELECT aggregate FROM views.dead_letter WHERE projection = ? AND position = ?)
                ORDER BY position
                """)) {
            statement.setString(1, projection);
            statement.setString(2, projection);
            statement.setLong(3, position);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    parked.add(rows.getLong(1));
                }
            }
        }
        if (parked.isEmpty()) {
            return Optional.empty();
        }
        int applied = 0;
        for (long at : parked) {
            Throwable failure = writer.tryOne(connection, read(at));
            if (failure != null) {
                String cause = ProjectionWriter.describe(failure);
                failedAgain(connection, projection, at, cause);
                waitBehind(connection, projection, parked.subList(applied + 1, parked.size()), at);
                return Optional.of(new Retried(applied, parked.size() - applied, cause));
            }
            try (PreparedStatement statement = connection.prepareStatement(
                    "DELETE FROM views.dead_letter WHERE projection = ? AND position = ?")) {
                statement.setString(1, projection);
                statement.setLong(2, at);
                statement.executeUpdate();
            }
            applied++;
        }
        return Optional.of(new Retried(applied, 0, null));
    }

    private RecordedEvent read(long position) {
        List<EncodedEvent> events = reader.readAfter(position - 1, 1);
        if (events.isEmpty()) {
            throw new IllegalStateException("the ledger holds no event at position " + position);
        }
        return reader.decode(events.getFirst());
    }

    private static void failedAgain(Connection connection, String projection, long position, String cause)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE views.dead_letter SET cause = ?, behind = NULL, attempts = attempts + 1
                WHERE projection = ? AND position = ?
                """)) {
            statement.setString(1, cause);
            statement.setString(2, projection);
            statement.setLong(3, position);
            statement.executeUpdate();
        }
    }

    private static void waitBehind(Connection connection, String projection, List<Long> positions, long behind)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                UPDATE views.dead_letter SET behind = ?, cause = ? WHERE projection = ? AND position = ANY (?)
                """)) {
            statement.setLong(1, behind);
            statement.setString(2, "waits for the event at position " + behind);
            statement.setString(3, projection);
            statement.setArray(4, connection.createArrayOf("int8", positions.toArray()));
            statement.executeUpdate();
        }
    }
}
