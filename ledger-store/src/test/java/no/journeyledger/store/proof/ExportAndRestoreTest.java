package no.journeyledger.store.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import no.journeyledger.store.LedgerSchema;
import no.journeyledger.store.testing.LedgerTestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The whole ledger as one file: proven by itself, restored elsewhere, and of no use when anything in it was changed. */
class ExportAndRestoreTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private SealedLedger ledger;
    private Path file;
    private String key;

    @BeforeEach
    void export() throws Exception {
        ledger = new SealedLedger(folder);
        ledger.recordAndSeal(700, 7, 1);
        ledger.signer.beginKeyChange();
        ledger.recordAndSeal(50, 1, 2);
        try (var witness = new WitnessStand(ledger.signer.everyKey());
                HttpClient http = HttpClient.newHttpClient()) {
            for (NoteSignature signature : new HttpWitness(URI.create(witness.address()), witness.key(), http)
                    .publish(ledger.tables.newest().orElseThrow(), ledger.signer.everyKey(), ledger.tables)) {
                new LogTables(ledger.sealerRole).cosigned(750, signature);
            }
        }
        ledger.record(3, 3); // not sealed yet, so not exported
        key = ledger.signer.everyKey().getFirst().text();
        file = folder.resolve("ledger.ndjson");
        assertThat(tool("export", "--database", ledger.database.jdbcUrl(LedgerSchema.READER), "--to", file.toString()))
                .isZero();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void an_export_is_stamped_and_proven_by_itself_also_gzipped() throws Exception {
        List<String> lines = Files.readAllLines(file);
        JsonNode header = JSON.readTree(lines.getFirst());
        assertThat(header.get("position").asLong()).isEqualTo(750);
        assertThat(Checkpoint.open(
                                SignedNote.parse(header.get("checkpoint").asString()),
                                SealedLedger.ORIGIN,
                                List.of(VerifierKey.parse(key)))
                        .size())
                .isEqualTo(750);
        assertThat(lines.getLast()).isEqualTo("{\"end\":750}");
        assertThat(lines).hasSize(1 + 750 + 8 + 1);

        Path report = folder.resolve("report");
        assertThat(verify(file, "--report", report.toString())).isEqualTo(Verify.PROVEN);
        JsonNode outcome = JSON.readTree(Files.readAllLines(report).getLast());
        assertThat(outcome.get("events").asInt()).isEqualTo(750);
        assertThat(outcome.get("checkpoints").asInt()).isEqualTo(8);
        assertThat(outcome.get("coveredTo").asInt()).isEqualTo(750);

        Path zipped = folder.resolve("ledger.ndjson.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(file, out);
        }
        assertThat(verify(zipped)).isEqualTo(Verify.PROVEN);
    }

    @Test
    void restored_into_an_empty_store_it_has_the_same_root_and_goes_on() throws Exception {
        try (LedgerTestDatabase fresh = LedgerTestDatabase.fresh()) {
            String owner = fresh.jdbcUrl("postgres");
            assertThat(tool("restore", file.toString(), "--database", owner, "--key", key))
                    .isZero();
            var restored = new LogTables(fresh.reader());
            TreeHash root = new TileTree(ledger.tables, 750).root();
            assertThat(new TileTree(restored, 750).root()).isEqualTo(root);
            assertThat(ledger.signer.lastSigned().root()).isEqualTo(root);

            Path report = folder.resolve("restored");
            assertThat(new LogTool(System.out, System.err)
                            .run(List.of(
                                    "verify",
                                    "--database",
                                    fresh.jdbcUrl(LedgerSchema.READER),
                                    "--key",
                                    key,
                                    "--published",
                                    folder.resolve("witness").toString(),
                                    "--report",
                                    report.toString())))
                    .isEqualTo(Verify.PROVEN);
            assertThat(JSON.readTree(Files.readAllLines(report).getLast())
                            .get("root")
                            .asString())
                    .isEqualTo(root.base64());
            // Exported again it is the same file.
            Path again = folder.resolve("again.ndjson");
            assertThat(tool("export", "--database", fresh.jdbcUrl(LedgerSchema.READER), "--to", again.toString()))
                    .isZero();
            assertThat(Files.mismatch(file, again)).isEqualTo(-1);
            // And never over something that is there.
            assertThat(tool("restore", file.toString(), "--database", owner, "--key", key))
                    .isEqualTo(Verify.COULD_NOT_LOOK);
        }
    }

    @Test
    void whatever_is_changed_in_an_export_is_found_and_not_restored() throws Exception {
        List<String> lines = Files.readAllLines(file);
        var random = new Random(4);
        int injected = 0;
        for (int i = 0; i < 60; i++) {
            var forged = new ArrayList<>(lines);
            int at = 1 + random.nextInt(lines.size() - 2);
            ObjectNode line = (ObjectNode) JSON.readTree(forged.get(at));
            boolean event = line.has("position");
            switch (i % 5) {
                case 0 -> {
                    String field = event ? (i % 2 == 0 ? "payload" : "metadata") : "note";
                    line.put(field, flipped(line.get(field).asString(), random, event));
                    forged.set(at, line.toString());
                }
                case 1 -> {
                    String field = event ? "recordedAt" : "note";
                    line.put(field, event ? "2020-01-01T00:00:00Z" : "x\n1\n\n\u2014 x AAAA\n");
                    forged.set(at, line.toString());
                }
                case 2 -> {
                    if (!event) {
                        continue; // one checkpoint fewer is no change of the history
                    }
                    forged.remove(at);
                }
                case 3 -> {
                    if (!event || !forged.get(at + 1).startsWith("{\"position\"")) {
                        continue;
                    }
                    Collections.swap(forged, at, at + 1);
                }
                default -> {
                    if (!event) {
                        continue;
                    }
                    forged.add(at, forged.get(at));
                }
            }
            Path changed = folder.resolve("changed-" + i);
            Files.write(changed, forged);
            assertThat(verify(changed)).as("line " + at + ", change " + i % 5).isNotEqualTo(Verify.PROVEN);
            injected++;
            if (i < 3) {
                try (LedgerTestDatabase fresh = LedgerTestDatabase.fresh()) {
                    assertThat(tool(
                                    "restore",
                                    changed.toString(),
                                    "--database",
                                    fresh.jdbcUrl("postgres"),
                                    "--key",
                                    key))
                            .isNotZero();
                    assertThat(new LogTables(fresh.reader()).size()).isZero();
                }
            }
        }
        System.out.println("exports changed: " + injected + ", all found");
        assertThat(verify(file)).as("the control").isEqualTo(Verify.PROVEN);
    }

    @Test
    void an_altered_event_in_an_export_is_named() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        ObjectNode line = (ObjectNode) JSON.readTree(lines.get(5));
        line.put("payload", Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8)));
        lines.set(5, line.toString());
        Path changed = folder.resolve("changed");
        Files.write(changed, lines);
        Path report = folder.resolve("report");
        assertThat(verify(changed, "--report", report.toString())).isEqualTo(Verify.FOUND);
        List<String> found = Files.readAllLines(report);
        assertThat(found).hasSize(2);
        assertThat(JSON.readTree(found.getFirst()).get("event").asString())
                .isEqualTo(line.get("event").asString());
    }

    @Test
    void an_export_that_breaks_off_is_not_read_as_a_shorter_ledger() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Path torn = folder.resolve("torn-" + i);
            Files.write(torn, java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)));
            assertThat(verify(torn)).isEqualTo(Verify.COULD_NOT_LOOK);
        }
    }

    @Test
    void one_proof_is_checked_from_its_file_alone() throws IOException {
        Path proof = folder.resolve("proof");
        Files.write(proof, ledger.tables.proofOf(333).orElseThrow().bytes());
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            assertThat(new LogTool(out, out).run(List.of("proof", proof.toString(), "--key", key)))
                    .isZero();
            assertThat(JSON.readTree(said.toString(StandardCharsets.UTF_8))
                            .get("position")
                            .asInt())
                    .isEqualTo(333);
            String forged = Files.readString(proof).replaceFirst("index 332", "index 331");
            Files.writeString(proof, forged);
            assertThat(new LogTool(out, out).run(List.of("proof", proof.toString(), "--key", key)))
                    .isEqualTo(Verify.FOUND);
            assertThat(new LogTool(out, out).run(List.of("proof", proof.toString())))
                    .isEqualTo(Verify.COULD_NOT_LOOK);
            assertThat(new LogTool(out, out).run(List.of("fly"))).isEqualTo(Verify.COULD_NOT_LOOK);
            assertThat(new LogTool(out, out).run(List.of("export", "--to", "x")))
                    .isEqualTo(Verify.COULD_NOT_LOOK);
        }
    }

    private static String flipped(String text, Random random, boolean base64) {
        byte[] bytes = base64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] ^= 1;
        return base64 ? Base64.getEncoder().encodeToString(bytes) : new String(bytes, StandardCharsets.UTF_8);
    }

    private int verify(Path export, String... more) {
        var call = new ArrayList<>(List.of("verify", "--export", export.toString(), "--key", key));
        call.addAll(List.of(more));
        return tool(call.toArray(String[]::new));
    }

    private static int tool(String... call) {
        var said = new ByteArrayOutputStream();
        try (var stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            return new LogTool(stream, stream).run(List.of(call));
        }
    }
}
