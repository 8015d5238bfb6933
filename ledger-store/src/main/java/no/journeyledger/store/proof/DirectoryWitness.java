package no.journeyledger.store.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every checkpoint in a directory, e.g. on a share of another administration or a disk that is written once. A
 * file is only ever appended to, and a new one is begun every day, at every start and after every failure;
 * {@code docs/leaf-format.md} describes it.
 */
public final class DirectoryWitness implements Witness {

    private static final DateTimeFormatter OPENED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Clock clock;
    private @Nullable Path file;
    private @Nullable LocalDate day;

    /**
     * A witness that keeps checkpoints here.
     *
     * @param clock tells which day's file a checkpoint goes to
     */
    public DirectoryWitness(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "directory";
    }

    @Override
    public synchronized List<NoteSignature> publish(SignedNote checkpoint, List<VerifierKey> keys, TileReader log)
            throws IOException {
        Files.createDirectories(directory);
        byte[] note = checkpoint.toString().getBytes(StandardCharsets.UTF_8);
        String record = "note " + note.length + "\n" + checkpoint;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Path open = file;
        if (open == null || !today.equals(day)) {
            open = directory.resolve(PublishedCheckpoints.KEPT + OPENED.format(clock.instant()));
        }
        // Until this record is whole the file is not continued: what would follow a torn record could not be read.
        file = null;
        OwnFiles.append(open, record.getBytes(StandardCharsets.UTF_8));
        file = open;
        day = today;
        OwnFiles.replace(
                directory.resolve("keys"),
                String.join("\n", keys.stream().map(VerifierKey::text).toList()) + "\n",
                false);
        OwnFiles.replace(directory.resolve("checkpoint"), checkpoint.toString(), false);
        return List.of();
    }

    @Override
    public Optional<SignedNote> newest(String origin) throws IOException {
        Path newest = directory.resolve("checkpoint");
        if (Files.notExists(newest)) {
            return Optional.empty();
        }
        try {
            SignedNote note = SignedNote.parse(Files.readAllBytes(newest));
            return Checkpoint.of(note).origin().equals(origin) ? Optional.of(note) : Optional.empty();
        } catch (NotGenuine e) {
            throw new IOException("what the directory holds is not a checkpoint: " + newest, e);
        }
    }
}
