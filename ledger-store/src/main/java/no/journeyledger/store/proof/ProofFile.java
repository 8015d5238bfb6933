package no.journeyledger.store.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * Everything needed to check one entry offline: the leaf, its inclusion proof and a signed checkpoint, in the form of
 * C2SP tlog-proof with the leaf's text as its extra data.
 *
 * @param entry the leaf's bytes
 * @param proof that the leaf is in the checkpoint's tree
 * @param checkpoint signed by the log, with or without witnesses
 */
public record ProofFile(byte[] entry, InclusionProof proof, SignedNote checkpoint) {

    /** The first line of every proof file. */
    public static final String FORMAT = "c2sp.org/tlog-proof@v1";

    /** The extension proof files are stored under. */
    public static final String EXTENSION = ".tlog-proof";

    /**
     * Reads a proof file; nothing in it is checked yet.
     *
     * @throws NotGenuine when it is not a proof file
     */
    public static ProofFile parse(String file) {
        int blank = file.indexOf("\n\n");
        if (blank < 0) {
            throw new NotGenuine("a proof file has an empty line before its checkpoint");
        }
        List<String> lines = List.of(file.substring(0, blank).split("\n", -1));
        if (lines.size() < 3
                || !lines.get(0).equals(FORMAT)
                || !lines.get(1).startsWith("extra ")
                || !lines.get(2).matches("index (0|[1-9][0-9]{0,18})")) {
            throw new NotGenuine("a proof file begins with " + FORMAT + ", extra and index");
        }
        SignedNote note = SignedNote.parse(file.substring(blank + 2));
        try {
            byte[] entry = Base64.getDecoder().decode(lines.get(1).substring("extra ".length()));
            long index = Long.parseLong(lines.get(2).substring("index ".length()));
            var path = new ArrayList<TreeHash>();
            for (String line : lines.subList(3, lines.size())) {
                path.add(TreeHash.parse(line));
            }
            return new ProofFile(
                    entry, new InclusionProof(index, Checkpoint.of(note).size(), path), note);
        } catch (IllegalArgumentException e) {
            throw new NotGenuine("a line of the proof file cannot be read", e);
        }
    }

    /**
     * Checks it against keys trusted for a reason outside the file.
     *
     * @param origin the log it must be of
     * @param keys trusted keys of the log
     * @return what the log says about the event; compare its hashes with the event's bytes
     * @throws NotGenuine when it proves nothing
     */
    public Leaf verify(String origin, Collection<VerifierKey> keys) {
        Checkpoint signed = Checkpoint.open(checkpoint, origin, keys);
        Leaf leaf;
        try {
            leaf = Leaf.parse(entry);
        } catch (IllegalArgumentException e) {
            throw new NotGenuine("the entry is not a leaf", e);
        }
        if (leaf.index() != proof.index() || signed.size() != proof.size()) {
            throw new NotGenuine("the proof is for another entry or another checkpoint");
        }
        if (!proof.proves(TreeHash.ofLeaf(entry), signed.root())) {
            throw new NotGenuine("the entry is not in the tree that was signed");
        }
        return leaf;
    }

    /** As it is stored. */
    @Override
    public String toString() {
        var file = new StringBuilder(FORMAT)
                .append("\nextra ")
                .append(Base64.getEncoder().encodeToString(entry))
                .append("\nindex ")
                .append(proof.index())
                .append('\n');
        for (TreeHash hash : proof.path()) {
            file.append(hash.base64()).append('\n');
        }
        return file.append('\n').append(checkpoint).toString();
    }

    /** Its bytes. */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }
}
