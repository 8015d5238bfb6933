package no.journeyledger.store.proof;

import java.util.List;
import java.util.Map;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LogicalTypeName;
import org.jspecify.annotations.Nullable;

/** What the verifier reads: everything once, in order, and nothing trusted. */
interface StoredLog extends AutoCloseable {

    /** Rows one at a time; {@code null} after the last. */
    interface Rows<T> {
        @Nullable
        T next();
    }

    /** A stored checkpoint: the size it is kept under and its note. */
    record CheckpointRow(String row, long size, byte[] note) {}

    /** A stored signature of a witness: the size it is kept under and its line. */
    record CosignatureRow(long size, byte[] line) {}

    /** A key the log published: its number, from 1, and the key as it is written. */
    record KeyRow(int number, String key) {}

    /** The keys the log published, by number; {@code null} when it keeps no list of them. */
    @Nullable
    Rows<KeyRow> keys();

    /** Whether events are checked against the log, or only the log against its checkpoints. */
    boolean hasEvents();

    /** Whether the roots of full tiles are kept; if not they follow from the leaves. */
    default boolean hasTiles() {
        return true;
    }

    /** What type numbers stand for: one name each, unless somebody altered a number. */
    Map<Integer, List<LogicalTypeName>> types();

    /** By position. */
    Rows<EncodedEvent> events();

    /** By their first leaf. */
    Rows<LogTables.Run> runs();

    /** Of one level, by index. */
    Rows<LogTables.Node> nodes(int level);

    /** Of levels no log has. */
    Rows<LogTables.Node> strayNodes();

    /** By size. */
    Rows<CheckpointRow> checkpoints();

    /** By size. */
    Rows<CosignatureRow> cosignatures();

    /** About how many entries there are, for telling how long it takes. */
    long entries();

    @Override
    void close();
}
