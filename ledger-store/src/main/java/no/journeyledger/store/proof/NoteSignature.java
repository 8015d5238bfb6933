package no.journeyledger.store.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * One signature under a note.
 *
 * @param name whose key made it
 * @param id that key's id
 * @param signature the signature itself; a witness's begins with the time in seconds
 */
public record NoteSignature(String name, int id, byte[] signature) {

    private static final String DASH = "\u2014 ";

    /**
     * Reads a signature line, without its line end.
     *
     * @throws NotGenuine when it is not one
     */
    static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space < DASH.length()) {
            throw new NotGenuine("not a signature line: " + line);
        }
        String name = line.substring(DASH.length(), space);
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(line.substring(space + 1));
        } catch (IllegalArgumentException e) {
            throw new NotGenuine("the signature of " + name + " is not base64", e);
        }
        if (!VerifierKey.isName(name) || bytes.length < 5) {
            throw new NotGenuine("not a signature line: " + line);
        }
        var signature = new NoteSignature(
                name, ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
        if (!signature.line().equals(line)) {
            throw new NotGenuine("not the one way to write the signature of " + name);
        }
        return signature;
    }

    /** The line as it stands under the note, without its line end. */
    public String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(id)
                .put(signature)
                .array();
        return DASH + name + " " + Base64.getEncoder().encodeToString(bytes);
    }
}
