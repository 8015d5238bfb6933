package no.journeyledger.store.proof;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LogicalTypeName;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An exported ledger ({@link LedgerExport}), plain or gzipped, read line by line and nothing in it trusted. It has no
 * tiles: they follow from its leaves.
 */
final class ExportFile implements StoredLog {

    private static final int LONGEST_LINE = 64 << 20;
    private static final String EVENT = "{\"position\"";
    private static final String CHECKPOINT = "{\"checkpoint\"";
    private static final String END = "{\"end\"";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path file;
    private final List<Lines> open = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final Map<Integer, List<LogicalTypeName>> types = new HashMap<>();
    private final Map<LogicalTypeName, Integer> numbers = new HashMap<>();
    private final long position;
    private final Queue<EncodedEvent> events = new ArrayDeque<>();
    private final Queue<LogTables.Run> runs = new ArrayDeque<>();
    private final Lines lines;
    private boolean ended;

    /**
     * Opens an export.
     *
     * @throws LogUnreadable when it is not one
     */
    ExportFile(Path file) {
        this.file = file;
        this.lines = lines();
        byte[] first = lines.next();
        JsonNode header = first == null ? json.createObjectNode() : read(first);
        if (!header.path("ledger-export").asString("").equals(LedgerExport.FORMAT)) {
            throw new LogUnreadable(
                    file + " is not an export of a ledger (its first line says so: \"ledger-export\": \""
                            + LedgerExport.FORMAT + "\")");
        }
        this.position = header.path("position").asLong(0);
        header.path("keys").forEach(key -> keys.add(key.asString("")));
        header.path("types").forEach(type -> {
            var name = new LogicalTypeName(
                    type.path("name").asString(""), type.path("revision").asInt(0));
            int id = type.path("id").asInt(0);
            types.computeIfAbsent(id, i -> new ArrayList<>()).add(name);
            numbers.put(name, id);
        });
    }

    /** The types by their numbers, as the header lists them. */
    Map<LogicalTypeName, Integer> numbers() {
        return numbers;
    }

    @Override
    public boolean hasEvents() {
        return true;
    }

    @Override
    public boolean hasTiles() {
        return false;
    }

    @Override
    public Rows<KeyRow> keys() {
        int[] next = {0};
        return () -> next[0] < keys.size() ? new KeyRow(next[0] + 1, keys.get(next[0]++)) : null;
    }

    @Override
    public Map<Integer, List<LogicalTypeName>> types() {
        return types;
    }

    @Override
    public Rows<EncodedEvent> events() {
        return () -> {
            while (events.isEmpty() && more()) {
                // Reads on until there is one.
            }
            return events.poll();
        };
    }

    @Override
    public Rows<LogTables.Run> runs() {
        return () -> {
            while (runs.isEmpty() && more()) {
                // Reads on until there is one.
            }
            return runs.poll();
        };
    }

    /** Reads on to where a tile ends or the export does; whether there was anything. */
    private boolean more() {
        var entries = new ArrayList<byte[]>();
        var hashes = new ByteArrayOutputStream();
        long first = -1;
        while (!ended) {
            byte[] line = lines.next();
            if (line == null) {
                throw new LogUnreadable(file + " breaks off after line " + lines.number
                        + ": it was not written, or not fetched, to its end");
            }
            if (starts(line, EVENT)) {
                JsonNode node = read(line);
                EncodedEvent event = event(node);
                events.add(event);
                if (first < 0) {
                    first = event.position() - 1;
                }
                entries.add(node.path("leaf").asString("").getBytes(StandardCharsets.UTF_8));
                hashes.writeBytes(binary(node, "hash"));
                if (event.position() % Tile.FULL == 0 || entries.size() == Tile.FULL) {
                    break;
                }
            } else if (starts(line, END)) {
                ended = true;
                if (lines.next() != null) {
                    throw new LogUnreadable(file + " goes on after its last line");
                }
            } else if (!starts(line, CHECKPOINT)) {
                throw new LogUnreadable(
                        "line " + lines.number + " of " + file + " is neither an event nor a checkpoint");
            }
        }
        if (entries.isEmpty()) {
            return false;
        }
        runs.add(new LogTables.Run(first, entries.size(), EntryBundle.write(entries), hashes.toByteArray()));
        return true;
    }

