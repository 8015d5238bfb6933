package no.journeyledger.store.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.journeyledger.store.LedgerSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyTest {

    @TempDir
    Path folder;

    @Test
    void the_command_line_proves_an_untouched_ledger_and_names_what_was_touched() throws Exception {
        try (var ledger = new SealedLedger(folder)) {
            ledger.recordAndSeal(300, 3, 1);
            Path report = folder.resolve("report.json");
            List<String> call = List.of(
                    "--database", ledger.database.jdbcUrl(LedgerSchema.READER),
                    "--key", ledger.signer.everyKey().getFirst().text(),
                    "--published", folder.resolve("witness").toString(),
                    "--report", report.toString());
            assertThat(run(call)).isEqualTo(Verify.PROVEN);
            JsonNode outcome = lines(report).getLast();
            assertThat(outcome.get("outcome").asString()).isEqualTo("PROVEN");
            assertThat(outcome.get("events").asInt()).isEqualTo(300);
            assertThat(outcome.get("checkpoints").asInt()).isEqualTo(6);

            ledger.tamper("UPDATE ledger.event SET payload = payload || ' ' WHERE position IN (7, 150)");
            assertThat(run(call)).isEqualTo(Verify.FOUND);
            List<JsonNode> found = lines(report);
            assertThat(found).hasSize(3);
            assertThat(found.getFirst().get("finding").asString()).isEqualTo("EVENT_ALTERED");
            assertThat(found.getFirst().get("position").asInt()).isEqualTo(7);
            assertThat(found.get(1).get("position").asInt()).isEqualTo(150);
            assertThat(found.getLast().get("first").asString())
                    .contains("Position 7")
                    .contains("payload");
        }
    }

    @Test
    void a_changed_key_is_followed_from_the_old_one_alone() throws Exception {
        try (var ledger = new SealedLedger(folder)) {
            VerifierKey first = ledger.signer.keys().getFirst();
            ledger.recordAndSeal(10, 1, 1);
            ledger.signer.beginKeyChange();
            ledger.recordAndSeal(10, 1, 2);
            ledger.signer.endKeyChange();
            ledger.recordAndSeal(10, 1, 3);
            List<String> call =
                    List.of("--database", ledger.database.jdbcUrl(LedgerSchema.READER), "--key", first.text());
            assertThat(run(call)).isEqualTo(Verify.PROVEN);
            assertThat(ledger.tables
                            .firstSignedBy(first)
                            .map(n -> Checkpoint.of(n).size()))
                    .contains(10L);
            assertThat(ledger.tables
                            .firstSignedBy(ledger.signer.keys().getFirst())
                            .map(n -> Checkpoint.of(n).size()))
                    .contains(20L);
            ledger.tamper("DELETE FROM ledger.log_key WHERE number = 2");
            assertThat(run(call)).as("the control: the new key is not known").isEqualTo(Verify.FOUND);
            ledger.tamper("DELETE FROM ledger.log_key");
            var withKeys = new ArrayList<>(call);
            withKeys.addAll(List.of("--keys", folder.resolve("witness/keys").toString()));
            assertThat(run(withKeys)).as("the log's own list is gone").isEqualTo(Verify.FOUND);
            ledger.restart();
            ledger.recordAndSeal(10, 1, 4);
            assertThat(run(withKeys)).as("and published again").isEqualTo(Verify.PROVEN);
        }
    }

    @Test
    void whoever_calls_it_wrongly_is_told_and_gets_its_own_exit_code() {
        assertThat(run(List.of())).isEqualTo(Verify.COULD_NOT_LOOK);
        assertThat(run(List.of("--nothing", "x"))).isEqualTo(Verify.COULD_NOT_LOOK);
        assertThat(run(List.of("--tiles", "/nowhere"))).isEqualTo(Verify.COULD_NOT_LOOK);
        assertThat(run(List.of("--key", "not a key", "--tiles", "/nowhere"))).isEqualTo(Verify.COULD_NOT_LOOK);
        String key = SigningKey.generate("a.example", VerifierKey.Kind.LOG)
                .verifier()
                .text();
        assertThat(run(List.of("--key", key, "--database", "jdbc:postgresql://127.0.0.1:1/none")))
                .isEqualTo(Verify.COULD_NOT_LOOK);
    }

    private static int run(List<String> call) {
        var said = new ByteArrayOutputStream();
        try (var stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            return new Verify(stream, stream).run(call);
        }
    }

    private static List<JsonNode> lines(Path report) throws Exception {
        var json = JsonMapper.builder().build();
        return Files.readAllLines(report).stream().map(json::readTree).toList();
    }
}
