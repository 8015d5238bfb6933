package no.journeyledger.store.proof;

import java.util.List;

/**
 * Shows that a leaf is in a tree (RFC 6962, 2.1.1).
 *
 * @param index the leaf's place, from 0
 * @param size how many leaves the tree has
 * @param path the sibling hashes from the leaf up to the root's child
 */
public record InclusionProof(long index, long size, List<TreeHash> path) {

    /** Keeps its own copy of the path. */
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether a leaf with this hash is at the index of the tree with this root. */
    public boolean proves(TreeHash leaf, TreeHash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        TreeHash hash = leaf;
        for (TreeHash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = TreeHash.ofNode(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = TreeHash.ofNode(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
