package no.journeyledger.store.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.journeyledger.store.proof.Finding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the stored leaves index by index, whatever was done to the rows they are kept in. A row that was put
 * elsewhere is recognised by the position in its own first entry and used where it belongs.
 */
final class LeafWalk {

    private static final int MOST_ASIDE = 64;

    private final StoredLog.Rows<LogTables.Run> rows;
    private final Consumer<Finding> findings;
    private final Map<Long, Opened> aside = new HashMap<>();
    private final List<Long> usedLate = new ArrayList<>();
    private @Nullable Opened current;
    private long currentFirst;
    private @Nullable Opened ahead;

    /** One leaf: its entry and its hash as stored, each {@code null} when it is damaged, and the row they are in. */
    record Slot(
            Opened run, byte @Nullable [] entry, @Nullable TreeHash hash) {}

    /** A row taken apart. Only one finding is reported per row. */
    static final class Opened {
        final LogTables.Run run;
        final @Nullable List<byte[]> entries;
        final boolean hashesWhole;
        final int leaves;
        boolean reported;

        Opened(LogTables.Run run) {
            this.run = run;
            List<byte[]> read;
            try {
                read = EntryBundle.read(run.entries());
            } catch (IllegalArgumentException e) {
                read = null;
            }
            int hashes = run.hashes().length % TreeHash.LENGTH == 0 ? run.hashes().length / TreeHash.LENGTH : -1;
            // Three ways to know how many leaves there are; what two of them say holds.
            if (read != null && read.size() != hashes && hashes == run.leaves()) {
                read = null;
            }
            this.entries = read;
            this.hashesWhole = hashes >= 0 && (read == null || read.size() == hashes);
            this.leaves = read != null ? read.size() : Math.max(0, hashes);
        }

        String row() {
            return "log_leaf first=" + run.first();
        }

        /** Where its own first entry says it belongs; -1 when that cannot be read. */
        long belongs() {
            if (entries == null || entries.isEmpty()) {
                return -1;
            }
            try {
                return Leaf.parse(entries.getFirst()).index();
            } catch (IllegalArgumentException e) {
                return -1;
            }
        }
    }

    LeafWalk(StoredLog.Rows<LogTables.Run> rows, Consumer<Finding> findings) {
        this.rows = rows;
        this.findings = findings;
    }

    /** Whether there is a leaf at this index or a later one. */
    boolean reaches(long index) {
        return settle(index) != null || ahead != null || aside.keySet().stream().anyMatch(i -> i > index);
    }

    /** The leaf at this index, {@code null} when there is none. Indexes only grow. */
    @Nullable
    Slot at(long index) {
        Opened run = settle(index);
        if (run == null) {
            return null;
        }
        int at = (int) (index - currentFirst);
        byte[] entry = run.entries == null ? null : run.entries.get(at);
        TreeHash hash = run.hashesWhole ? TreeHash.at(run.run.hashes(), at * TreeHash.LENGTH) : null;
        return new Slot(run, entry, hash);
    }

    /** Whether a hole that began here was explained by a row found elsewhere. */
    boolean wasFoundElsewhere(long index) {
        return usedLate.contains(index);
    }

    private @Nullable Opened settle(long index) {
        Opened run = current;
        if (run != null && index < currentFirst + run.leaves) {
            return run;
        }
        current = null;
        Opened kept = aside.remove(index);
        if (kept != null) {
            return use(kept, index);
        }
        while (true) {
            Opened next = ahead;
            if (next == null) {
                LogTables.Run row = rows.next();
                if (row == null) {
                    return null;
                }
                next = new Opened(row);
                look(next);
            }
            ahead = null;
            long first = next.run.first();
            long belongs = next.belongs();
            if (first == index) {
                if (belongs >= 0 && belongs != index && wrongPlace(next, belongs)) {
                    continue;
                }
                return use(next, index);
            }
            if (belongs == index) {
                report(next, "its first leaf was altered: it belongs at " + index);
                return use(next, index);
            }
            if (first > index && (belongs < 0 || belongs == first)) {
                ahead = next;
                return null;
            }
            report(next, belongs < 0 ? "it is one too many" : "its first leaf was altered: it belongs at " + belongs);
            if (belongs > index && aside.size() < MOST_ASIDE) {
                aside.put(belongs, next);
            } else if (belongs >= 0) {
                usedLate.add(belongs);
            }
        }
    }

    /** A row whose every entry belongs elsewhere stands in another's place; one altered entry does not make it so. */
    private boolean wrongPlace(Opened run, long belongs) {
        List<byte[]> entries = run.entries;
        if (entries == null || entries.size() < 2) {
            return false;
        }
        try {
            if (Leaf.parse(entries.getLast()).index() != belongs + entries.size() - 1) {
                return false;
            }
        } catch (IllegalArgumentException e) {
            return false;
        }
        report(run, "its first leaf was altered: it belongs at " + belongs);
        if (belongs > run.run.first()) {
            aside.put(belongs, run);
        } else {
            usedLate.add(belongs);
        }
        return true;
    }

    private Opened use(Opened run, long index) {
        current = run;
        currentFirst = index;
        return run;
    }

    private void look(Opened run) {
        if (run.entries == null) {
            report(run, "its entries cannot be read");
        } else if (!run.hashesWhole) {
            report(run, "its hashes are more or fewer than its entries");
        } else if (run.run.leaves() != run.leaves) {
            report(run, "it counts " + run.run.leaves() + " leaves but has " + run.leaves);
        }
    }

    void report(Opened run, String what) {
        if (!run.reported) {
            run.reported = true;
            findings.accept(new Finding(Kind.LEAF_ALTERED, run.row(), null, null, null, run.row() + ": " + what + "."));
        }
    }
}
