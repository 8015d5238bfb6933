package no.journeyledger.store.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LogicalTypeName;
import org.junit.jupiter.api.Test;

class LeafFormatTest {

    @Test
    void the_document_describes_the_leaf_as_it_is_written() throws Exception {
        var event = new EncodedEvent(
                1,
                UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
                0,
                UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058"),
                1,
                Instant.parse("2026-03-01T10:00:00.000042Z"),
                "{\"door\":\"SELF\"}".getBytes(StandardCharsets.UTF_8),
                "{\"municipality\":\"3203\"}".getBytes(StandardCharsets.UTF_8));
        Leaf leaf = Leaf.of(event, new LogicalTypeName("journey.referred", 1));
        String document = Files.readString(Path.of("..", "docs", "leaf-format.md"));
        String indented = new String(leaf.entry(), StandardCharsets.UTF_8).indent(4);
        assertThat(document)
                .contains(indented)
                .contains("    " + leaf.hash() + "\n")
                .contains("a leaf of " + leaf.entry().length + " bytes");
        for (String line :
                new String(leaf.entry(), StandardCharsets.UTF_8).lines().skip(1).toList()) {
            assertThat(document).contains("| `" + line.substring(0, line.indexOf(' ')) + "` |");
        }
    }
}
