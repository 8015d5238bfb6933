package no.journeyledger.store.proof;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LogicalTypeName;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the whole ledger up to its newest checkpoint as text, one JSON object per line: every event with its stored bytes
 * and its leaf, every checkpoint after the last event it covers. What is written can be verified by itself and restored
 * elsewhere ({@code docs/leaf-format.md}). Personal text stays encrypted; keys are not in it.
 *
 * <p>It reads in short steps, so an export of any length holds no transaction open and needs little memory.
 */
public final class LedgerExport {

    static final String FORMAT = "v1";

    private static final int EVENTS_AT_A_TIME = 512;

    private final DataSource source;
    private final LogTables tables;
    private final JsonMapper json = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    /** An export over connections of the reader role. */
    public LedgerExport(DataSource source) {
        this.source = source;
        this.tables = new LogTables(source);
    }

    /** What an export is true for: the last position it holds, and the checkpoint over it. */
    public record Stamp(long position, SignedNote checkpoint) {}

    /**
     * What an export that begins now will be true for.
     *
     * @throws LogUnreadable when nothing is sealed yet, or the log cannot be read
     */
    public Stamp stamp() {
        SignedNote newest = tables.newest().orElseThrow(() -> new LogUnreadable("nothing is sealed yet"));
        return new Stamp(Checkpoint.of(newest).size(), newest);
    }

    /**
     * Writes everything up to a stamp.
     *
     * @throws IOException when it cannot be written
     * @throws LogUnreadable when the ledger cannot be read to the end; what was written then lacks its last line
     */
    public void write(OutputStream out, Stamp stamp) throws IOException {
        var types = new HashMap<Integer, LogicalTypeName>();
        var buffered = new BufferedOutputStream(out, 1 << 16);
        header(buffered, stamp, types);
        long position = 0;
        long checkpointed = -1;
        while (position < stamp.position()) {
            List<EncodedEvent> events = events(position, stamp.position());
            long end = position + events.size();
            List<SignedNote> notes = notes(checkpointed, Math.min(end, stamp.position()));
            int note = 0;
            List<Slot> leaves = leaves(position, end);
            for (int i = 0; i < events.size(); i++) {
                EncodedEvent event = events.get(i);
                event(buffered, event, nameOf(event, types), leaves.get(i));
                while (note < notes.size() && Checkpoint.of(notes.get(note)).size() <= event.position()) {
                    checkpoint(buffered, notes.get(note++));
                }
            }
            position = end;
            checkpointed = end;
        }
        line(buffered, generator -> generator.writeNumberProperty("end", stamp.position()));
        buffered.flush();
    }

    private interface Content {
        void write(JsonGenerator generator);
    }

