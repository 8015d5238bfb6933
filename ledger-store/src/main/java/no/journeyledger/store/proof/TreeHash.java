package no.journeyledger.store.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash in the Merkle tree of RFC 6962: of a leaf, of two subtrees, or of the empty tree. Immutable. */
public final class TreeHash {

    /** How many bytes a hash has. */
    public static final int LENGTH = 32;

    /** The root of the empty tree: the hash of nothing. */
    public static final TreeHash EMPTY = new TreeHash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of a leaf: of a zero byte and the entry. */
    public static TreeHash ofLeaf(byte[] entry) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return new TreeHash(digest.digest(entry));
    }

    /** The hash of two subtrees: of a one byte, the left and the right hash. */
    public static TreeHash ofNode(TreeHash left, TreeHash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return new TreeHash(digest.digest());
    }

    /**
     * A hash out of a run of hashes.
     *
     * @throws IllegalArgumentException when there are not 32 bytes at the offset
     */
    public static TreeHash at(byte[] hashes, int offset) {
        if (offset < 0 || hashes.length - offset < LENGTH) {
            throw new IllegalArgumentException("no hash of 32 bytes at " + offset + " of " + hashes.length);
        }
        return new TreeHash(Arrays.copyOfRange(hashes, offset, offset + LENGTH));
    }

    /**
     * A hash from its 32 bytes.
     *
     * @throws IllegalArgumentException when there are more or fewer
     */
    public static TreeHash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new TreeHash(bytes.clone());
    }

    /**
     * A hash from base64, as written in checkpoints and proofs.
     *
     * @throws IllegalArgumentException when it is not the base64 of 32 bytes
     */
    public static TreeHash parse(String base64) {
        TreeHash hash = of(Base64.getDecoder().decode(base64));
        if (!hash.base64().equals(base64)) {
            throw new IllegalArgumentException("not the one way to write a hash: " + base64);
        }
        return hash;
    }

    /** Its 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** As written in checkpoints and proofs. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, LENGTH);
    }

    boolean isAt(byte[] hashes, int offset) {
        return Arrays.equals(bytes, 0, LENGTH, hashes, offset, offset + LENGTH);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
