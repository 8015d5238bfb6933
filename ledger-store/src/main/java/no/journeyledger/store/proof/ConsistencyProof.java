package no.journeyledger.store.proof;

import java.util.List;

/**
 * Shows that a tree continues an earlier one: its first leaves are exactly the earlier tree's (RFC 6962, 2.1.2).
 *
 * @param from how many leaves the earlier tree has
 * @param to how many leaves the later tree has
 * @param path the hashes both roots are rebuilt from
 */
public record ConsistencyProof(long from, long to, List<TreeHash> path) {

    /** Keeps its own copy of the path. */
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether the tree with the later root continues the tree with the earlier root. */
    public boolean proves(TreeHash earlier, TreeHash later) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && earlier.equals(later);
        }
        if (from == 0) {
            return path.isEmpty() && earlier.equals(TreeHash.EMPTY);
        }
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>>= 1;
            last >>>= 1;
        }
        int next = 0;
        TreeHash start;
        if (node == 0) {
            // The earlier tree is one complete subtree: its root is the first hash and is not repeated in the path.
            start = earlier;
        } else if (path.isEmpty()) {
            return false;
        } else {
            start = path.get(next++);
        }
        TreeHash old = start;
        TreeHash current = start;
        for (; next < path.size(); next++) {
            TreeHash hash = path.get(next);
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = TreeHash.ofNode(hash, old);
                current = TreeHash.ofNode(hash, current);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                current = TreeHash.ofNode(current, hash);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && old.equals(earlier) && current.equals(later);
    }
}
