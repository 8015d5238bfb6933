package no.journeyledger.store.proof;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret half of a key that signs notes. Written in the form that existing tools for signed notes read ({@code
 * PRIVATE+KEY+name+id+base64}); never shown by {@link #toString()}.
 */
public final class SigningKey {

    private static final byte[] PKCS8_ED25519 = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final int SEED = 32;

    private final VerifierKey verifier;
    private final byte[] seed;
    private final PrivateKey key;

    private SigningKey(String name, VerifierKey.Kind kind, byte[] seed) {
        this.seed = seed.clone();
        byte[] encoded = ByteBuffer.allocate(PKCS8_ED25519.length + SEED)
                .put(PKCS8_ED25519)
                .put(seed)
                .array();
        try {
            // Java signs from the seed but does not tell the public key that belongs to it.
            byte[] point = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey();
            this.verifier = new VerifierKey(name, kind, point);
            this.key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is missing from this Java", e);
        }
    }

    /**
     * A new key.
     *
     * @param name whose key it is: for a log, its origin; no spaces, no plus sign
     * @throws IllegalArgumentException when the name may not be one
     */
    public static SigningKey generate(String name, VerifierKey.Kind kind) {
        if (!VerifierKey.isName(name)) {
            throw new IllegalArgumentException("a key's name has no spaces and no plus sign: '" + name + "'");
        }
        byte[] seed = new byte[SEED];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(name, kind, seed);
    }

    /**
     * Reads a key back.
     *
     * @throws NotGenuine when it is not one; the message does not repeat it
     */
    static SigningKey parse(String secret) {
        String[] parts = secret.split("\\+", 5);
        if (parts.length != 5 || !parts[0].equals("PRIVATE") || !parts[1].equals("KEY")) {
            throw new NotGenuine("a signing key is written PRIVATE+KEY+name+id+base64");
        }
        byte[] material;
        try {
            material = Base64.getDecoder().decode(parts[4]);
        } catch (IllegalArgumentException e) {
            throw new NotGenuine("the signing key of " + parts[2] + " is not base64", e);
        }
        if (material.length != SEED + 1) {
            throw new NotGenuine("the signing key of " + parts[2] + " is not an Ed25519 key");
        }
        VerifierKey.Kind kind = VerifierKey.Kind.of(material[0])
                .orElseThrow(() -> new NotGenuine("the signing key of " + parts[2] + " signs in an unknown way"));
        var key = new SigningKey(parts[2], kind, Arrays.copyOfRange(material, 1, material.length));
        if (!key.secret().equals(secret)) {
            throw new NotGenuine("the id of the signing key of " + parts[2] + " does not fit it");
        }
        return key;
    }

    /** What others need to check what it signs. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The key itself, for the file only its owner reads. */
    String secret() {
        byte[] material = ByteBuffer.allocate(SEED + 1)
                .put(verifier.kind().type())
                .put(seed)
                .array();
        return "PRIVATE+KEY+" + verifier.name() + "+" + HexFormat.of().toHexDigits(verifier.id()) + "+"
                + Base64.getEncoder().encodeToString(material);
    }

    /**
     * Signs a note's text.
     *
     * @param now a witness's signature says when it saw the note; a log's does not
     */
    NoteSignature sign(String text, Instant now) {
        return switch (verifier.kind()) {
            case LOG -> signature(sign(text.getBytes(StandardCharsets.UTF_8)));
            case WITNESS -> {
                long seconds = now.getEpochSecond();
                yield signature(ByteBuffer.allocate(Long.BYTES + 64)
                        .putLong(seconds)
                        .put(sign(VerifierKey.cosigned(seconds, text)))
                        .array());
            }
        };
    }

    private NoteSignature signature(byte[] bytes) {
        return new NoteSignature(verifier.name(), verifier.id(), bytes);
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 could not sign", e);
        }
    }

    /** The public half only. */
    @Override
    public String toString() {
        return "the signing key of " + verifier.text();
    }
}
