package no.journeyledger.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import no.journeyledger.command.door.RoleTable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API is generated, checked in, and true. After a wanted change:
 * {@code ./mvnw -pl command-service -am test -Dtest=ApiDescriptionTest -Dsurefire.failIfNoSpecifiedTests=false -Dapprove}.
 */
class ApiDescriptionTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void the_description_that_is_checked_in_is_what_the_service_does() throws IOException {
        try (var service = RunningService.start(
                "--springdoc.api-docs.enabled=true", "--springdoc.writer-with-order-by-keys=true")) {
            var token = service.tokens.person(java.util.UUID.randomUUID());
            var reply = service.send(token, "GET", "/v3/api-docs", new byte[0]);
            assertThat(reply.status()).isEqualTo(200);
            JsonNode api = JSON.readTree(reply.bytes());

            assertThat(api.path("openapi").asString()).startsWith("3.1");
            var described = new TreeSet<String>();
            api.path("paths")
                    .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                        String name = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
                        described.add(name);
                        assertThat(operation.path("summary").asString(""))
                                .as(name)
                                .isNotBlank();
                        assertThat(operation.path("responses").propertyNames())
                                .as(name)
                                .contains("400", "401", "403", "404", "409", "412", "422", "503");
                    }));
            assertThat(described).isEqualTo(new TreeSet<>(RoleTable.calls().keySet()));

            String now = JSON.writeValueAsString(api).replace("\r\n", "\n") + "\n";
            Path file = Path.of("..", "docs", "openapi", "command-service.json");
            if (System.getProperty("approve") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, now);
            }
            assertThat(Files.readString(file, StandardCharsets.UTF_8))
                    .as("docs/openapi/command-service.json is stale: run this test with -Dapprove")
                    .isEqualTo(now);
        }
    }
}
