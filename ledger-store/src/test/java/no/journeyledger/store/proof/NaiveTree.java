package no.journeyledger.store.proof;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962, 2.1, written down as it is defined there: slow, and obviously right. */
final class NaiveTree {

    private NaiveTree() {}

    static TreeHash root(List<byte[]> entries) {
        int n = entries.size();
        if (n == 0) {
            return TreeHash.EMPTY;
        }
        if (n == 1) {
            return TreeHash.ofLeaf(entries.getFirst());
        }
        int k = split(n);
        return TreeHash.ofNode(root(entries.subList(0, k)), root(entries.subList(k, n)));
    }

    static List<TreeHash> path(int m, List<byte[]> entries) {
        int n = entries.size();
        if (n == 1) {
            return new ArrayList<>();
        }
        int k = split(n);
        List<TreeHash> path;
        if (m < k) {
            path = path(m, entries.subList(0, k));
            path.add(root(entries.subList(k, n)));
        } else {
            path = path(m - k, entries.subList(k, n));
            path.add(root(entries.subList(0, k)));
        }
        return path;
    }

    static List<TreeHash> proof(int m, List<byte[]> entries) {
        return m == 0 ? List.of() : subproof(m, entries, true);
    }

    private static List<TreeHash> subproof(int m, List<byte[]> entries, boolean whole) {
        int n = entries.size();
        if (m == n) {
            var proof = new ArrayList<TreeHash>();
            if (!whole) {
                proof.add(root(entries));
            }
            return proof;
        }
        int k = split(n);
        List<TreeHash> proof;
        if (m <= k) {
            proof = subproof(m, entries.subList(0, k), whole);
            proof.add(root(entries.subList(k, n)));
        } else {
            proof = subproof(m - k, entries.subList(k, n), false);
            proof.add(root(entries.subList(0, k)));
        }
        return proof;
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }
}
