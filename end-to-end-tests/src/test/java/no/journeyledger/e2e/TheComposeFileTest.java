package no.journeyledger.e2e;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nobody would notice by starting it: where the compose file listens, what it keeps apart, what it gives away. */
class TheComposeFileTest {

    private final Compose compose = new Compose(
            Compose.projectFolder(),
            Map.ofEntries(
                    entry("LEDGER_OWNER_PASSWORD", "one"),
                    entry("LEDGER_WRITER_PASSWORD", "two"),
                    entry("LEDGER_READER_PASSWORD", "three"),
                    entry("LEDGER_VIEWS_PASSWORD", "four"),
                    entry("LEDGER_SEALER_PASSWORD", "five"),
                    entry("LEDGER_KEK_FILE", "/elsewhere/kek.json"),
                    entry("LEDGER_LOG_ORIGIN", "ledger.municipality.example/journeys"),
                    entry("LEDGER_JWT_PUBLIC_KEY", "/elsewhere/issuer.pem"),
                    entry("LEDGER_JWT_ISSUER", "https://issuer.example"),
                    entry("LEDGER_MUNICIPALITY", "3203")));

    @Test
    void every_port_is_published_on_the_loopback_address_only() {
        assertThat(compose.services()).containsExactly("postgres", "command-service", "query-service");
        assertThat(compose.services())
                .allSatisfy(service -> assertThat(compose.published(service)).startsWith("127.0.0.1:"));
    }

    @Test
    void every_service_says_whether_it_is_well() {
        assertThat(compose.services())
                .allSatisfy(service -> assertThat(compose.healthCheck(service)).isNotEmpty());
    }

    @Test
    void the_keys_never_lie_in_the_volume_of_the_data() {
        assertThat(compose.volumes("postgres")).containsOnlyKeys("data");
        assertThat(compose.volumes("command-service")).containsOnlyKeys("keys", "log-signer", "log-witness");
        assertThat(compose.volumes("query-service")).containsOnlyKeys("keys");
        assertThat(compose.secrets("command-service")).isEqualTo(compose.secrets("query-service"));
    }

    @Test
    void each_side_is_given_the_password_of_its_own_role_and_no_password_has_a_default() throws IOException {
        assertThat(compose.environment("command-service")).doesNotContainValue("four");
        assertThat(compose.environment("query-service"))
                .doesNotContainValue("two")
                .doesNotContainValue("five");
        String file = Files.readString(Compose.projectFolder().resolve("docker-compose.yml"));
        assertThat(file.lines().filter(line -> line.contains("PASSWORD: ")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches(".*PASSWORD: \\$\\{LEDGER_\\w+_PASSWORD:\\?[^}]+}"));
    }

    @Test
    void the_images_run_java_25_as_nobody_special() throws IOException {
        for (String service : new String[] {"command-service", "query-service"}) {
            Path dockerfile = Compose.projectFolder().resolve(service).resolve("Dockerfile");
            assertThat(Files.readAllLines(dockerfile))
                    .contains("FROM eclipse-temurin:25-jre", "USER 10001")
                    .anyMatch(line -> line.startsWith("COPY --from=layers"));
            assertThat(compose.layers(service))
                    .containsExactly(
                            "extracted/dependencies",
                            "extracted/spring-boot-loader",
                            "extracted/snapshot-dependencies",
                            "extracted/application");
        }
    }
}
