package no.journeyledger.store.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * The tree of one size as its tiles show it, for building proofs. It reads a handful of tiles per proof and remembers
 * them, so use one for a few proofs and let it go. Forged tiles give proofs that prove nothing; they do no other harm.
 */
public final class TileTree {

    private final TileReader tiles;
    private final long size;
    private final Map<Tile, byte[]> read = new HashMap<>();

    /**
     * The tree of the first leaves of a log.
     *
     * @param size how many leaves
     */
    public TileTree(TileReader tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /**
     * Its root.
     *
     * @throws LogUnreadable when a tile is missing
     */
    public TreeHash root() {
        return frontier().root();
    }

    /**
     * The hash of one leaf.
     *
     * @throws LogUnreadable when its tile is missing
     */
    public TreeHash leaf(long index) {
        return complete(0, index);
    }

    /**
     * Proof that the leaf at an index is in this tree.
     *
     * @throws IllegalArgumentException when the tree does not reach so far
     * @throws LogUnreadable when a tile is missing
     */
    public InclusionProof inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        var path = new ArrayList<TreeHash>();
        long first = 0;
        long end = size;
        while (end - first > 1) {
            long middle = first + split(end - first);
            if (index < middle) {
                path.addFirst(range(middle, end));
                end = middle;
            } else {
                path.addFirst(range(first, middle));
                first = middle;
            }
        }
        return new InclusionProof(index, size, path);
    }

    /**
     * Proof that this tree continues the one of its first leaves.
     *
     * @param from how many leaves the earlier tree has
     * @throws IllegalArgumentException when the earlier tree is larger
     * @throws LogUnreadable when a tile is missing
     */
    public ConsistencyProof consistency(long from) {
        if (from < 0 || from > size) {
            throw new IllegalArgumentException("a tree of " + size + " does not continue one of " + from);
        }
        var path = new ArrayList<TreeHash>();
        if (from > 0 && from < size) {
            long first = 0;
            long end = size;
            boolean wholeEarlierTree = true;
            while (from < end) {
                long middle = first + split(end - first);
                if (from <= middle) {
                    path.addFirst(range(middle, end));
                    end = middle;
                } else {
                    path.addFirst(range(first, middle));
                    first = middle;
                    wholeEarlierTree = false;
                }
            }
            if (!wholeEarlierTree) {
                path.addFirst(range(first, end));
            }
        }
        return new ConsistencyProof(from, size, path);
    }

    /** Its right edge, to append to. */
    Frontier frontier() {
        var subtrees = new ArrayList<TreeHash>();
        long first = 0;
        for (int height = Long.SIZE - 2; height >= 0; height--) {
            if (((size >>> height) & 1) == 1) {
                subtrees.add(complete(height, first >>> height));
                first += 1L << height;
            }
        }
        return new Frontier(size, subtrees);
    }

    /** The root of the leaves from {@code first} on, before {@code end}. */
    private TreeHash range(long first, long end) {
        long leaves = end - first;
        if (Long.bitCount(leaves) == 1) {
            int height = Long.numberOfTrailingZeros(leaves);
            return complete(height, first >>> height);
        }
        long middle = first + split(leaves);
        return TreeHash.ofNode(range(first, middle), range(middle, end));
    }

    /** The root of the complete subtree of {@code 2^height} leaves with this index among its height. */
    private TreeHash complete(int height, long index) {
        int level = height / Tile.HEIGHT;
        int above = height % Tile.HEIGHT;
        long firstHash = index << above;
        byte[] hashes = hashes(Tile.of(level, firstHash / Tile.FULL, size));
        return fold(hashes, (int) (firstHash % Tile.FULL), 1 << above);
    }

    private static TreeHash fold(byte[] hashes, int first, int count) {
        return count == 1
                ? TreeHash.at(hashes, first * TreeHash.LENGTH)
                : TreeHash.ofNode(fold(hashes, first, count / 2), fold(hashes, first + count / 2, count / 2));
    }

    private byte[] hashes(Tile tile) {
        return read.computeIfAbsent(tile, t -> {
            byte[] bytes = tiles.tile(t).orElseThrow(() -> new LogUnreadable(t.path() + " is missing"));
            if (bytes.length != t.width() * TreeHash.LENGTH) {
                throw new LogUnreadable(
                        t.path() + " has " + bytes.length + " bytes, not " + t.width() * TreeHash.LENGTH);
            }
            return bytes;
        });
    }

    /** The largest power of two below a number of leaves, as RFC 6962 splits them. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
