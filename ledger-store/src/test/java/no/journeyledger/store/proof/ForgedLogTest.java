package no.journeyledger.store.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log handed over as files, and every way to forge it: ours and a program that shares no code with it refuse alike. */
class ForgedLogTest {

    private static final String ORIGIN = SealedLedger.ORIGIN;
    private static final int SIZE = 700;
    private static final Path PROGRAM = Path.of("src/test/go/recompute.go");

    @TempDir
    Path folder;

    private final SigningKey key = SigningKey.generate(ORIGIN, VerifierKey.Kind.LOG);
    private Path log;
    private Path witness;

    private interface Forgery {
        void forge() throws Exception;
    }

    @BeforeEach
    void publish() throws Exception {
        log = folder.resolve("log");
        witness = folder.resolve("witness");
        var tiles = new TilesInMemory();
        var random = new Random(1);
        var published = new DirectoryWitness(witness, java.time.Clock.systemUTC());
        for (int position = 1; position <= SIZE; position++) {
            tiles.add(NoteTest.leaf(position, random).entry());
            if (position % 100 == 0) {
                tiles.checkpoint = signed(ORIGIN, position, tiles.root(), key);
                published.publish(SignedNote.parse(tiles.checkpoint), List.of(key.verifier()), tiles);
            }
        }
        new TileFolder(log).copy(tiles);
    }

    @Test
    void every_forgery_is_refused_and_the_genuine_log_is_not() throws Exception {
        assertThat(verify()).isEqualTo(Verify.PROVEN);
        Path genuine = folder.resolve("genuine");
        copy(log, genuine);
        int refused = 0;
        Map<String, Forgery> forgeries = forgeries();
        for (var forgery : forgeries.entrySet()) {
            forgery.getValue().forge();
            assertThat(verify()).as(forgery.getKey()).isEqualTo(Verify.FOUND);
            refused++;
            delete(log);
            copy(genuine, log);
        }
        assertThat(verify()).isEqualTo(Verify.PROVEN);
        System.out.println("forged logs " + forgeries.size() + ", refused " + refused);
    }

