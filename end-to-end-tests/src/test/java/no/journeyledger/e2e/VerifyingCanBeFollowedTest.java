package no.journeyledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/verifying.md}, run as it is printed there: every shell block whose first line begins with {@code # try}. */
@ExtendWith(SharedStandalone.class)
class VerifyingCanBeFollowedTest {

    private static final Pattern BLOCK = Pattern.compile("```sh\\n# try: ([^\\n]+)\\n(.*?)```", Pattern.DOTALL);
    private static final String MARK = "=== ";

    @Test
    void an_auditor_verifies_the_ledger_as_the_document_says(StandaloneProcess standalone, @TempDir Path folder)
            throws IOException {
        Map<String, String> said = run(standalone, folder);
        assertThat(said.keySet())
                .containsExactly("the programs", "a receipt", "over http", "as one file", "with openssl");
        assertThat(said.get("a receipt"))
                .containsIgnoringCase("Preference-Applied: wait=5")
                .contains("urn:journey-ledger:proof")
                .contains("\"outcome\":\"PROVEN\"")
                .contains("\"type\":\"journey.life-area-rated\"");
        assertThat(said.get("over http"))
                .contains("\"outcome\":\"PROVEN\"", "everything is proven")
                .contains("\"checked\":\"leaves, tiles, checkpoints\"");
        assertThat(said.get("as one file"))
                .contains("\"outcome\":\"PROVEN\"")
                .contains("\"checked\":\"events, leaves, checkpoints\"");
        assertThat(said.get("with openssl")).contains("Signature Verified Successfully");
    }

    private static Map<String, String> run(StandaloneProcess standalone, Path folder) throws IOException {
        Path root = Compose.projectFolder();
        assertThat(root.resolve("ledger-store/target/ledger-store-0.1.0-SNAPSHOT-verify.jar"))
                .as("build it with ./mvnw -DskipTests package")
                .exists();
        var script = new StringBuilder("set -u\n");
        var blocks = BLOCK.matcher(Files.readString(root.resolve("docs/verifying.md")));
        while (blocks.find()) {
            script.append("printf '\\n").append(MARK).append(blocks.group(1)).append("\\n'\n");
            script.append(blocks.group(2)
                    .replace("java -jar ledger-store/", Started.java() + " -jar " + root.resolve("ledger-store") + "/")
                    .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + standalone.commandPort())
                    .replace("http://127.0.0.1:8081", "http://127.0.0.1:" + standalone.queryPort())
                    .replace("ledger-keys/", standalone.keys() + "/"));
        }
        try (Started which =
                Started.process("which", folder, Map.of(), List.of("bash", "-c", "command -v openssl curl"))) {
            Assumptions.assumeTrue(which.exitCode(Duration.ofSeconds(20)) == 0, "openssl or curl is missing here");
        }
        try (Started bash = Started.process("verifying", folder, Map.of(), List.of("bash", "-c", script.toString()))) {
            assertThat(bash.exitCode(Duration.ofMinutes(2))).as(bash.output()).isZero();
            var said = new LinkedHashMap<String, String>();
            for (String part : bash.output().split("\n" + MARK)) {
                int end = part.indexOf('\n');
                if (end > 0) {
                    said.put(part.substring(0, end), part.substring(end + 1));
                }
            }
            return said;
        }
    }
}
