package no.journeyledger.store.proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the checkpoints a {@link DirectoryWitness} kept, one at a time, in the order they were published. */
final class PublishedCheckpoints implements AutoCloseable {

    static final String KEPT = "checkpoints-";

    private static final int LONGEST = 1_000_000;

    private final Queue<Path> files;
    private @Nullable InputStream file;

    PublishedCheckpoints(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(f -> f.getFileName().toString().startsWith(KEPT))
                    .sorted()
                    .toList();
            this.files = new ArrayDeque<>(found);
        }
    }

    /** The keys the log published there. */
    static List<VerifierKey> keys(Path directory) throws IOException {
        Path keys = directory.resolve("keys");
        return Files.notExists(keys)
                ? List.of()
                : Files.readAllLines(keys).stream().map(VerifierKey::parse).toList();
    }

    /**
     * The next note as it is kept, {@code null} after the last. A record that breaks off at the end of a file, because
     * the machine stopped while it was written, is passed over.
     */
    byte @Nullable [] next() throws IOException {
        while (true) {
            if (file == null) {
                Path next = files.poll();
                if (next == null) {
                    return null;
                }
                file = new BufferedInputStream(Files.newInputStream(next));
            }
            byte[] note = record(file);
            if (note != null) {
                return note;
            }
            file.close();
            file = null;
        }
    }

    private static byte @Nullable [] record(InputStream file) throws IOException {
        var line = new StringBuilder();
        int read;
        while ((read = file.read()) >= 0 && read != '\n' && line.length() < 20) {
            line.append((char) read);
        }
        if (read < 0) {
            return null;
        }
        String header = line.toString();
        if (!header.matches("note [1-9][0-9]{0,6}")) {
            // Not ours: hand it on as it is, so that whoever reads it refuses it, and read no further in this file.
            file.skipNBytes(Math.max(0, file.available()));
            return header.getBytes(StandardCharsets.UTF_8);
        }
        int length = Math.min(LONGEST, Integer.parseInt(header.substring("note ".length())));
        byte[] note = file.readNBytes(length);
        return note.length < length ? null : note;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
