package no.journeyledger.store.proof;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A log's tiles, kept as the hashes and entries they are cut from. */
final class TilesInMemory implements TileReader {

    final List<byte[]> entries = new ArrayList<>();
    private final List<List<TreeHash>> levels = new ArrayList<>();
    private final Frontier frontier = new Frontier();

    @Nullable
    String checkpoint;

    static TilesInMemory of(List<byte[]> entries) {
        var tiles = new TilesInMemory();
        entries.forEach(tiles::add);
        return tiles;
    }

    void add(byte[] entry) {
        entries.add(entry);
        TreeHash leaf = TreeHash.ofLeaf(entry);
        level(0).add(leaf);
        frontier.append(leaf, (height, index, hash) -> {
            if (height % Tile.HEIGHT == 0) {
                level(height / Tile.HEIGHT).add(hash);
            }
        });
    }

    TreeHash root() {
        return frontier.root();
    }

    private List<TreeHash> level(int level) {
        while (levels.size() <= level) {
            levels.add(new ArrayList<>());
        }
        return levels.get(level);
    }

    @Override
    public Optional<byte[]> tile(Tile tile) {
        int first = (int) tile.index() * Tile.FULL;
        if (tile.level() == Tile.ENTRIES) {
            return first + tile.width() > entries.size()
                    ? Optional.empty()
                    : Optional.of(EntryBundle.write(entries.subList(first, first + tile.width())));
        }
        if (tile.level() >= levels.size()
                || first + tile.width() > level(tile.level()).size()) {
            return Optional.empty();
        }
        var bytes = new ByteArrayOutputStream();
        level(tile.level()).subList(first, first + tile.width()).forEach(h -> bytes.writeBytes(h.bytes()));
        return Optional.of(bytes.toByteArray());
    }

    @Override
    public Optional<String> checkpoint() {
        return Optional.ofNullable(checkpoint);
    }
}