    private void line(OutputStream out, Content content) throws IOException {
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            content.write(generator);
            generator.writeEndObject();
        }
        out.write('\n');
    }

    private void header(OutputStream out, Stamp stamp, Map<Integer, LogicalTypeName> types) throws IOException {
        try (Connection connection = source.getConnection()) {
            TypeNames.read(connection).forEach((id, names) -> types.put(id, names.getFirst()));
        } catch (SQLException e) {
            throw new LogUnreadable("the event types could not be read", e);
        }
        List<VerifierKey> keys = tables.keys();
        line(out, generator -> {
            generator.writeStringProperty("ledger-export", FORMAT);
            generator.writeNumberProperty("position", stamp.position());
            generator.writeStringProperty("checkpoint", stamp.checkpoint().toString());
            generator.writeArrayPropertyStart("keys");
            keys.forEach(key -> generator.writeString(key.text()));
            generator.writeEndArray();
            generator.writeArrayPropertyStart("types");
            new TreeMap<>(types).forEach((id, name) -> {
                generator.writeStartObject();
                generator.writeNumberProperty("id", id);
                generator.writeStringProperty("name", name.name());
                generator.writeNumberProperty("revision", name.revision());
                generator.writeEndObject();
            });
            generator.writeEndArray();
        });
    }

    private static LogicalTypeName nameOf(EncodedEvent event, Map<Integer, LogicalTypeName> types) {
        LogicalTypeName name = types.get(event.typeId());
        if (name == null) {
            throw new LogUnreadable("position " + event.position() + " has type number " + event.typeId()
                    + ", which stands for nothing: run the verifier");
        }
        return name;
    }

    private void event(OutputStream out, EncodedEvent event, LogicalTypeName type, Slot leaf) throws IOException {
        line(out, generator -> {
            generator.writeNumberProperty("position", event.position());
            generator.writeStringProperty("aggregate", event.aggregate().toString());
            generator.writeNumberProperty("sequence", event.sequence());
            generator.writeStringProperty("event", event.eventId().toString());
            generator.writeStringProperty("type", type.name());
            generator.writeNumberProperty("revision", type.revision());
            generator.writeStringProperty("recordedAt", event.recordedAt().toString());
            generator.writeName("payload");
            generator.writeBinary(event.payload());
            generator.writeName("metadata");
            generator.writeBinary(event.metadata());
            generator.writeStringProperty("leaf", new String(leaf.entry(), StandardCharsets.UTF_8));
            generator.writeName("hash");
            generator.writeBinary(leaf.hash());
        });
    }

    private void checkpoint(OutputStream out, SignedNote note) throws IOException {
        Checkpoint checkpoint = Checkpoint.of(note);
        // The log's own signatures stand first; witnesses have signed under them.
        List<NoteSignature> logs = note.signatures().stream()
                .filter(s -> s.name().equals(checkpoint.origin()))
                .toList();
        line(out, generator -> {
            generator.writeNumberProperty("checkpoint", checkpoint.size());
            generator.writeStringProperty("note", new SignedNote(note.text(), logs).toString());
            generator.writeArrayPropertyStart("cosignatures");
            note.signatures().stream()
                    .filter(s -> !s.name().equals(checkpoint.origin()))
                    .forEach(s -> generator.writeString(s.line()));
            generator.writeEndArray();
        });
    }

    private List<EncodedEvent> events(long after, long last) {
        var events = new ArrayList<EncodedEvent>();
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT position, aggregate, sequence, event_id, type, recorded_at, payload, metadata
                        FROM ledger.event WHERE position > ? AND position <= ? ORDER BY position LIMIT ?
                        """)) {
            select.setLong(1, after);
            select.setLong(2, last);
            select.setInt(3, EVENTS_AT_A_TIME);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long position = rows.getLong(1);
                    if (position != after + events.size() + 1) {
                        throw new LogUnreadable(
                                "position " + (after + events.size() + 1) + " is missing: run the verifier");
                    }
                    events.add(new EncodedEvent(
                            position,
                            rows.getObject(2, UUID.class),
                            rows.getLong(3),
                            rows.getObject(4, UUID.class),
                            rows.getInt(5),
                            rows.getObject(6, OffsetDateTime.class).toInstant(),
                            rows.getBytes(7),
                            rows.getBytes(8)));
                }
            }
        } catch (SQLException e) {
            throw new LogUnreadable("the events could not be read", e);
        }
        if (events.isEmpty()) {
            throw new LogUnreadable("position " + (after + 1) + " is missing: run the verifier");
        }
        return events;
    }

    /** A leaf as it is stored. */
    private record Slot(byte[] entry, byte[] hash) {}

    private List<Slot> leaves(long first, long end) {
        var leaves = new ArrayList<Slot>();
        for (LogTables.Run run : tables.runs(first, end)) {
            List<byte[]> entries;
            try {
                entries = EntryBundle.read(run.entries());
            } catch (IllegalArgumentException e) {
                throw new LogUnreadable("the entries from " + run.first() + " on are damaged: run the verifier", e);
            }
            for (long index = Math.max(run.first(), first);
                    index < Math.min(run.first() + entries.size(), end);
                    index++) {
                int at = (int) (index - run.first());
                if (index == first + leaves.size() && run.hashes().length >= (at + 1) * TreeHash.LENGTH) {
                    byte[] hash = java.util.Arrays.copyOfRange(
                            run.hashes(), at * TreeHash.LENGTH, (at + 1) * TreeHash.LENGTH);
                    leaves.add(new Slot(entries.get(at), hash));
                }
            }
        }
        if (leaves.size() != end - first) {
            throw new LogUnreadable(
                    "the leaf of position " + (first + leaves.size() + 1) + " is missing: run the verifier");
        }
        return leaves;
    }

    private List<SignedNote> notes(long after, long last) {
        var notes = new ArrayList<SignedNote>();
        long size = after;
        while (size < last) {
            List<SignedNote> more = tables.checkpointsAfter(size, EVENTS_AT_A_TIME);
            for (SignedNote note : more) {
                size = Checkpoint.of(note).size();
                if (size <= last) {
                    notes.add(note);
                }
            }
            if (more.size() < EVENTS_AT_A_TIME) {
                break;
            }
        }
        return notes;
    }
}
