package no.journeyledger.command.door;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Case apps' own references, as the ledger knows them: HMAC-SHA-256 under a key of its own that lies with the persons' keys,
 * over the app's id and the reference. The same reference of the same app gives the same hash, and nobody without the key can
 * guess a case number or a national identity number behind it.
 */
public final class References {

    private static final String FILE = "references.key";
    private static final int KEY_BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    private References(byte[] key) {
        this.key = new SecretKeySpec(key, HMAC);
    }

    /**
     * With the key in this folder; made when there is none yet.
     *
     * @throws UncheckedIOException when the folder cannot be read or written
     * @throws IllegalStateException when the key's file does not hold a key
     */
    public static References in(Path keysFolder) {
        Path file = keysFolder.resolve(FILE);
        try {
            Files.createDirectories(keysFolder);
            if (!Files.exists(file)) {
                byte[] fresh = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(fresh);
                Path beside = Files.createTempFile(keysFolder, FILE, ".new");
                Files.write(beside, fresh, StandardOpenOption.DSYNC);
                try {
                    Files.createLink(file, beside);
                } catch (FileAlreadyExistsException e) {
                    // Another process was faster: its key is the key.
                } finally {
                    Files.delete(beside);
                }
            }
            byte[] stored = Files.readAllBytes(file);
            if (stored.length != KEY_BYTES) {
                throw new IllegalStateException("the key of references, " + file + ", is not a key of " + KEY_BYTES
                        + " bytes: restore it from the copy of the keys folder");
            }
            return new References(stored);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of references cannot be kept in " + keysFolder, e);
        }
    }

    /** The hash of an app's reference, base64url without padding, 43 characters. */
    public String hash(UUID app, String reference) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(app.toString().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(reference.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + HMAC, e);
        }
    }
}
