package no.journeyledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;
import java.util.UUID;

/**
 * A personal text or value as it is stored: an envelope that only the named person's key opens.
 *
 * <p>It is one string, {@code v1.<person>.<commitment>.<ciphertext>}, the last two base64url without padding. The
 * ciphertext is what the person's key encrypted: a random 32-byte salt followed by the text in UTF-8. The commitment is
 * SHA-256 over that salt and text. It binds the envelope to exactly one text (AES-GCM alone does not commit to its key),
 * is what a decision's hash covers, and says nothing about the text once the key is destroyed, because the salt is gone
 * with it.
 *
 * @param text the stored form
 */
public record Sealed(@JsonValue String text) {

    private static final String PREFIX = "v1.";
    private static final int UUID_LENGTH = 36;
    private static final int COMMITMENT_LENGTH = 43;
    private static final int COMMITMENT_AT = PREFIX.length() + UUID_LENGTH + 1;
    private static final int CIPHERTEXT_AT = COMMITMENT_AT + COMMITMENT_LENGTH + 1;

    /**
     * Reads the stored form.
     *
     * @throws IllegalArgumentException when the text is not an envelope of a known version
     */
    @JsonCreator
    public Sealed {
        if (!text.startsWith(PREFIX)
                || text.length() <= CIPHERTEXT_AT
                || text.charAt(COMMITMENT_AT - 1) != '.'
                || text.charAt(CIPHERTEXT_AT - 1) != '.') {
            throw new IllegalArgumentException("not a sealed value of a known version");
        }
    }

    /** Builds an envelope from its parts: the person, the 32-byte commitment and the ciphertext. */
    public static Sealed of(UUID person, byte[] commitment, byte[] ciphertext) {
        if (commitment.length != 32) {
            throw new IllegalArgumentException("a commitment has 32 bytes, not " + commitment.length);
        }
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return new Sealed(
                PREFIX + person + "." + encoder.encodeToString(commitment) + "." + encoder.encodeToString(ciphertext));
    }

    /** Whose key opens it. */
    public UUID person() {
        return UUID.fromString(text.substring(PREFIX.length(), COMMITMENT_AT - 1));
    }

    /** SHA-256 of salt and text in base64url, 43 characters. */
    public String commitment() {
        return text.substring(COMMITMENT_AT, CIPHERTEXT_AT - 1);
    }

    /** The encrypted salt and text. */
    public byte[] ciphertext() {
        return Base64.getUrlDecoder().decode(text.substring(CIPHERTEXT_AT));
    }

    /** Names the person and nothing of the content: this may end up in a log. */
    @Override
    public String toString() {
        return "Sealed[person=" + person() + "]";
    }
}
