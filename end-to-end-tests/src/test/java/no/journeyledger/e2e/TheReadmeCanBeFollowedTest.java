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
import no.journeyledger.standalone.demo.DemoPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The README's story, run as it is printed there: every shell block whose first line begins with {@code # try}. */
@ExtendWith(SharedStandalone.class)
class TheReadmeCanBeFollowedTest {

    private static final Pattern BLOCK = Pattern.compile("```sh\\n# try: ([^\\n]+)\\n(.*?)```", Pattern.DOTALL);
    private static final String MARK = "=== ";

    @Test
    void the_story_of_two_citizens_can_be_followed(StandaloneProcess standalone, @TempDir Path folder)
            throws IOException {
        new Views(standalone).caughtUp();
        Map<String, String> said = run(standalone, folder);

        assertThat(said.keySet()).containsExactly("who is who", "refused", "answered", "taken", "seen", "kept", "told");
        assertThat(said.get("refused"))
                .contains(
                        "\"status\":422",
                        DemoPeople.MIA.id().toString(),
                        DemoPeople.ARON.id().toString());
        assertThat(said.get("answered")).contains("SELF").doesNotContain("problem");
        assertThat(said.get("told"))
                .doesNotContain("problem")
                .contains("journey.person-referred", "AROUND_ME", "IMPROVED", "UNCHANGED", "acceptedBy");
        assertThat(said.get("taken")).contains("\"taken\":true");
        assertThat(said.getOrDefault("kept", "").strip()).isEqualTo("1");
        String seen = said.getOrDefault("seen", "");
        assertThat(seen).doesNotContain("problem").contains("4800000");
        assertThat(seen.indexOf("journey.decision-refused"))
                .as("the refusal stands before the decision in " + seen)
                .isPositive()
                .isLessThan(seen.lastIndexOf("journey.decision-taken"));
    }

    private static Map<String, String> run(StandaloneProcess standalone, Path folder) throws IOException {
        String readme = Files.readString(Compose.projectFolder().resolve("README.md"));
        var script = new StringBuilder("set -u\n");
        var blocks = BLOCK.matcher(readme);
        while (blocks.find()) {
            // The views follow within milliseconds; a person types slower than this script does.
            script.append("sleep 0.5\nprintf '\\n")
                    .append(MARK)
                    .append(blocks.group(1))
                    .append("\\n'\n");
            script.append(blocks.group(2)
                    .replace("http://127.0.0.1:8080", "http://127.0.0.1:" + standalone.commandPort())
                    .replace("http://127.0.0.1:8081", "http://127.0.0.1:" + standalone.queryPort())
                    .replace("T=ledger-keys/tokens", "T=" + standalone.keys().resolve("tokens")));
        }
        try (Started bash = Started.process("readme", folder, Map.of(), List.of("bash", "-c", script.toString()))) {
            assertThat(bash.exitCode(Duration.ofMinutes(1))).as(bash.output()).isZero();
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
