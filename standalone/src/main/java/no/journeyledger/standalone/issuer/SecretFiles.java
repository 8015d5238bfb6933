package no.journeyledger.standalone.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** Files that this user alone may read, written whole or not at all. */
public final class SecretFiles {

    /** Without letters and digits that are taken for one another. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 26;

    private SecretFiles() {}

    /** The word in a file; the first time, one that nobody can guess (128 bits). */
    static String word(Path file) {
        return new String(bytes(file, () -> random().getBytes(StandardCharsets.US_ASCII)), StandardCharsets.US_ASCII);
    }

    private static String random() {
        var random = new SecureRandom();
        var word = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    /** What stands in a file; the first time, what is made for it. Of two who make it at once, both get the first one's. */
    static byte[] bytes(Path file, Supplier<byte[]> made) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return makeOnce(file, made.get());
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }

    private static byte[] makeOnce(Path file, byte[] content) {
        try {
            Path fresh = fresh(file, content);
            try {
                Files.createLink(file, fresh);
            } catch (UnsupportedOperationException e) {
                Files.move(fresh, file);
            } finally {
                Files.deleteIfExists(fresh);
            }
            return content;
        } catch (FileAlreadyExistsException e) {
            return bytes(file, () -> content);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be made", e);
        }
    }

    /** Writes a file, in the place of one that is there. */
    public static void write(Path file, byte[] content) {
        try {
            Files.move(fresh(file, content), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written", e);
        }
    }

    private static Path fresh(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder for " + file);
        }
        Files.createDirectories(folder);
        Path fresh = folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createTempFile(
                        folder,
                        ".new",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, ".new", "");
        return Files.write(fresh, content);
    }
}
