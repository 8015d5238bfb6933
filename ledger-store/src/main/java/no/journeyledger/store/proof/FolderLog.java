package no.journeyledger.store.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LogicalTypeName;
import org.jspecify.annotations.Nullable;

/** A log as static tiles, without the events: its entries are checked against its checkpoints. */
final class FolderLog implements StoredLog {

    private final TileReader tiles;
    private final Optional<String> checkpoint;
    private final List<SignedNote> earlier;
    private final long size;

    FolderLog(TileReader tiles) {
        this(tiles, List.of());
    }

    /** With checkpoints before the newest, smallest first, from which a change of keys can be followed. */
    FolderLog(TileReader tiles, List<SignedNote> earlier) {
        this.tiles = tiles;
        this.earlier = earlier;
        this.checkpoint = tiles.checkpoint();
        long claimed = 0;
        try {
            claimed = checkpoint
                    .map(c -> Checkpoint.of(SignedNote.parse(c)).size())
                    .orElse(0L);
        } catch (NotGenuine e) {
            // Found again, and reported, when it is read as a checkpoint.
        }
        this.size = claimed;
    }

    @Override
    public boolean hasEvents() {
        return false;
    }

    @Override
    public @Nullable Rows<KeyRow> keys() {
        return null;
    }

    @Override
    public Map<Integer, List<LogicalTypeName>> types() {
        return Map.of();
    }

    @Override
    public Rows<EncodedEvent> events() {
        return () -> null;
    }

    @Override
    public Rows<LogTables.Run> runs() {
        long[] next = {0};
        return () -> {
            // A missing tile is a gap, which is found; looking on past the last one there is would never end.
            while (next[0] < size) {
                long first = next[0];
                next[0] += Tile.FULL;
                Tile bundle = Tile.of(Tile.ENTRIES, first / Tile.FULL, size);
                Optional<byte[]> entries = tiles.tile(bundle);
                Optional<byte[]> hashes = tiles.tile(Tile.of(0, bundle.index(), size));
                if (entries.isPresent() && hashes.isPresent()) {
                    return new LogTables.Run(first, bundle.width(), entries.get(), hashes.get());
                }
            }
            return null;
        };
    }

    @Override
    public Rows<LogTables.Node> nodes(int level) {
        long nodes = size >>> (Tile.HEIGHT * level);
        long[] next = {0};
        byte[][] tile = {new byte[0]};
        return () -> {
            while (next[0] < nodes) {
                long index = next[0]++;
                int at = (int) (index % Tile.FULL);
                if (at == 0) {
                    tile[0] =
                            tiles.tile(Tile.of(level, index / Tile.FULL, size)).orElse(new byte[0]);
                }
                if (tile[0].length >= (at + 1) * TreeHash.LENGTH) {
                    return new LogTables.Node(
                            level,
                            index,
                            TreeHash.at(tile[0], at * TreeHash.LENGTH).bytes());
                }
            }
            return null;
        };
    }

    @Override
    public Rows<LogTables.Node> strayNodes() {
        return () -> null;
    }

    @Override
    public Rows<CheckpointRow> checkpoints() {
        var rows = new ArrayDeque<CheckpointRow>();
        for (SignedNote note : earlier) {
            long covers = Checkpoint.of(note).size();
            if (covers < size) {
                rows.add(new CheckpointRow("checkpoint size=" + covers, covers, bytes(note.toString())));
            }
        }
        checkpoint.ifPresent(newest -> rows.add(new CheckpointRow("checkpoint", size, bytes(newest))));
        return rows::poll;
    }

    private static byte[] bytes(String note) {
        return note.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Rows<CosignatureRow> cosignatures() {
        return () -> null;
    }

    @Override
    public long entries() {
        return size;
    }

    @Override
    public void close() {}
}
