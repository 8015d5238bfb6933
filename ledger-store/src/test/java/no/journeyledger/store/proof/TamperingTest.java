package no.journeyledger.store.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import no.journeyledger.store.proof.Finding.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises 8, 9 and 10: whatever a superuser changes with the triggers off is found, and named. */
class TamperingTest {

    /** Ten in each stored column; a thousand with {@code -Dledger.proof.flips=1000}. */
    private static final int FLIPS = Integer.getInteger("ledger.proof.flips", 240);

    @TempDir
    Path folder;

    private SealedLedger ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = new SealedLedger(folder);
        ledger.recordAndSeal(520, 8, 1);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** A stored column and how a bit of it is flipped. */
    private record Column(String table, String name, String type) {
        boolean isOfAnEvent() {
            return table.equals("event");
        }
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("event", "position", "bigint"),
            new Column("event", "aggregate", "uuid"),
            new Column("event", "sequence", "bigint"),
            new Column("event", "event_id", "uuid"),
            new Column("event", "type", "smallint"),
            new Column("event", "recorded_at", "timestamptz"),
            new Column("event", "payload", "bytea"),
            new Column("event", "metadata", "bytea"),
            new Column("event_type", "id", "smallint"),
            new Column("event_type", "name", "text"),
            new Column("event_type", "revision", "smallint"),
            new Column("log_leaf", "first", "bigint"),
            new Column("log_leaf", "leaves", "integer"),
            new Column("log_leaf", "entries", "bytea"),
            new Column("log_leaf", "hashes", "bytea"),
            new Column("log_node", "level", "smallint"),
            new Column("log_node", "index", "bigint"),
            new Column("log_node", "hash", "bytea"),
            new Column("log_checkpoint", "size", "bigint"),
            new Column("log_checkpoint", "note", "bytea"),
            new Column("log_cosignature", "size", "bigint"),
            new Column("log_cosignature", "line", "bytea"),
            new Column("log_key", "number", "integer"),
            new Column("log_key", "key", "text"));

    @Test
    void promise_8_every_flipped_bit_is_found_where_it_was_flipped_and_nothing_else() throws Exception {
        try (var witness = new WitnessStand(ledger.signer.everyKey());
                HttpClient http = HttpClient.newHttpClient()) {
            for (NoteSignature signature : new HttpWitness(URI.create(witness.address()), witness.key(), http)
                    .publish(ledger.tables.newest().orElseThrow(), ledger.signer.everyKey(), ledger.tables)) {
                new LogTables(ledger.sealerRole).cosigned(520, signature);
            }
            List<VerifierKey> witnesses = List.of(witness.key());
            // A superuser can drop what would refuse a value; so that every bit can be flipped, all of it is dropped.
            dropConstraints();
            assertThat(verify(witnesses)).isEmpty();

            var random = new Random(20260301);
            var found = new TreeMap<String, Integer>();
            var wrong = new ArrayList<String>();
            for (int i = 0; i < FLIPS; i++) {
                Column column = COLUMNS.get(i % COLUMNS.size());
                Flip flip = flip(column, random);
                List<Finding> findings = verify(witnesses);
                if (isNamed(column, flip, findings)) {
                    found.merge(column.table() + "." + column.name(), 1, Integer::sum);
                } else {
                    wrong.add(column + " " + flip + ": " + findings);
                }
                flip.undo();
                if (i % 50 == 0) {
                    assertThat(verify(witnesses)).as("false alarms").isEmpty();
                }
            }
            assertThat(verify(witnesses)).as("false alarms").isEmpty();
            System.out.println("bits flipped " + FLIPS + ", found and rightly named "
                    + found.values().stream().mapToInt(Integer::intValue).sum() + ": " + found);
            assertThat(wrong).isEmpty();
        }
    }

    private List<Finding> verify(List<VerifierKey> witnesses) throws Exception {
        return Verified.of(ledger, Duration.ofDays(1), List.of(), witnesses).findings();
    }

    private static boolean isNamed(Column column, Flip flip, List<Finding> findings) {
        if (findings.size() != 1) {
            return false;
        }
        Finding finding = findings.getFirst();
        if (column.isOfAnEvent()) {
            return flip.event().equals(finding.event())
                    && finding.position() != null
                    && finding.position() == flip.position();
        }
        return finding.row().startsWith(column.table() + " ") && finding.row().contains(flip.names());
    }