    private EncodedEvent event(JsonNode node) {
        try {
            var name = new LogicalTypeName(
                    node.path("type").asString(""), node.path("revision").asInt(0));
            return new EncodedEvent(
                    node.path("position").asLong(),
                    UUID.fromString(node.path("aggregate").asString("")),
                    node.path("sequence").asLong(),
                    UUID.fromString(node.path("event").asString("")),
                    numbers.getOrDefault(name, 0),
                    Instant.parse(node.path("recordedAt").asString("")),
                    binary(node, "payload"),
                    binary(node, "metadata"));
        } catch (DateTimeException | IllegalArgumentException | JacksonException e) {
            throw new LogUnreadable("line " + lines.number + " of " + file + " is not an event", e);
        }
    }

    private static byte[] binary(JsonNode node, String name) {
        return Base64.getDecoder().decode(node.path(name).asString(""));
    }

    @Override
    public Rows<LogTables.Node> nodes(int level) {
        return () -> null;
    }

    @Override
    public Rows<LogTables.Node> strayNodes() {
        return () -> null;
    }

    @Override
    public Rows<CheckpointRow> checkpoints() {
        Lines own = lines();
        return () -> {
            JsonNode node = nextCheckpoint(own);
            return node == null
                    ? null
                    : new CheckpointRow(
                            "checkpoint in line " + own.number,
                            node.path("checkpoint").asLong(-1),
                            node.path("note").asString("").getBytes(StandardCharsets.UTF_8));
        };
    }

    @Override
    public Rows<CosignatureRow> cosignatures() {
        Lines own = lines();
        var waiting = new ArrayDeque<CosignatureRow>();
        return () -> {
            while (waiting.isEmpty()) {
                JsonNode node = nextCheckpoint(own);
                if (node == null) {
                    return null;
                }
                node.path("cosignatures")
                        .forEach(line -> waiting.add(new CosignatureRow(
                                node.path("checkpoint").asLong(-1),
                                line.asString("").getBytes(StandardCharsets.UTF_8))));
            }
            return waiting.poll();
        };
    }

    private @Nullable JsonNode nextCheckpoint(Lines own) {
        for (byte[] line = own.next(); line != null; line = own.next()) {
            if (starts(line, CHECKPOINT)) {
                return read(line);
            }
        }
        return null;
    }

    @Override
    public long entries() {
        return position;
    }

    private static boolean starts(byte[] line, String with) {
        for (int i = 0; i < with.length(); i++) {
            if (i >= line.length || line[i] != with.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private JsonNode read(byte[] line) {
        try {
            return json.readTree(line);
        } catch (JacksonException e) {
            throw new LogUnreadable("a line of " + file + " is not JSON", e);
        }
    }

    private Lines lines() {
        var lines = new Lines(file);
        open.add(lines);
        return lines;
    }

    /** The lines of a file, one at a time. */
    private static final class Lines {
        private final Path file;
        private final InputStream in;
        private final byte[] buffer = new byte[1 << 16];
        private int at;
        private int end;
        private long number;

        Lines(Path file) {
            this.file = file;
            try {
                var plain = new PushbackInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), 2);
                byte[] magic = plain.readNBytes(2);
                plain.unread(magic);
                boolean zipped = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
                this.in = zipped ? new GZIPInputStream(plain, 1 << 16) : plain;
            } catch (IOException e) {
                throw new LogUnreadable("could not be read: " + file, e);
            }
        }

        byte @Nullable [] next() {
            var line = new ByteArrayOutputStream(2048);
            try {
                while (true) {
                    if (at == end) {
                        end = in.read(buffer);
                        at = 0;
                        if (end <= 0) {
                            end = 0;
                            // A last line that does not end is one that broke off.
                            return null;
                        }
                    }
                    int from = at;
                    while (at < end && buffer[at] != '\n') {
                        at++;
                    }
                    line.write(buffer, from, at - from);
                    if (line.size() > LONGEST_LINE) {
                        throw new LogUnreadable("line " + (number + 1) + " of " + file + " does not end");
                    }
                    if (at < end) {
                        at++;
                        number++;
                        return line.toByteArray();
                    }
                }
            } catch (IOException e) {
                throw new LogUnreadable("could not be read to its end: " + file, e);
            }
        }

        void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        open.forEach(Lines::close);
    }
}
