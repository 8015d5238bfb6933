package no.journeyledger.store.personal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Person keys as files: one Tink keyset per person, wrapped by the key-encryption key with the person's id bound to it,
 * in a folder that several processes may share. A destroyed key leaves a marker, so that it is never made again.
 *
 * <p>Keys are kept in memory for a short while; a destruction in another process is seen when that has passed.
 */
public final class FilePersonKeys implements PersonKeys {

    /** How long a key may stay in memory, and so how late a destruction elsewhere is seen at most. */
    public static final Duration STANDARD_EXPIRY = Duration.ofSeconds(5);

    private static final String ABOUT_TO_BE_DESTROYED = "about-to-be-destroyed";

    private final Path folder;
    private final KeyWrapping wrapping;
    private final LoadingCache<UUID, Aead> cache;

    /** Keys in a folder, kept in memory for {@link #STANDARD_EXPIRY}. */
    public FilePersonKeys(Path folder, KeyWrapping wrapping) {
        this(folder, wrapping, STANDARD_EXPIRY);
    }

    /** Keys in a folder, kept in memory for as long as said. */
    public FilePersonKeys(Path folder, KeyWrapping wrapping, Duration expiry) {
        this.folder = folder;
        this.wrapping = wrapping;
        this.cache = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(expiry)
                .build(this::read);
    }

    @Override
    public Aead create(UUID person) {
        Aead cached = cache.getIfPresent(person);
        if (cached != null) {
            return cached;
        }
        if (!Files.exists(keyFile(person))) {
            make(person);
        }
        return get(person);
    }

    @Override
    public Aead get(UUID person) {
        return cache.get(person);
    }

    @Override
    public void destroy(UUID person) {
        try {
            // The marker first: from here on nobody makes a new key, and one made at this moment is taken back.
            try {
                DurableFile.createNew(marker(person), new byte[0]);
            } catch (FileAlreadyExistsException e) {
                // Destroyed before, perhaps interrupted: finish it.
            }
            DurableFile.delete(keyFile(person));
            DurableFile.delete(note(person));
        } catch (IOException e) {
            throw new UncheckedIOException("the key of person " + person + " could not be destroyed", e);
        } finally {
            cache.invalidate(person);
        }
    }

    @Override
    public boolean exists(UUID person) {
        return Files.exists(keyFile(person));
    }

    @Override
    public void prepareToDestroy(UUID person) {
        try {
            DurableFile.createNew(note(person), new byte[0]);
        } catch (FileAlreadyExistsException e) {
            // Noted before.
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can be noted beside the keys in " + folder, e);
        }
    }

    @Override
    public void keep(UUID person) {
        try {
            DurableFile.delete(note(person));
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can be noted beside the keys in " + folder, e);
        }
    }

    @Override
    public List<UUID> aboutToBeDestroyed() {
        Path notes = folder.resolve(ABOUT_TO_BE_DESTROYED);
        if (!Files.isDirectory(notes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(notes)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .map(UUID::fromString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the keys folder " + folder + " cannot be read", e);
        }
    }

    /**
     * Wraps every key anew with the newest key-encryption key: what the keys sealed stays as it is. A key that is destroyed
     * meanwhile stays destroyed. Services may run; they need not be stopped.
     *
     * @return how many keys were wrapped anew
     */
    public int rewrap() {
        int rewrapped = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().matches("[0-9a-f-]{36}\\.key"))
                    .toList()) {
                UUID person = UUID.fromString(file.getFileName().toString().replace(".key", ""));
                byte[] wrapped;
                try {
                    wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                            TinkProtoKeysetFormat.parseEncryptedKeyset(
                                    Files.readAllBytes(file),
                                    wrapping.aead(),
                                    associated(person),
                                    AeadConfig2026.get()),
                            wrapping.aead(),
                            associated(person),
                            AeadConfig2026.get());
                } catch (NoSuchFileException e) {
                    // Destroyed while we were on our way.
                    continue;
                }
                DurableFile.replace(file, wrapped);
                if (isDestroyed(person)) {
                    DurableFile.delete(file);
                    continue;
                }
                rewrapped++;
            }
            return rewrapped;
        } catch (IOException e) {
            throw new UncheckedIOException("the keys in " + folder + " could not all be wrapped anew; do it again", e);
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailable(
                    "A key in " + folder + " was not wrapped by this key-encryption key, or is damaged.");
        }
    }

    @Override
    public boolean isDestroyed(UUID person) {
        return Files.exists(marker(person));
    }

    private void make(UUID person) {
        if (isDestroyed(person)) {
            throw new PersonErased(person);
        }
        try {
            KeysetHandle made = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            DurableFile.createNew(
                    keyFile(person),
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(
                            made, wrapping.aead(), associated(person), AeadConfig2026.get()));
        } catch (FileAlreadyExistsException e) {
            // Another process was faster: its key is the person's key.
        } catch (IOException e) {
            throw new UncheckedIOException("the key of person " + person + " could not be stored", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of person " + person + " could not be made", e);
        }
        if (isDestroyed(person)) {
            destroy(person);
            throw new PersonErased(person);
        }
    }

    private Aead read(UUID person) {
        if (isDestroyed(person)) {
            throw new PersonErased(person);
        }
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                            Files.readAllBytes(keyFile(person)),
                            wrapping.aead(),
                            associated(person),
                            AeadConfig2026.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (NoSuchFileException e) {
            if (isDestroyed(person)) {
                throw new PersonErased(person);
            }
            throw new KeyUnavailable("The key of person " + person + " is missing from " + folder
                    + " though it was never destroyed: restore the keys folder from its backup.");
        } catch (IOException e) {
            throw new KeyUnavailable("The key of person " + person + " cannot be read from " + folder + ".");
        } catch (GeneralSecurityException e) {
            throw new KeyUnavailable("The key of person " + person + " in " + folder
                    + " was not wrapped by this key-encryption key, or is damaged.");
        }
    }

    static byte[] associated(UUID person) {
        return ByteBuffer.allocate(16)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
    }

    private Path keyFile(UUID person) {
        return subfolder(person).resolve(person + ".key");
    }

    private Path marker(UUID person) {
        return subfolder(person).resolve(person + ".destroyed");
    }

    private Path note(UUID person) {
        return folder.resolve(ABOUT_TO_BE_DESTROYED).resolve(person.toString());
    }

    /** The last two digits: the first ones of a time-ordered id would put everybody into one folder. */
    private Path subfolder(UUID person) {
        String id = person.toString();
        return folder.resolve(id.substring(id.length() - 2));
    }
}
