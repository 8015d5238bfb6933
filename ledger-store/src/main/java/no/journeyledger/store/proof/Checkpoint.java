package no.journeyledger.store.proof;

import java.util.Collection;
import java.util.List;

/**
 * What a log commits to: how many entries it has and the root of the tree over them (C2SP tlog-checkpoint).
 *
 * @param origin which log, e.g. {@code ledger.municipality.example/journeys}
 * @param size how many entries, which is also the last ledger position it covers
 * @param root the root of the tree over them
 */
public record Checkpoint(String origin, long size, TreeHash root) {

    /** Refuses what cannot be written. */
    public Checkpoint {
        if (!VerifierKey.isName(origin) || size < 0) {
            throw new NotGenuine("no checkpoint has origin '" + origin + "' and size " + size);
        }
    }

    /**
     * Reads a checkpoint that a trusted key of its log has signed.
     *
     * @param origin the log it must be of
     * @param keys the log's trusted keys
     * @throws NotGenuine when it is of another log, not signed by any of the keys, or not a checkpoint
     */
    public static Checkpoint open(SignedNote note, String origin, Collection<VerifierKey> keys) {
        Checkpoint checkpoint = of(note);
        if (!checkpoint.origin.equals(origin)) {
            throw new NotGenuine("this is a checkpoint of " + checkpoint.origin + ", not of " + origin);
        }
        List<VerifierKey> ofTheLog = keys.stream()
                .filter(k -> k.kind() == VerifierKey.Kind.LOG && k.name().equals(origin))
                .toList();
        if (note.signedBy(ofTheLog).isEmpty()) {
            throw new NotGenuine("no trusted key of " + origin + " signed this checkpoint");
        }
        return checkpoint;
    }

    /**
     * How many entries a note says it covers, whoever signed it.
     *
     * @throws NotGenuine when it is not a checkpoint
     */
    public static long sizeIn(SignedNote note) {
        return of(note).size();
    }

    /**
     * What a note says, whoever signed it.
     *
     * @throws NotGenuine when it is not a checkpoint
     */
    static Checkpoint of(SignedNote note) {
        String[] lines = note.text().split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,18}")) {
            throw new NotGenuine("a checkpoint is three lines: origin, size, root");
        }
        try {
            return new Checkpoint(lines[0], Long.parseLong(lines[1]), TreeHash.parse(lines[2]));
        } catch (IllegalArgumentException e) {
            throw new NotGenuine("a checkpoint is three lines: origin, size, root", e);
        }
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }
}
