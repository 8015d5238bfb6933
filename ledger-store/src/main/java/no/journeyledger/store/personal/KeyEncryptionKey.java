package no.journeyledger.store.personal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The key that wraps every person's key. It comes from a file outside the data folder and outside the database and its
 * backups: whoever holds a backup alone can open nothing.
 */
public final class KeyEncryptionKey implements KeyWrapping {

    private final KeysetHandle keyset;
    private final Aead aead;

    private KeyEncryptionKey(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        this.aead = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    /**
     * Reads the key from its file, a Tink keyset in JSON.
     *
     * @throws KeyUnavailable when the file is missing, unreadable or no such keyset; the message says which
     */
    public static KeyEncryptionKey load(Path file) {
        if (!Files.exists(file)) {
            throw new KeyUnavailable("The key-encryption key is missing: there is no file " + file
                    + ". Restore it from where the keys are kept; without it no personal text can be read.");
        }
        try {
            return new KeyEncryptionKey(TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (IOException e) {
            throw new KeyUnavailable(
                    "The key-encryption key cannot be read: the file " + file + " is not readable for this user.");
        } catch (GeneralSecurityException e) {
            // The cause may quote key material: it is left out on purpose.
            throw new KeyUnavailable("The key-encryption key cannot be read: the file " + file + " is no Tink keyset.");
        }
    }

    /**
     * Reads the key, making a new one when there is no file yet. The file is readable for its owner only.
     *
     * @throws KeyUnavailable when the file can neither be read nor written
     */
    public static KeyEncryptionKey createIfMissing(Path file) {
        if (!Files.exists(file)) {
            try {
                KeysetHandle created =
                        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
                DurableFile.createNew(
                        file,
                        TinkJsonProtoKeysetFormat.serializeKeyset(
                                        created, AeadConfig2026.get(), InsecureSecretKeyAccess.get())
                                .getBytes(StandardCharsets.UTF_8));
            } catch (FileAlreadyExistsException e) {
                // Another process was faster: its key is the key.
            } catch (IOException e) {
                throw new KeyUnavailable("The key-encryption key cannot be created: " + file + " is not writable.");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a key-encryption key could not be made", e);
            }
        }
        return load(file);
    }

    /**
     * Changes the key: a new one wraps from now on, the old ones still unwrap. Afterwards services are started anew one by one,
     * and then {@link FilePersonKeys#rewrap} wraps every person's key with the new one.
     *
     * @throws KeyUnavailable when the file cannot be read or written
     */
    public static KeyEncryptionKey rotate(Path file) {
        KeyEncryptionKey before = load(file);
        try {
            KeysetHandle.Builder next = KeysetHandle.newBuilder(before.keyset)
                    .setConfiguration(AeadConfig2026.get())
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary());
            DurableFile.replace(
                    file,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                                    next.build(), AeadConfig2026.get(), InsecureSecretKeyAccess.get())
                            .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new KeyUnavailable("The key-encryption key cannot be changed: " + file + " is not writable.");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key-encryption key could not be made", e);
        }
        return load(file);
    }

    @Override
    public Aead aead() {
        return aead;
    }

    /** Derived from the oldest key of the set, so that only one secret has to be kept and a change of keys changes nothing. */
    @AccessesPartialKey
    @Override
    public SecretKey derive(String purpose) {
        try {
            if (!(keyset.getAt(0).getKey() instanceof AesGcmKey oldest)) {
                throw new KeyUnavailable("The key-encryption key is not an AES-GCM key.");
            }
            byte[] secret = oldest.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
            KDF hkdf = KDF.getInstance("HKDF-SHA256");
            return hkdf.deriveKey(
                    "HmacSHA256",
                    HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key could be derived", e);
        }
    }
}
