package no.journeyledger.store.proof;

import java.util.Optional;

/** Reads a log in the public layout (C2SP tlog-tiles), wherever it is kept. Nothing read is trusted until it is proven. */
public interface TileReader {

    /**
     * The bytes of a tile: its hashes of 32 bytes each, or a bundle of entries, each after its length in two bytes.
     *
     * @return empty when the log does not reach so far
     * @throws LogUnreadable when the log cannot be read
     */
    Optional<byte[]> tile(Tile tile);

    /**
     * The newest checkpoint, a signed note.
     *
     * @return empty when nothing is sealed yet
     * @throws LogUnreadable when the log cannot be read
     */
    Optional<String> checkpoint();
}
