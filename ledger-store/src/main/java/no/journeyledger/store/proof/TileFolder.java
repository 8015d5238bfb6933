package no.journeyledger.store.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A log as static files in the layout of C2SP tlog-tiles: an export, a mirror, or what any web server can serve. */
public final class TileFolder implements TileReader {

    private final Path folder;

    /** The log in a folder. */
    public TileFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<byte[]> tile(Tile tile) {
        Optional<byte[]> bytes = read(folder.resolve(tile.path()));
        if (bytes.isPresent() || tile.width() == Tile.FULL) {
            return bytes;
        }
        // A partial tile may be gone once the full one is there.
        return read(folder.resolve(new Tile(tile.level(), tile.index(), Tile.FULL).path()))
                .map(tile::cutFrom);
    }

    @Override
    public Optional<String> checkpoint() {
        return read(folder.resolve("checkpoint")).map(b -> new String(b, StandardCharsets.UTF_8));
    }

    /**
     * Copies a log up to its newest checkpoint here, tiles before the checkpoint, as it is: whoever needs to know checks
     * it here. What was copied before is not copied again.
     *
     * @return the size of the checkpoint; 0 when nothing is sealed yet
     * @throws LogUnreadable when a tile is missing in the log
     * @throws IOException when the folder cannot be written
     */
    public long copy(TileReader log) throws IOException {
        Optional<String> newest = log.checkpoint();
        if (newest.isEmpty()) {
            return 0;
        }
        long size = Checkpoint.of(SignedNote.parse(newest.get())).size();
        for (int level = Tile.ENTRIES; level <= Tile.HIGHEST_LEVEL; level++) {
            long hashes = size >>> (Tile.HEIGHT * Math.max(0, level));
            for (long index = 0; index * Tile.FULL < hashes; index++) {
                Tile tile = Tile.of(level, index, size);
                Path file = folder.resolve(tile.path());
                if (Files.notExists(file)) {
                    byte[] bytes = log.tile(tile).orElseThrow(() -> new LogUnreadable(tile.path() + " is missing"));
                    Files.createDirectories(file.resolveSibling("."));
                    Files.write(file, bytes);
                }
            }
        }
        OwnFiles.replace(folder.resolve("checkpoint"), newest.get(), false);
        return size;
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LogUnreadable("could not be read: " + file, e);
        }
    }
}
