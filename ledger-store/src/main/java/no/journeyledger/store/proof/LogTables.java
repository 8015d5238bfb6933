package no.journeyledger.store.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The log as it is kept in the database. Readers of the writer, reader or sealer role see tiles and checkpoints in the
 * public layout; only the sealer appends.
 */
public final class LogTables implements TileReader {

    static final String FENCED_OFF = "LG001";

    private final DataSource source;

    /** The log behind these connections. */
    public LogTables(DataSource source) {
        this.source = source;
    }

    /** A run of leaves that never crosses the border of a tile. */
    record Run(long first, int leaves, byte[] entries, byte[] hashes) {}

    /** The root of a full tile: hash {@code index} of its level. */
    record Node(int level, long index, byte[] hash) {}

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<R> {
        R read(ResultSet rows) throws SQLException;
    }

    /**
     * How many leaves are written, signed for or not.
     *
     * @throws LogUnreadable when the database cannot be reached; so do all reading methods
     */
    public long size() {
        return query(
                "SELECT first + leaves FROM ledger.log_leaf ORDER BY first DESC LIMIT 1",
                statement -> {},
                rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    @Override
    public Optional<byte[]> tile(Tile tile) {
        if (tile.level() > Tile.HIGHEST_LEVEL) {
            return Optional.empty();
        }
        long first = tile.index() * Tile.FULL;
        return switch (tile.level()) {
            case Tile.ENTRIES -> entries(first, tile.width());
            case 0 -> leafHashes(first, tile.width());
            default -> nodes(tile.level(), first, tile.width());
        };
    }

    private Optional<byte[]> entries(long first, int width) {
        var entries = new ArrayList<byte[]>();
        for (Run run : runs(first, first + width)) {
            if (run.first() != first + entries.size()) {
                return Optional.empty();
            }
            try {
                entries.addAll(EntryBundle.read(run.entries()));
            } catch (IllegalArgumentException e) {
                throw new LogUnreadable("the entries from " + run.first() + " on are damaged", e);
            }
        }
        return entries.size() < width ? Optional.empty() : Optional.of(EntryBundle.write(entries.subList(0, width)));
    }

    private Optional<byte[]> leafHashes(long first, int width) {
        var hashes = new ByteArrayOutputStream();
        for (Run run : runs(first, first + width)) {
            if (run.first() != first + hashes.size() / TreeHash.LENGTH) {
                return Optional.empty();
            }
            hashes.writeBytes(run.hashes());
        }
        return cut(hashes, width);
    }

    private Optional<byte[]> nodes(int level, long first, int width) {
        return query(
                "SELECT index, hash FROM ledger.log_node WHERE level = ? AND index >= ? AND index < ? ORDER BY index",
                statement -> {
                    statement.setInt(1, level);
                    statement.setLong(2, first);
                    statement.setLong(3, first + width);
                },
                rows -> {
                    var hashes = new ByteArrayOutputStream();
                    while (rows.next() && rows.getLong(1) == first + hashes.size() / TreeHash.LENGTH) {
                        hashes.writeBytes(rows.getBytes(2));
                    }
                    return cut(hashes, width);
                });
    }

    private static Optional<byte[]> cut(ByteArrayOutputStream hashes, int width) {
        byte[] bytes = hashes.toByteArray();
        int length = width * TreeHash.LENGTH;
        return bytes.length < length ? Optional.empty() : Optional.of(java.util.Arrays.copyOf(bytes, length));
    }

    /** The runs that touch a stretch, in order. */
    List<Run> runs(long first, long end) {
        return query(
                """
                SELECT first, leaves, entries, hashes FROM ledger.log_leaf
                WHERE first > ? AND first + leaves > ? AND first < ? ORDER BY first
                """,
                statement -> {
                    statement.setLong(1, first - Tile.FULL);
                    statement.setLong(2, first);
                    statement.setLong(3, end);
                },
                rows -> {
                    var runs = new ArrayList<Run>();
                    while (rows.next()) {
                        runs.add(new Run(rows.getLong(1), rows.getInt(2), rows.getBytes(3), rows.getBytes(4)));
                    }
                    return runs;
                });
    }

    @Override
    public Optional<String> checkpoint() {
        return newest().map(SignedNote::toString);
    }

    /** The newest checkpoint with what witnesses have signed under it so far. */
    public Optional<SignedNote> newest() {
        return note("SELECT size, note FROM ledger.log_checkpoint ORDER BY size DESC LIMIT 1", statement -> {});
    }

    /** The first checkpoint that covers a ledger position; empty while the position is not sealed. */
    public Optional<SignedNote> covering(long position) {
        return note(
                "SELECT size, note FROM ledger.log_checkpoint WHERE size >= ? ORDER BY size LIMIT 1",
                statement -> statement.setLong(1, position));
    }

    /**
     * Everything needed to check one event offline, against the first checkpoint that covers it.
     *
     * @return empty while the position is not sealed
     */
    public Optional<ProofFile> proofOf(long position) {
        return covering(position).map(note -> {
            var tree = new TileTree(this, Checkpoint.of(note).size());
            long index = position - 1;
            Tile bundle = Tile.of(Tile.ENTRIES, index / Tile.FULL, tree.size());
            byte[] entries = tile(bundle).orElseThrow(() -> new LogUnreadable(bundle.path() + " is missing"));
            return new ProofFile(EntryBundle.read(entries).get((int) (index % Tile.FULL)), tree.inclusion(index), note);
        });
    }

    /**
     * Checkpoints in the order they were signed, with what witnesses have signed under them so far.
     *
     * @param size larger than this
     * @param most how many at most
     */
    public List<SignedNote> checkpointsAfter(long size, int most) {
        return query(
                """
                SELECT c.note, ARRAY(SELECT s.line FROM ledger.log_cosignature s WHERE s.size = c.size ORDER BY s.line)
                FROM ledger.log_checkpoint c WHERE c.size > ? ORDER BY c.size, c.note LIMIT ?
                """,
                statement -> {
                    statement.setLong(1, size);
                    statement.setInt(2, most);
                },
                rows -> {
                    var notes = new ArrayList<SignedNote>();
                    while (rows.next()) {
                        var lines = new ArrayList<NoteSignature>();
                        for (byte[] line : (byte[][]) rows.getArray(2).getArray()) {
                            lines.add(NoteSignature.parse(new String(line, StandardCharsets.UTF_8)));
                        }
                        notes.add(SignedNote.parse(rows.getBytes(1)).with(lines));
                    }
                    return notes;
                });
    }

    /** How many entries the newest checkpoint covers, which is also the last sealed ledger position. */
    public long sealedTo() {
        return query(
                "SELECT coalesce(max(size), 0) FROM ledger.log_checkpoint",
                statement -> {},
                rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    /** Every key the log published, the first one first. Being listed makes no key trusted. */
    public List<VerifierKey> keys() {
        return query("SELECT key FROM ledger.log_key ORDER BY number", statement -> {}, rows -> {
            var keys = new ArrayList<VerifierKey>();
            while (rows.next()) {
                keys.add(VerifierKey.parse(rows.getString(1)));
            }
            return keys;
        });
    }

    /**
     * The first checkpoint that a key signed. Whoever trusts the key before it finds that key's signature there too.
     *
     * @return empty while it has signed none
     */
    public Optional<SignedNote> firstSignedBy(VerifierKey key) {
        List<VerifierKey> keys = keys();
        // Keys follow one another: from this key's first checkpoint on, all are signed by it or by a later one.
        List<VerifierKey> fromThisOn = keys.subList(Math.max(0, keys.indexOf(key)), keys.size());
        long low = -1;
        long high = sealedTo();
        while (low < high) {
            long middle = low + (high - low) / 2;
            Optional<SignedNote> note = checkpointsAfter(middle, 1).stream().findFirst();
            if (note.isPresent() && note.get().signedBy(fromThisOn).isEmpty()) {
                low = Checkpoint.of(note.get()).size();
            } else {
                high = middle;
            }
        }
        return checkpointsAfter(low, 1).stream()
                .findFirst()
                .filter(n -> !n.signedBy(List.of(key)).isEmpty());
    }

    private Optional<SignedNote> note(String sql, Binding binding) {
        Optional<SignedNote> note = query(
                sql, binding, rows -> rows.next() ? Optional.of(SignedNote.parse(rows.getBytes(2))) : Optional.empty());
        return note.map(n -> n.with(cosignatures(Checkpoint.of(n).size())));
    }

    private List<NoteSignature> cosignatures(long size) {
        return query(
                "SELECT line FROM ledger.log_cosignature WHERE size = ? ORDER BY line",
                statement -> statement.setLong(1, size),
                rows -> {
                    var lines = new ArrayList<NoteSignature>();
                    while (rows.next()) {
                        lines.add(NoteSignature.parse(new String(rows.getBytes(1), StandardCharsets.UTF_8)));
                    }
                    return lines;
                });
    }

    /** Takes the lead from whoever had it; gives the number that every later write must show. */
    long lead() throws SQLException {
        return call("SELECT ledger.lead_log()", statement -> {}, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    /** Appends leaves and full tiles' roots, durably, all or nothing. */
    void extend(long fence, List<Run> runs, List<Node> nodes) throws SQLException {
        call(
                "SELECT ledger.extend_log(?, ?, ?, ?, ?, ?, ?, ?)",
                statement -> {
                    Connection connection = statement.getConnection();
                    statement.setLong(1, fence);
                    statement.setArray(
                            2,
                            connection.createArrayOf(
                                    "bigint", runs.stream().map(Run::first).toArray()));
                    statement.setArray(
                            3,
                            connection.createArrayOf(
                                    "integer", runs.stream().map(Run::leaves).toArray()));
                    statement.setArray(
                            4,
                            connection.createArrayOf(
                                    "bytea", runs.stream().map(Run::entries).toArray(byte[][]::new)));
                    statement.setArray(
                            5,
                            connection.createArrayOf(
                                    "bytea", runs.stream().map(Run::hashes).toArray(byte[][]::new)));
                    statement.setArray(
                            6,
                            connection.createArrayOf(
                                    "smallint", nodes.stream().map(Node::level).toArray()));
                    statement.setArray(
                            7,
                            connection.createArrayOf(
                                    "bigint", nodes.stream().map(Node::index).toArray()));
                    statement.setArray(
                            8,
                            connection.createArrayOf(
                                    "bytea", nodes.stream().map(Node::hash).toArray(byte[][]::new)));
                },
                ResultSet::next);
    }

    void publishKey(long fence, VerifierKey key) throws SQLException {
        call(
                "SELECT ledger.publish_log_key(?, ?)",
                statement -> {
                    statement.setLong(1, fence);
                    statement.setString(2, key.text());
                },
                ResultSet::next);
    }

    void publish(long fence, long size, SignedNote note) throws SQLException {
        call(
                "SELECT ledger.publish_checkpoint(?, ?, ?)",
                statement -> {
                    statement.setLong(1, fence);
                    statement.setLong(2, size);
                    statement.setBytes(3, note.toString().getBytes(StandardCharsets.UTF_8));
                },
                ResultSet::next);
    }

    void cosigned(long size, NoteSignature signature) throws SQLException {
        call(
                "SELECT ledger.add_cosignature(?, ?)",
                statement -> {
                    statement.setLong(1, size);
                    statement.setBytes(2, signature.line().getBytes(StandardCharsets.UTF_8));
                },
                ResultSet::next);
    }

    private <R> R call(String sql, Binding binding, Reading<R> reading) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        }
    }

    private <R> R query(String sql, Binding binding, Reading<R> reading) {
        try {
            return call(sql, binding, reading);
        } catch (SQLException e) {
            throw new LogUnreadable("the log could not be read", e);
        }
    }
}
