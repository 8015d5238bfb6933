package no.journeyledger.store.proof;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a run of consecutive hashes or entries, as C2SP tlog-tiles cuts a log into files that never change.
 *
 * @param level 0 for leaf hashes, each higher level holds the roots of the full tiles below; {@value #ENTRIES} for the
 *     entries themselves
 * @param index which tile of its level, from 0
 * @param width how many hashes or entries, 1 to 256; 256 is a full tile
 */
public record Tile(int level, long index, int width) {

    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    /** How many hashes or entries a full tile has. */
    public static final int FULL = 256;

    static final int HEIGHT = 8;
    static final int HIGHEST_LEVEL = 7;

    private static final long LARGEST_INDEX = Long.MAX_VALUE / FULL - 1;

    private static final Pattern PATH =
            Pattern.compile("tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /** Refuses what no log has. */
    public Tile {
        if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no such tile: level " + level + ", " + index + ", width " + width);
        }
    }

    /**
     * The tile of a tree with this many leaves.
     *
     * @throws IllegalArgumentException when the tree does not reach so far
     */
    public static Tile of(int level, long index, long treeSize) {
        long hashes = treeSize >>> (HEIGHT * Math.max(level, 0));
        return new Tile(level, index, (int) Math.min(FULL, hashes - index * FULL));
    }

    /** Where it is served, below the log's prefix, e.g. {@code tile/0/x001/234.p/17}. */
    public String path() {
        var number = new StringBuilder(digits(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number.insert(0, "x" + digits(rest % 1000) + "/");
        }
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + number + (width == FULL ? "" : ".p/" + width);
    }

    /** The tile served at a path; empty when no tile is written so. */
    public static Optional<Tile> parse(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
        long index = Long.parseLong(matcher.group(2).replace("x", "").replace("/", ""));
        int width = matcher.group(3) == null ? FULL : Integer.parseInt(matcher.group(3));
        if (level > 63 || width > FULL || index > LARGEST_INDEX) {
            return Optional.empty();
        }
        var tile = new Tile(level, index, width);
        // One tile, one path: not x000/001, not .p/256.
        return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
    }

    /** Whether a log of this size has it, full or as far as it goes. */
    public boolean isWithin(long treeSize) {
        return level <= HIGHEST_LEVEL && index * FULL + width <= treeSize >>> (HEIGHT * Math.max(level, 0));
    }

    /** This tile out of the full one of its place. */
    byte[] cutFrom(byte[] full) {
        return level == ENTRIES
                ? EntryBundle.write(EntryBundle.read(full).subList(0, width))
                : Arrays.copyOf(full, width * TreeHash.LENGTH);
    }

    private static String digits(long number) {
        return "%03d".formatted(number);
    }
}
