package no.journeyledger.store.personal;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.events.Sealed;

/** Seals personal texts with their person's key and opens them again. See {@link Sealed} for the stored form. */
public final class PersonalDataVault {

    private static final int SALT_LENGTH = 32;

    private final PersonKeys keys;
    private final SecureRandom random = new SecureRandom();

    /** A vault over these keys. */
    public PersonalDataVault(PersonKeys keys) {
        this.keys = keys;
    }

    /**
     * Seals a text about a person, making the person's key if it is the first.
     *
     * @throws PersonErased when the person's key was destroyed
     */
    public Sealed seal(UUID person, String text) {
        Aead key = keys.create(person);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] salted = new byte[SALT_LENGTH + utf8.length];
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        System.arraycopy(salt, 0, salted, 0, SALT_LENGTH);
        System.arraycopy(utf8, 0, salted, SALT_LENGTH, utf8.length);
        try {
            return Sealed.of(person, sha256(salted), key.encrypt(salted, FilePersonKeys.associated(person)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a text of person " + person + " could not be sealed", e);
        }
    }

    /**
     * Opens a sealed text; empty when the person's key was destroyed.
     *
     * @throws TamperedSeal when the person's key does not open it, or the text is not the one it is committed to
     * @throws KeyUnavailable when the key is missing though nobody destroyed it
     */
    public Optional<String> open(Sealed sealed) {
        return committed(sealed).map(Committed::text);
    }

    /**
     * A text with the salt it is committed to with: SHA-256 of salt and text in UTF-8 is the sealed value's commitment. Whoever
     * may read the text can show with the salt that it is the one that was recorded.
     */
    public record Committed(byte[] salt, String text) {}

    /**
     * Opens a sealed text together with its salt; empty when the person's key was destroyed.
     *
     * @throws TamperedSeal as {@link #open}
     * @throws KeyUnavailable as {@link #open}
     */
    public Optional<Committed> committed(Sealed sealed) {
        UUID person = sealed.person();
        Aead key;
        try {
            key = keys.get(person);
        } catch (PersonErased e) {
            return Optional.empty();
        }
        byte[] salted;
        try {
            salted = key.decrypt(sealed.ciphertext(), FilePersonKeys.associated(person));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new TamperedSeal(person, "is not opened by that person's key");
        }
        byte[] commitment = sealed.commitment().getBytes(StandardCharsets.US_ASCII);
        byte[] actual = Base64.getUrlEncoder().withoutPadding().encode(sha256(salted));
        if (salted.length < SALT_LENGTH || !MessageDigest.isEqual(commitment, actual)) {
            throw new TamperedSeal(person, "holds another text than it is committed to");
        }
        return Optional.of(new Committed(
                Arrays.copyOf(salted, SALT_LENGTH),
                new String(Arrays.copyOfRange(salted, SALT_LENGTH, salted.length), StandardCharsets.UTF_8)));
    }

    /** Whether the person's key was destroyed, so that nothing about them opens any more. */
    public boolean isErased(UUID person) {
        return keys.isDestroyed(person);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
