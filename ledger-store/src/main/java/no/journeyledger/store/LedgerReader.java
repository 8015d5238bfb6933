package no.journeyledger.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads the ledger: by position, by aggregate, and what is kept beside the events. Everything up to {@link #head()} is
 * final: positions are given in commit order without gaps. All methods throw {@link LedgerUnavailable} when the database
 * cannot be reached.
 *
 * <p>Snapshots and answered requests are open to the writer role only.
 */
public final class LedgerReader {

    private static final String COLUMNS =
            "position, aggregate, sequence, event_id, type, recorded_at, payload, metadata";

    private final DataSource source;
    private final EventCodec codec;
    private final TypeRegistry types;

    /** A reader over connections of the reader or writer role. */
    public LedgerReader(DataSource source, EventCodec codec, TypeRegistry types) {
        this.source = source;
        this.codec = codec;
        this.types = types;
    }

    /**
     * The next events after a position, in order.
     *
     * @param position the last position already read, 0 for none
     * @param limit how many at most
     * @throws LedgerGap when a position is missing among them
     */
    public List<EncodedEvent> readAfter(long position, int limit) {
        List<EncodedEvent> events = query(
                "SELECT " + COLUMNS + " FROM ledger.event WHERE position > ? ORDER BY position LIMIT ?",
                statement -> {
                    statement.setLong(1, position);
                    statement.setInt(2, limit);
                },
                LedgerReader::events);
        long expected = position + 1;
        for (EncodedEvent event : events) {
            if (event.position() != expected) {
                throw new LedgerGap(expected, event.position());
            }
            expected++;
        }
        return events;
    }

    /**
     * The next events of some types after a position, in order. Events of other types are passed over, so positions are
     * missing among them.
     *
     * @param position the last position already read, 0 for none
     * @param upTo the last position to read
     * @param types logical names, of whatever revision
     * @param limit how many at most
     */
    public List<EncodedEvent> readAfter(long position, long upTo, Collection<String> types, int limit) {
        return query(
                "SELECT " + COLUMNS + " FROM ledger.event WHERE position > ? AND position <= ? AND type IN (SELECT t.id"
                        + " FROM ledger.event_type t WHERE t.name = ANY (?)) ORDER BY position LIMIT ?",
                statement -> {
                    statement.setLong(1, position);
                    statement.setLong(2, upTo);
                    statement.setArray(
                            3, statement.getConnection().createArrayOf("text", types.toArray(String[]::new)));
                    statement.setInt(4, limit);
                },
                LedgerReader::events);
    }

    /** The event at a position, empty when the ledger has not come that far. */
    public Optional<EncodedEvent> at(long position) {
        return readAfter(position - 1, 1).stream().findFirst();
    }

    /** The events of an aggregate from a sequence on, in order; empty when there are none. */
    public List<EncodedEvent> readAggregate(UUID aggregate, long fromSequence) {
        return query(
                "SELECT " + COLUMNS + " FROM ledger.event WHERE aggregate = ? AND sequence >= ? ORDER BY sequence",
                statement -> {
                    statement.setObject(1, aggregate);
                    statement.setLong(2, fromSequence);
                },
                LedgerReader::events);
    }

    /** The first event of an aggregate: what it is and whose; empty when nothing was recorded on it. */
    public Optional<EncodedEvent> firstOf(UUID aggregate) {
        return query(
                        "SELECT " + COLUMNS + " FROM ledger.event WHERE aggregate = ? AND sequence = 0",
                        statement -> statement.setObject(1, aggregate),
                        LedgerReader::events)
                .stream()
                .findFirst();
    }

    /**
     * What was recorded on an aggregate since somebody last looked.
     *
     * @param last the sequence of its last event, -1 when it has none
     * @param events those of the types asked for, after the sequence that was given, in order
     */
    public record Since(long last, List<EncodedEvent> events) {}

    /**
     * The events of some types of several aggregates, each after a sequence, all as of one moment.
     *
     * @param after the sequence to go on after for each aggregate, -1 for the beginning
     * @param types logical names, in every revision
     * @return for every aggregate that has events
     */
    public Map<UUID, Since> readSince(Map<UUID, Long> after, Collection<String> types) {
        UUID[] aggregates = after.keySet().toArray(UUID[]::new);
        Long[] sequences = Arrays.stream(aggregates).map(after::get).toArray(Long[]::new);
        return query(
                """
                SELECT a.id, l.sequence, e.*
                FROM unnest(?, ?) AS a(id, seen)
                CROSS JOIN LATERAL (SELECT last.sequence FROM ledger.event last WHERE last.aggregate = a.id
                                    ORDER BY last.sequence DESC LIMIT 1) l
                LEFT JOIN LATERAL (SELECT %s FROM ledger.event f
                                   WHERE f.aggregate = a.id AND f.sequence > a.seen AND f.type = ANY (ARRAY(
                                       SELECT t.id FROM ledger.event_type t WHERE t.name = ANY (?)))) e ON true
                ORDER BY e.sequence
                """.formatted(COLUMNS),
                statement -> {
                    var connection = statement.getConnection();
                    statement.setArray(1, connection.createArrayOf("uuid", aggregates));
                    statement.setArray(2, connection.createArrayOf("bigint", sequences));
                    statement.setArray(3, connection.createArrayOf("text", types.toArray(String[]::new)));
                },
                rows -> {
                    var found = new HashMap<UUID, Since>();
                    while (rows.next()) {
                        Since since = found.get(rows.getObject(1, UUID.class));
                        if (since == null) {
                            since = new Since(rows.getLong(2), new ArrayList<>());
                            found.put(rows.getObject(1, UUID.class), since);
                        }
                        rows.getLong(3);
                        if (!rows.wasNull()) {
                            since.events().add(event(rows, 2));
                        }
                    }
                    return found;
                });
    }

    /**
     * Which of some ids are aggregates: those on which something was recorded.
     *
     * @param ids any ids
     */
    public List<UUID> aggregatesAmong(Collection<UUID> ids) {
        return query(
                "SELECT aggregate FROM ledger.event WHERE aggregate = ANY (?) AND sequence = 0 ORDER BY position",
                statement -> statement.setArray(
                        1, statement.getConnection().createArrayOf("uuid", ids.toArray(UUID[]::new))),
                rows -> {
                    var aggregates = new ArrayList<UUID>();
                    while (rows.next()) {
                        aggregates.add(rows.getObject(1, UUID.class));
                    }
                    return aggregates;
                });
    }

    /**
     * The events of some aggregates that name another one, and the first event of each, which says what it is: what was
     * recorded on funds for a journey. The payloads are searched where they lie, so an aggregate with a long history of its
     * own costs a scan of it but no transfer.
     *
     * @param named the id that is named
     * @param aggregates on which the events were recorded
     * @param after the ledger position after which to look
     */
    public List<EncodedEvent> readNaming(UUID named, Collection<UUID> aggregates, long after) {
        return query(
                "SELECT " + COLUMNS
                        + " FROM ledger.event WHERE aggregate = ANY (?) AND (sequence = 0 OR position(? IN payload) > 0)"
                        + " AND position > ? ORDER BY position",
                statement -> {
                    statement.setArray(
                            1, statement.getConnection().createArrayOf("uuid", aggregates.toArray(UUID[]::new)));
                    statement.setBytes(2, named.toString().getBytes(StandardCharsets.US_ASCII));
                    statement.setLong(3, after);
                },
                LedgerReader::events);
    }

    /** The last position of the ledger, 0 when it is empty. */
    public long head() {
        return query(
                "SELECT coalesce(max(position), 0) FROM ledger.event",
                statement -> {},
                rows -> rows.next() ? rows.getLong(1) : 0);
    }

    /** The last position recorded before a moment, 0 when there is none. */
    public long positionBefore(Instant moment) {
        // recorded_at never runs backwards along positions, so a binary search over the primary key is exact and needs
        // no
        // index of its own.
        long low = 0;
        long high = head();
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            Instant recordedAt = query(
                    "SELECT recorded_at FROM ledger.event WHERE position = ?",
                    statement -> statement.setLong(1, middle),
                    rows -> {
                        if (!rows.next()) {
                            throw new LedgerGap(middle, middle + 1);
                        }
                        return instant(rows, 1);
                    });
            if (recordedAt.isBefore(moment)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The sequence of an aggregate's last event, empty when it has none. */
    public OptionalLong lastSequence(UUID aggregate) {
        Long last = lastSequences(List.of(aggregate)).get(aggregate);
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /** The sequence of the last event of each aggregate that has one. */
    public Map<UUID, Long> lastSequences(Collection<UUID> aggregates) {
        return query(
                """
                SELECT a.id, (SELECT e.sequence FROM ledger.event e WHERE e.aggregate = a.id
                              ORDER BY e.sequence DESC LIMIT 1)
                FROM unnest(?) AS a(id)
                """,
                statement -> statement.setArray(
                        1, statement.getConnection().createArrayOf("uuid", aggregates.toArray(UUID[]::new))),
                rows -> {
                    var sequences = new HashMap<UUID, Long>();
                    while (rows.next()) {
                        long sequence = rows.getLong(2);
                        if (!rows.wasNull()) {
                            sequences.put(rows.getObject(1, UUID.class), sequence);
                        }
                    }
                    return sequences;
                });
    }

    /**
     * Reads an event as this version knows it.
     *
     * @throws UnknownEventType when it does not know the type or revision
     * @throws UnreadableEvent when the bytes are not an event of that type
     */
    public RecordedEvent decode(EncodedEvent event) {
        LogicalTypeName type = types.find(event.typeId());
        if (type == null) {
            throw new UnknownEventType("#" + event.typeId(), 0, event.position(), null);
        }
        return codec.decode(event, type);
    }

    /** The newest snapshot of an aggregate at or before a sequence, of this type and revision of state only. */
    public Optional<StoredSnapshot> newestSnapshot(
            UUID aggregate, long atOrBefore, String stateType, int stateRevision) {
        return query(
                """
                SELECT sequence, state, mac FROM ledger.snapshot
                WHERE aggregate = ? AND sequence <= ? AND state_type = ? AND state_revision = ?
                ORDER BY sequence DESC LIMIT 1
                """,
                statement -> {
                    statement.setObject(1, aggregate);
                    statement.setLong(2, atOrBefore);
                    statement.setString(3, stateType);
                    statement.setInt(4, stateRevision);
                },
                rows -> rows.next()
                        ? Optional.of(new StoredSnapshot(
                                aggregate,
                                rows.getLong(1),
                                stateType,
                                stateRevision,
                                rows.getBytes(2),
                                rows.getBytes(3)))
                        : Optional.empty());
    }

    /** The request answered under an idempotency key, whichever instance answered it. */
    public Optional<AnsweredRequest> answered(UUID key) {
        return query(
                """
                SELECT request_hash, status, answer, position, version FROM ledger.idempotency WHERE key = ?
                """,
                statement -> statement.setObject(1, key),
                rows -> rows.next()
                        ? Optional.of(new AnsweredRequest(
                                key,
                                rows.getBytes(1),
                                new StoredAnswer(rows.getInt(2), rows.getBytes(3)),
                                rows.getLong(4),
                                rows.getLong(5)))
                        : Optional.empty());
    }

    private static List<EncodedEvent> events(ResultSet rows) throws SQLException {
        var events = new ArrayList<EncodedEvent>();
        while (rows.next()) {
            events.add(event(rows, 0));
        }
        return events;
    }

    /** The event of a row whose columns stand after some others. */
    private static EncodedEvent event(ResultSet rows, int others) throws SQLException {
        return new EncodedEvent(
                rows.getLong(others + 1),
                rows.getObject(others + 2, UUID.class),
                rows.getLong(others + 3),
                rows.getObject(others + 4, UUID.class),
                rows.getInt(others + 5),
                instant(rows, others + 6),
                rows.getBytes(others + 7),
                rows.getBytes(others + 8));
    }

    static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<R> {
        R read(ResultSet rows) throws SQLException;
    }

    private <R> R query(String sql, Binding binding, Reading<R> reading) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger could not be read", e);
        }
    }
}
