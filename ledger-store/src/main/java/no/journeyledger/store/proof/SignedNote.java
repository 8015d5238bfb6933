package no.journeyledger.store.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text with signatures under it (C2SP signed-note). Nothing in the text counts before a trusted key is found to have
 * signed it.
 *
 * @param text ends with a line end
 * @param signatures in the order they stand
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    private static final int LONGEST = 1_000_000;
    private static final int MOST_SIGNATURES = 100;

    /** Keeps its own copy of the signatures. */
    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads a note; its signatures are not checked yet.
     *
     * @throws NotGenuine when it is not a signed note
     */
    public static SignedNote parse(byte[] note) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new NotGenuine("a signed note is UTF-8", e);
        }
    }

    /**
     * Reads a note; its signatures are not checked yet.
     *
     * @throws NotGenuine when it is not a signed note
     */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (note.length() > LONGEST || blank < 0 || !note.endsWith("\n")) {
            throw new NotGenuine("a signed note is a text, an empty line and signature lines");
        }
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new NotGenuine("a signed note has no control characters");
        }
        var signatures = new ArrayList<NoteSignature>();
        String lines = note.substring(blank + 2, Math.max(blank + 2, note.length() - 1));
        for (String line : lines.split("\n", -1)) {
            signatures.add(NoteSignature.parse(line));
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw new NotGenuine("a signed note has at most " + MOST_SIGNATURES + " signatures");
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /**
     * The keys among these that signed the text. Signatures of other keys are passed over.
     *
     * @throws NotGenuine when a signature that claims to be of one of these keys is not
     */
    public Set<VerifierKey> signedBy(Collection<VerifierKey> keys) {
        var signed = new LinkedHashSet<VerifierKey>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : keys) {
                if (key.made(signature)) {
                    if (!key.verifies(text, signature.signature())) {
                        throw new NotGenuine("the signature of " + key.name() + " is not over this text");
                    }
                    signed.add(key);
                }
            }
        }
        return signed;
    }

    /** The same note with more signatures under it. */
    SignedNote with(Collection<NoteSignature> more) {
        var all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /** As it is published. */
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        for (NoteSignature signature : signatures) {
            note.append(signature.line()).append('\n');
        }
        return note.toString();
    }
}
