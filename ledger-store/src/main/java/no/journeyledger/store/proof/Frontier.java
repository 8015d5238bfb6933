package no.journeyledger.store.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The right edge of a growing tree: the hashes of the complete subtrees that its leaves fall into, at most one of each
 * height. It is all that is needed to append leaves and to know the root, whatever the size.
 */
final class Frontier {

    private final @Nullable TreeHash[] complete = new @Nullable TreeHash[Long.SIZE];
    private long size;

    /** Hears of every complete subtree of more than one leaf, in the order they become complete. */
    interface Completed {

        /**
         * A subtree became complete.
         *
         * @param height of the subtree: it has {@code 2^height} leaves
         * @param index which one of its height, from 0
         */
        void subtree(int height, long index, TreeHash hash);
    }

    /** The edge of the empty tree. */
    Frontier() {}

    /** The edge of a tree of this size, given the complete subtrees it falls into, the highest first. */
    Frontier(long size, List<TreeHash> subtrees) {
        if (size < 0 || subtrees.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " leaves has " + Long.bitCount(size) + " subtrees, not " + subtrees.size());
        }
        this.size = size;
        int next = 0;
        for (int height = Long.SIZE - 1; height >= 0; height--) {
            if (((size >>> height) & 1) == 1) {
                complete[height] = subtrees.get(next++);
            }
        }
    }

    long size() {
        return size;
    }

    Frontier copy() {
        var copy = new Frontier();
        System.arraycopy(complete, 0, copy.complete, 0, complete.length);
        copy.size = size;
        return copy;
    }

    void append(TreeHash leaf) {
        append(leaf, (height, index, hash) -> {});
    }

    void append(TreeHash leaf, Completed completed) {
        TreeHash hash = leaf;
        int height = 0;
        for (TreeHash left = complete[0]; left != null; left = complete[height]) {
            hash = TreeHash.ofNode(left, hash);
            complete[height] = null;
            height++;
            completed.subtree(height, size >>> height, hash);
        }
        complete[height] = hash;
        size++;
    }

    TreeHash root() {
        TreeHash root = null;
        for (TreeHash subtree : complete) {
            if (subtree != null) {
                root = root == null ? subtree : TreeHash.ofNode(subtree, root);
            }
        }
        return root == null ? TreeHash.EMPTY : root;
    }
}
