package no.journeyledger.store.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of a key that signs notes, as anybody may know it: {@code name+id+base64} (C2SP signed-note). A log's
 * key bears the log's origin as its name; a witness's key has its own kind of signature, with a time in it (C2SP
 * tlog-cosignature). Two keys are equal when their texts are.
 */
public final class VerifierKey {

    /** What an Ed25519 key may sign. */
    public enum Kind {
        /** The text of a note as it is: a log's checkpoints. */
        LOG((byte) 1),
        /** That a checkpoint was seen at a time and continues the one seen before: a witness's cosignature. */
        WITNESS((byte) 4);

        private final byte type;

        Kind(byte type) {
            this.type = type;
        }

        byte type() {
            return type;
        }

        static Optional<Kind> of(byte type) {
            return Arrays.stream(values()).filter(k -> k.type == type).findFirst();
        }
    }

    private static final byte[] X509_ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int POINT = 32;

    private final String name;
    private final Kind kind;
    private final int id;
    private final byte[] point;
    private final PublicKey key;

    VerifierKey(String name, Kind kind, byte[] point) {
        this.name = name;
        this.kind = kind;
        this.point = point.clone();
        this.id = idOf(name, kind, point);
        byte[] encoded = ByteBuffer.allocate(X509_ED25519.length + POINT)
                .put(X509_ED25519)
                .put(point)
                .array();
        try {
            this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new NotGenuine("not an Ed25519 public key: " + name, e);
        }
    }

    /**
     * Reads a key.
     *
     * @throws NotGenuine when it is not a key, or its id does not fit it
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || !isName(parts[0])) {
            throw new NotGenuine("a verifier key is written name+id+base64, not " + text);
        }
        byte[] material;
        try {
            material = Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException e) {
            throw new NotGenuine("the key of " + parts[0] + " is not base64", e);
        }
        if (material.length != POINT + 1) {
            throw new NotGenuine("the key of " + parts[0] + " is not an Ed25519 key");
        }
        Kind kind = Kind.of(material[0])
                .orElseThrow(() -> new NotGenuine("the key of " + parts[0] + " signs in an unknown way"));
        var key = new VerifierKey(parts[0], kind, Arrays.copyOfRange(material, 1, material.length));
        if (!key.text().equals(text)) {
            throw new NotGenuine("the id of the key of " + parts[0] + " does not fit it");
        }
        return key;
    }

    /** Whose key it is: for a log, its origin. */
    public String name() {
        return name;
    }

    /** What it signs. */
    public Kind kind() {
        return kind;
    }

    /** The first four bytes of the hash of name, kind and key. */
    public int id() {
        return id;
    }

    /** The 32 bytes of the Ed25519 public key. */
    public byte[] point() {
        return point.clone();
    }

    /** The key in the X.509 form that {@code openssl} reads, in PEM. */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** As it is published. */
    public String text() {
        byte[] material =
                ByteBuffer.allocate(POINT + 1).put(kind.type).put(point).array();
        return name + "+" + HexFormat.of().toHexDigits(id) + "+"
                + Base64.getEncoder().encodeToString(material);
    }

    boolean made(NoteSignature signature) {
        return signature.name().equals(name) && signature.id() == id;
    }

    /** Whether this key made the signature over the text. */
    boolean verifies(String text, byte[] signature) {
        return switch (kind) {
            case LOG -> verifies(text.getBytes(StandardCharsets.UTF_8), signature);
            case WITNESS -> {
                if (signature.length != Long.BYTES + 64) {
                    yield false;
                }
                long seconds = ByteBuffer.wrap(signature).getLong();
                yield seconds >= 0
                        && verifies(
                                cosigned(seconds, text), Arrays.copyOfRange(signature, Long.BYTES, signature.length));
            }
        };
    }

    /** What a witness signs: the time it saw the checkpoint, and the checkpoint. */
    static byte[] cosigned(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    /** When a witness saw what it signed. */
    static Instant seenAt(NoteSignature signature) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(signature.signature()).getLong());
    }

    private boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // Also thrown for signatures that are not even shaped like one.
            return false;
        }
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.indexOf('+') < 0
                && name.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c < ' ');
    }

    private static int idOf(String name, Kind kind, byte[] point) {
        MessageDigest digest = TreeHash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(kind.type);
        return ByteBuffer.wrap(digest.digest(point)).getInt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return text();
    }
}