    private interface Undo {
        void run() throws SQLException;
    }

    private record Flip(String ctid, int bit, long position, UUID event, String names, Undo undoing) {
        void undo() throws SQLException {
            undoing.run();
        }

        @Override
        public String toString() {
            return "bit " + bit + " at " + position + " " + names;
        }
    }

    private Flip flip(Column column, Random random) throws SQLException {
        String key = key(column);
        while (true) {
            try (Connection connection = ledger.database.owner().getConnection()) {
                connection.createStatement().execute("SET session_replication_role = replica");
                try {
                    String row = text(
                            connection,
                            "SELECT ctid::text FROM ledger." + column.table() + " OFFSET "
                                    + random.nextInt(
                                            (int) ledger.number("SELECT count(*) FROM ledger." + column.table()))
                                    + " LIMIT 1");
                    byte[] before = bytes(connection, column, row);
                    int bit = random.nextInt(before.length * 8);
                    byte[] after = before.clone();
                    after[bit / 8] ^= (byte) (1 << (bit % 8));
                    boolean event = column.isOfAnEvent();
                    long position = event ? Long.parseLong(value(connection, column, row, "position")) : 0;
                    UUID id = event ? UUID.fromString(value(connection, column, row, "event_id")) : new UUID(0, 0);
                    String keyBefore = value(connection, column, row, key);
                    String moved = set(connection, column, row, after);
                    String keyAfter = value(connection, column, moved, key);
                    // A row whose own name was altered may be called by either.
                    String names = column.table().equals("event") ? "" : common(keyBefore, keyAfter, column);
                    return new Flip(moved, bit, position, id, names, () -> {
                        try (Connection again = ledger.database.owner().getConnection()) {
                            again.createStatement().execute("SET session_replication_role = replica");
                            set(again, column, moved, before);
                            again.createStatement().execute("SET session_replication_role = origin");
                        }
                    });
                } catch (SQLException e) {
                    // Not a value of the type (text that is not UTF-8, a moment out of range): another bit.
                } finally {
                    connection.createStatement().execute("SET session_replication_role = origin");
                }
            }
        }
    }

    private static String key(Column column) {
        return switch (column.table()) {
            case "event" -> "position";
            case "event_type" -> "id";
            case "log_leaf" -> "first";
            case "log_node" -> "index";
            case "log_key" -> "number";
            default -> "size";
        };
    }

