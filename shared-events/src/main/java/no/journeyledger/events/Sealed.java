package no.journeyledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * A personal text or value as it is stored: an envelope that only the named person's key opens.
 *
 * <p>{@code ciphertext} is what the person's key encrypted: a random 32-byte salt followed by the text in UTF-8.
 * {@code commitment} is SHA-256 over that salt and text. The commitment binds the envelope to exactly one text (AES-GCM
 * alone does not commit to its key), is what a decision's hash covers, and says nothing about the text once the key is
 * destroyed, because the salt is gone with it.
 *
 * <p>In JSON it is one string, {@code v1.<person>.<commitment>.<ciphertext>}, both parts base64url without padding.
 *
 * @param person whose key opens it
 * @param commitment SHA-256 of salt and text, 32 bytes
 * @param ciphertext the encrypted salt and text
 */
public record Sealed(UUID person, byte[] commitment, byte[] ciphertext) {

    private static final String VERSION = "v1";

    public Sealed {
        if (commitment.length != 32) {
            throw new IllegalArgumentException("a commitment has 32 bytes, not " + commitment.length);
        }
    }

    /**
     * Reads the string form.
     *
     * @throws IllegalArgumentException when the text is not an envelope of a known version
     */
    @JsonCreator
    public static Sealed parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4 || !parts[0].equals(VERSION)) {
            throw new IllegalArgumentException("not a sealed value of version " + VERSION);
        }
        var decoder = Base64.getUrlDecoder();
        return new Sealed(UUID.fromString(parts[1]), decoder.decode(parts[2]), decoder.decode(parts[3]));
    }

    /** The string form that is stored. */
    @JsonValue
    public String text() {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return VERSION + "." + person + "." + encoder.encodeToString(commitment) + "."
                + encoder.encodeToString(ciphertext);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed that
                && person.equals(that.person)
                && Arrays.equals(commitment, that.commitment)
                && Arrays.equals(ciphertext, that.ciphertext);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(commitment);
    }

    /** Names the person and nothing of the content: this may end up in a log. */
    @Override
    public String toString() {
        return "Sealed[person=" + person + "]";
    }
}