    @Test
    void a_program_that_shares_no_code_recomputes_the_root_and_refuses_the_same_forgeries() throws Exception {
        assumeTrue(ForeignTools.present("go"), "Go is not installed (Debian: golang-go)");
        assumeTrue(
                Files.isDirectory(Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog")),
                "Go's tlog package is not installed (Debian: golang-golang-x-mod-dev)");
        Path program = folder.resolve("recompute");
        ForeignTools.Ran built = ForeignTools.run(
                goEnvironment(),
                List.of(
                        "go",
                        "build",
                        "-o",
                        program.toString(),
                        PROGRAM.toAbsolutePath().toString()));
        assertThat(built.exit()).as(built.said()).isZero();

        ForeignTools.Ran genuine = recompute(program);
        assertThat(genuine.said()).startsWith("PROVEN " + SIZE);
        String root = Checkpoint.of(SignedNote.parse(Files.readAllBytes(log.resolve("checkpoint"))))
                .root()
                .base64();
        assertThat(genuine.said()).contains(root);

        Path kept = folder.resolve("kept");
        copy(log, kept);
        int refused = 0;
        for (var forgery : forgeries().entrySet()) {
            if (forgery.getKey().startsWith("replayed") || forgery.getKey().startsWith("tile of level 1")) {
                // It is given no earlier checkpoint to compare with, and rebuilds the upper levels by itself.
                continue;
            }
            forgery.getValue().forge();
            assertThat(recompute(program).exit()).as(forgery.getKey()).isEqualTo(1);
            refused++;
            delete(log);
            copy(kept, log);
        }
        System.out.println("recomputed by Go: " + genuine.said().strip() + "; forgeries refused " + refused);
    }

    private ForeignTools.Ran recompute(Path program) throws IOException {
        return ForeignTools.run(
                program.toString(), log.toString(), key.verifier().text());
    }

    private Map<String, String> goEnvironment() {
        return Map.of(
                "GO111MODULE", "off",
                "GOPATH", "/usr/share/gocode",
                "GOCACHE", folder.resolve("go-cache").toString(),
                "GOFLAGS", "");
    }

    private Map<String, Forgery> forgeries() {
        var forgeries = new LinkedHashMap<String, Forgery>();
        Path bundle = log.resolve("tile/entries/001");
        Path tile = log.resolve("tile/0/001");
        forgeries.put("forged entry", () -> rewrite(bundle, 0, this::forgedPayload, false));
        forgeries.put("forged entry with its hash", () -> rewrite(bundle, 0, this::forgedPayload, true));
        forgeries.put("swapped leaves", () -> swap(bundle, false));
        forgeries.put("swapped leaves with their hashes", () -> swap(bundle, true));
        forgeries.put("forged tile", () -> {
            byte[] hashes = Files.readAllBytes(tile);
            hashes[100] ^= 1;
            Files.write(tile, hashes);
        });
        forgeries.put("tile of level 1 forged", () -> {
            Path upper = log.resolve("tile/1/000.p/2");
            byte[] hashes = Files.readAllBytes(upper);
            hashes[40] ^= 1;
            Files.write(upper, hashes);
        });
        forgeries.put("truncated tail", () -> {
            Files.delete(log.resolve("tile/entries/002.p/188"));
            Files.delete(log.resolve("tile/0/002.p/188"));
        });
        forgeries.put("bundle cut short", () -> {
            byte[] bytes = Files.readAllBytes(bundle);
            Files.write(bundle, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        });
        forgeries.put("tile cut short", () -> {
            byte[] bytes = Files.readAllBytes(tile);
            Files.write(tile, java.util.Arrays.copyOf(bytes, bytes.length - 32));
        });
        forgeries.put("replayed old checkpoint", () -> replay(500));
        forgeries.put("wrong origin", () -> resign("ledger.other.example", key));
        forgeries.put("other key", () -> resign(ORIGIN, SigningKey.generate(ORIGIN, VerifierKey.Kind.LOG)));
        forgeries.put("larger size signed by nobody", () -> {
            String note = Files.readString(log.resolve("checkpoint"));
            Files.writeString(log.resolve("checkpoint"), note.replace("\n700\n", "\n701\n"));
        });
        forgeries.put("no signature", () -> {
            String note = Files.readString(log.resolve("checkpoint"));
            Files.writeString(log.resolve("checkpoint"), note.substring(0, note.indexOf("\n\n") + 1));
        });
        forgeries.put("a witness's kind of signature", () -> {
            SigningKey other = SigningKey.generate(ORIGIN, VerifierKey.Kind.WITNESS);
            resign(ORIGIN, other);
        });
        return forgeries;
    }

    /** With the log's own key: an older, shorter log, exactly as it once was. */
    private void replay(int size) throws Exception {
        var tiles = new TilesInMemory();
        for (int index = 0; index < size; index++) {
            Path bundle = log.resolve(Tile.of(Tile.ENTRIES, index / 256, SIZE).path());
            tiles.add(EntryBundle.read(Files.readAllBytes(bundle)).get(index % 256));
        }
        tiles.checkpoint = signed(ORIGIN, size, tiles.root(), key);
        delete(log);
        new TileFolder(log).copy(tiles);
    }

    private void resign(String origin, SigningKey signer) throws IOException {
        Checkpoint genuine = Checkpoint.of(SignedNote.parse(Files.readAllBytes(log.resolve("checkpoint"))));
        Files.writeString(log.resolve("checkpoint"), signed(origin, genuine.size(), genuine.root(), signer));
    }

    private byte[] forgedPayload(byte[] entry) {
        String text = new String(entry, StandardCharsets.UTF_8);
        return text.replaceFirst("payload-sha256 [0-9a-f]{8}", "payload-sha256 00000000")
                .getBytes(StandardCharsets.UTF_8);
    }

    private interface Change {
        byte[] of(byte[] entry);
    }

    private void rewrite(Path bundle, int at, Change change, boolean withHash) throws IOException {
        var entries = new ArrayList<>(EntryBundle.read(Files.readAllBytes(bundle)));
        entries.set(at, change.of(entries.get(at)));
        write(bundle, entries, withHash);
    }

    private void swap(Path bundle, boolean withHash) throws IOException {
        var entries = new ArrayList<>(EntryBundle.read(Files.readAllBytes(bundle)));
        Collections.swap(entries, 3, 4);
        write(bundle, entries, withHash);
    }

    private void write(Path bundle, List<byte[]> entries, boolean withHash) throws IOException {
        Files.write(bundle, EntryBundle.write(entries));
        if (withHash) {
            var hashes = new ByteArrayOutputStream();
            entries.forEach(e -> hashes.writeBytes(TreeHash.ofLeaf(e).bytes()));
            Files.write(log.resolve("tile/0/001"), hashes.toByteArray());
        }
    }

    private int verify() {
        var said = new ByteArrayOutputStream();
        try (var stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            return new Verify(stream, stream)
                    .run(List.of(
                            "--tiles",
                            log.toString(),
                            "--key",
                            key.verifier().text(),
                            "--published",
                            witness.toString()));
        }
    }

    private static String signed(String origin, long size, TreeHash root, SigningKey key) {
        String text = new Checkpoint(origin, size, root).text();
        return new SignedNote(text, List.of(key.sign(text, Instant.EPOCH))).toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.resolveSibling("."));
                Files.copy(file, target);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