    private static String common(String before, String after, Column column) {
        String name = key(column) + "=";
        return before.equals(after) ? name + before : name;
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String value(Connection connection, Column column, String row, String name) throws SQLException {
        return text(
                connection, "SELECT " + name + "::text FROM ledger." + column.table() + " WHERE ctid = '" + row + "'");
    }

    /** The bytes the type is sent in, which are the bytes it is stored in. */
    private static byte[] bytes(Connection connection, Column column, String row) throws SQLException {
        String send = switch (column.type()) {
            case "bigint" -> "int8send";
            case "integer" -> "int4send";
            case "smallint" -> "int2send";
            case "uuid" -> "uuid_send";
            case "timestamptz" -> "timestamptz_send";
            case "text" -> "textsend";
            default -> "byteasend";
        };
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + send + "(" + column.name() + ") FROM ledger."
                        + column.table() + " WHERE ctid = '" + row + "'")) {
            rows.next();
            return rows.getBytes(1);
        }
    }

    private static String set(Connection connection, Column column, String row, byte[] bytes) throws SQLException {
        var number = new java.math.BigInteger(bytes);
        String value = switch (column.type()) {
            case "bigint", "integer", "smallint" -> "'" + number + "'::" + column.type();
            case "uuid" -> "encode(?, 'hex')::uuid";
            case "timestamptz" -> "'" + moment(number.longValueExact()) + "'::timestamptz";
            case "text" -> "convert_from(?, 'UTF8')";
            default -> "?";
        };
        try (PreparedStatement update = connection.prepareStatement("UPDATE ledger." + column.table() + " SET "
                + column.name() + " = " + value + " WHERE ctid = '" + row + "' RETURNING ctid::text")) {
            if (value.contains("?")) {
                update.setBytes(1, bytes);
            }
            try (ResultSet rows = update.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** A moment, given in microseconds since 2000, the way PostgreSQL reads any year. */
    private static String moment(long micros) {
        Instant moment = Instant.parse("2000-01-01T00:00:00Z")
                .plusSeconds(Math.floorDiv(micros, 1_000_000L))
                .plusNanos(Math.floorMod(micros, 1_000_000L) * 1_000);
        var utc = moment.atOffset(java.time.ZoneOffset.UTC);
        int year = utc.getYear();
        return "%d-%02d-%02d %02d:%02d:%02d.%06d+00%s"
                .formatted(
                        year > 0 ? year : 1 - year,
                        utc.getMonthValue(),
                        utc.getDayOfMonth(),
                        utc.getHour(),
                        utc.getMinute(),
                        utc.getSecond(),
                        utc.getNano() / 1_000,
                        year > 0 ? "" : " BC");
    }

    private void dropConstraints() {
        ledger.database.asOwner("""
                DO $$ DECLARE c record; BEGIN
                  FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
                           WHERE connamespace = 'ledger'::regnamespace AND contype IN ('p', 'u', 'c')
                             AND conrelid::regclass::text LIKE 'ledger.%' LOOP
                    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname);
                  END LOOP;
                END $$
                """);
    }

    @Test
    void promise_9_deleted_inserted_swapped_and_copied_events_are_found() throws Exception {
        dropConstraints();
        var random = new Random(9);
        int injected = 0;
        for (int i = 0; i < 40; i++) {
            long one = 1L + random.nextInt(520);
            long other = 1 + (one + random.nextInt(518)) % 520;
            ledger.tamper("CREATE TABLE kept AS TABLE ledger.event");
            UUID oneId = id(one);
            UUID otherId = id(other);

            ledger.tamper("DELETE FROM ledger.event WHERE position = " + one);
            assertFound(Kind.EVENT_MISSING, one, oneId);
            putBack();

            ledger.tamper("INSERT INTO ledger.event SELECT position, aggregate, sequence, gen_random_uuid(), type,"
                    + " recorded_at, payload, metadata FROM ledger.event WHERE position = " + one);
            assertFound(Kind.EVENT_INSERTED, one, null);
            putBack();

            ledger.tamper("UPDATE ledger.event SET position = " + one + " + " + other
                    + " - position WHERE position IN (" + one + ", " + other + ")");
            List<Finding> swapped = Verified.of(ledger).findings();
            assertThat(swapped).extracting(Finding::event).containsExactlyInAnyOrder(oneId, otherId);
            putBack();

            ledger.tamper("INSERT INTO ledger.event SELECT * FROM ledger.event WHERE position = " + one);
            assertFound(Kind.EVENT_INSERTED, one, oneId);
            putBack();

            ledger.tamper("INSERT INTO ledger.event SELECT -position, aggregate, sequence, event_id, type, recorded_at,"
                    + " payload, metadata FROM ledger.event WHERE position = " + one);
            assertFound(Kind.EVENT_INSERTED, -one, oneId);
            putBack();

            // Behind the newest sealed one: found once it is older than sealing ever takes.
            ledger.tamper("INSERT INTO ledger.event SELECT 521, aggregate, sequence, event_id, type, recorded_at,"
                    + " payload, metadata FROM ledger.event WHERE position = " + one);
            assertThat(Verified.of(ledger, Duration.ZERO, List.of(), List.of()).findings())
                    .extracting(Finding::kind, Finding::position)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.NOT_SEALED, 521L));
            putBack();
            injected += 6;
            ledger.tamper("DROP TABLE kept");
        }
        assertThat(Verified.of(ledger).findings()).isEmpty();
        System.out.println("events deleted, inserted, swapped, copied: " + injected + ", all found");
    }

    private void putBack() throws SQLException {
        ledger.tamper("TRUNCATE ledger.event");
        ledger.tamper("INSERT INTO ledger.event SELECT * FROM kept");
    }

    private void assertFound(Kind kind, long position, @org.jspecify.annotations.Nullable UUID event) throws Exception {
        List<Finding> findings = Verified.of(ledger).findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().kind()).isEqualTo(kind);
        assertThat(findings.getFirst().position()).isEqualTo(position);
        if (event != null) {
            assertThat(findings.getFirst().event()).isEqualTo(event);
        }
    }

    private UUID id(long position) throws SQLException {
        try (Connection connection = ledger.database.owner().getConnection()) {
            return UUID.fromString(
                    text(connection, "SELECT event_id::text FROM ledger.event WHERE position = " + position));
        }
    }

    @Test
    void promise_10_a_shorter_log_signed_again_with_the_stolen_key_is_refused_by_what_was_published() throws Exception {
        SigningKey stolen = SigningKey.parse(
                Files.readString(folder.resolve("signer/signing-keys")).strip());
        Path witness = folder.resolve("witness");
        assertThat(Verified.of(ledger, Duration.ofDays(1), List.of(witness), List.of())
                        .outcome()
                        .checkpoints())
                .isEqualTo(16);
        int refused = 0;
        for (int newest = 1; newest <= 20; newest++) {
            long left = 520L - newest;
            // The last run is shortened by hand, as a careful forger would.
            shorten(left, stolen);
            assertThat(Verified.of(ledger).findings())
                    .as("the control: without what was published it looks right")
                    .isEmpty();
            Verified verified = Verified.of(ledger, Duration.ofDays(1), List.of(witness), List.of());
            assertThat(verified.findings())
                    .singleElement()
                    .satisfies(f -> assertThat(f.kind()).isEqualTo(Kind.TRUNCATED));
            refused++;
        }
        System.out.println("logs shortened and signed again with the key: 20, refused " + refused);
    }

    private void shorten(long left, SigningKey key) throws Exception {
        ledger.tamper("DELETE FROM ledger.event WHERE position > " + left);
        ledger.tamper("DELETE FROM ledger.log_checkpoint WHERE size > " + left);
        ledger.tamper("DELETE FROM ledger.log_node WHERE index >= " + left / Tile.FULL);
        List<LogTables.Run> runs = ledger.tables.runs(left - 1, left);
        LogTables.Run last = runs.getLast();
        int leaves = (int) (left - last.first());
        byte[] entries = EntryBundle.write(EntryBundle.read(last.entries()).subList(0, leaves));
        ledger.tamper("DELETE FROM ledger.log_leaf WHERE first >= " + last.first());
        ledger.tamper("INSERT INTO ledger.log_leaf VALUES (" + last.first() + ", " + leaves + ", '\\x"
                + java.util.HexFormat.of().formatHex(entries) + "', '\\x"
                + java.util.HexFormat.of().formatHex(last.hashes(), 0, leaves * 32) + "')");
        var checkpoint = new Checkpoint(SealedLedger.ORIGIN, left, new TileTree(ledger.tables, left).root());
        var note = new SignedNote(checkpoint.text(), List.of(key.sign(checkpoint.text(), Instant.EPOCH)));
        ledger.tamper("INSERT INTO ledger.log_checkpoint VALUES (" + left + ", '\\x"
                + java.util.HexFormat.of().formatHex(note.toString().getBytes(StandardCharsets.UTF_8))
                + "') ON CONFLICT DO NOTHING");
    }

    @Test
    void an_event_rewritten_together_with_its_leaf_is_found_by_every_checkpoint_after_it() throws Exception {
        long position = 200;
        ledger.tamper("UPDATE ledger.event SET payload = 'forged' WHERE position = " + position);
        LogTables.Run run = ledger.tables.runs(position - 1, position).getFirst();
        var entries = new ArrayList<>(EntryBundle.read(run.entries()));
        int at = (int) (position - 1 - run.first());
        Leaf old = Leaf.parse(entries.get(at));
        var forged = new Leaf(
                old.position(),
                old.aggregate(),
                old.sequence(),
                old.eventId(),
                old.type(),
                old.revision(),
                old.recordedAt(),
                java.util.HexFormat.of().formatHex(TreeHash.sha256().digest("forged".getBytes(StandardCharsets.UTF_8))),
                old.metadataHash());
        entries.set(at, forged.entry());
        byte[] hashes = run.hashes().clone();
        forged.hash().copyTo(hashes, at * 32);
        ledger.tamper("UPDATE ledger.log_leaf SET entries = '\\x"
                + java.util.HexFormat.of().formatHex(EntryBundle.write(entries)) + "', hashes = '\\x"
                + java.util.HexFormat.of().formatHex(hashes) + "' WHERE first = " + run.first());
        List<Finding> findings = Verified.of(ledger).findings();
        assertThat(findings).extracting(Finding::kind).contains(Kind.HISTORY_REWRITTEN, Kind.TILE_ALTERED);
        Finding rewritten = findings.stream()
                .filter(f -> f.kind() == Kind.HISTORY_REWRITTEN)
                .findFirst()
                .orElseThrow();
        assertThat(rewritten.sentence()).contains("between positions 196 and 260");
    }
}
