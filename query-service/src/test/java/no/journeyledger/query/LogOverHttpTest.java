package no.journeyledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.journeyledger.events.journey.StageEvent.LifeAreaRated;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import no.journeyledger.query.testing.TestService;
import no.journeyledger.query.testing.TestService.Answer;
import no.journeyledger.query.testing.TestService.Keys;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.LedgerSchema;
import no.journeyledger.store.TypeRegistry;
import no.journeyledger.store.proof.LogSealer;
import no.journeyledger.store.proof.LogSigner;
import no.journeyledger.store.proof.LogTables;
import no.journeyledger.store.proof.LogTool;
import no.journeyledger.store.proof.ProofFile;
import no.journeyledger.store.proof.Receipts;
import no.journeyledger.store.proof.VerifierKey;
import no.journeyledger.store.upcasters.KnownEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as auditors, witnesses and anybody's tools get it over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogOverHttpTest {

    private static final String ORIGIN = "ledger.asker.example/journeys";
    private static final String AUDITOR = TestService.worker("AUDITOR");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SEALED = Pattern.compile("v1\\.[0-9a-f-]{36}\\.[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]+");

    private Path folder;
    private TestLedger ledger;
    private TestService service;
    private LogSigner signer;
    private LogSealer sealer;
    private VerifierKey first;
    private long sealed;
    private Path token;

    @BeforeAll
    void tellTheStoryAndSealIt(@TempDir Path temporary) throws Exception {
        folder = temporary;
        ledger = new TestLedger();
        Keys keys = Keys.in(folder);
        signer = LogSigner.create(folder.resolve("signer"), ORIGIN);
        first = signer.keys().getFirst();
        var source = new PGSimpleDataSource();
        source.setUrl(ledger.url());
        source.setUser(LedgerSchema.SEALER);
        var reader = new LedgerReader(source, new EventCodec(KnownEvents.catalogue()), new TypeRegistry(source));
        sealer = LogSealer.start(
                source,
                reader::readAfter,
                signer,
                List.of(),
                new LogSealer.Settings(Duration.ofMillis(50), 1000),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        // Enough for full tiles on two levels; the key changes on the way.
        List<Story.Step> story = Story.whole(keys.vault()::seal);
        for (Story.Step step : story) {
            sealed = ledger.append(step.aggregate(), step.event()).lastPosition();
        }
        Story.Step rating = story.stream()
                .filter(step -> step.event() instanceof LifeAreaRated)
                .findFirst()
                .orElseThrow();
        for (int round = 0; round < 12; round++) {
            seal();
            for (int i = 0; i < 50; i++) {
                sealed = ledger.append(rating.aggregate(), rating.event()).lastPosition();
            }
            seal();
            if (round == 8) {
                signer.beginKeyChange();
            } else if (round == 10) {
                signer.endKeyChange();
            }
        }
        service = TestService.start(ledger, keys);
        token = folder.resolve("token");
        Files.writeString(token, AUDITOR + "\n");
    }

    private void seal() throws InterruptedException {
        assertThat(new Receipts(new LogTables(ledger.owner()), sealer::hasten).isSealed(sealed, Duration.ofSeconds(20)))
                .isTrue();
    }

    @AfterAll
    void end() {
        service.close();
        sealer.close();
        ledger.close();
    }

    private HttpResponse<byte[]> raw(String path, String token) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void checkpoints_and_hashes_are_open_to_everybody_and_may_be_kept() {
        Answer checkpoint = service.get("/v1/log/checkpoint", null);
        assertThat(checkpoint.status()).isEqualTo(200);
        assertThat(checkpoint.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(checkpoint.header("Cache-Control")).isEqualTo("max-age=1, public");
        assertThat(checkpoint.body().lines().limit(2)).containsExactly(ORIGIN, Long.toString(sealed));

        Answer tile = service.get("/v1/log/tile/0/001", null);
        assertThat(tile.status()).isEqualTo(200);
        assertThat(tile.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(tile.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(service.get("/v1/log/tile/1/000.p/2", null).status()).isEqualTo(200);
        assertThat(service.get("/v1/log/tile/0/002.p/" + (sealed - 512), null).status())
                .isEqualTo(200);
    }

    @Test
    void what_the_hashes_are_of_is_for_auditors() {
        assertThat(service.get("/v1/log/tile/entries/000", null).status()).isEqualTo(401);
        for (String role : List.of("TEAM", "OPERATOR", "ANALYST", "FUND_MANAGER", "UNIT_HEAD")) {
            assertThat(service.get("/v1/log/tile/entries/000", TestService.worker(role))
                            .status())
                    .as(role)
                    .isEqualTo(403);
            assertThat(service.get("/v1/log/export", TestService.worker(role)).status())
                    .as(role)
                    .isEqualTo(403);
        }
        Answer entries = service.get("/v1/log/tile/entries/000", AUDITOR);
        assertThat(entries.status()).isEqualTo(200);
        assertThat(entries.header("Cache-Control")).isEqualTo("max-age=31536000, private, immutable");
        assertThat(entries.body()).contains("journey-ledger-leaf/v1\nposition 1\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/log/tile/0/999",
        "/v1/log/tile/0/x000/001",
        "/v1/log/tile/0/000.p/256",
        "/v1/log/tile/0/000.p/0",
        "/v1/log/tile/7/000",
        "/v1/log/tile/99/000",
        "/v1/log/tile/0/000/",
        "/v1/log/tile/0/nonsense",
        "/v1/log/tile/0/x999/x999/x999/x999/x999/999",
        "/v1/log/tile/0/x999/x999/x999/x999/x999/x999/999",
        "/v1/log/tile/entries/999"
    })
    void a_tile_that_is_not_there_is_said_not_to_be(String path) {
        Answer answer = service.get(path, AUDITOR);
        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.json().at("/type").asString()).isEqualTo("urn:journey-ledger:problem:tile-unknown");
    }

    @Test
    void the_whole_log_is_verified_over_http_and_the_change_of_keys_followed_from_the_first_key() throws Exception {
        JsonNode keys = service.get("/v1/log/keys", null).json().at("/keys");
        assertThat(keys).hasSize(2);
        assertThat(keys.at("/0/key").asString()).isEqualTo(first.text());
        String both = keys.at("/1/firstCheckpoint").asString();
        assertThat(both.lines().filter(line -> line.startsWith("\u2014 " + ORIGIN)))
                .hasSize(2);

        String url = "http://127.0.0.1:" + service.port() + "/v1/log";
        Ran proven = tool("verify", "--url", url, "--token", token.toString(), "--key", first.text());
        assertThat(proven.exit()).as(proven.said()).isZero();
        JsonNode outcome = proven.lastLine();
        assertThat(outcome.at("/outcome").asString()).isEqualTo("PROVEN");
        assertThat(outcome.at("/leaves").asLong()).isEqualTo(sealed);
        assertThat(outcome.at("/checkpoints").asInt()).isEqualTo(3);

        Ran without = tool("verify", "--url", url, "--key", first.text());
        assertThat(without.exit()).isEqualTo(2);
        assertThat(without.said()).contains("auditors only");
        String stranger = LogSigner.create(folder.resolve("stranger"), ORIGIN)
                .keys()
                .getFirst()
                .text();
        assertThat(tool("verify", "--url", url, "--token", token.toString(), "--key", stranger)
                        .exit())
                .as("the control: another key proves nothing")
                .isEqualTo(1);
    }

    @Test
    void every_checkpoint_is_listed_in_pages() {
        long after = 0;
        int seen = 0;
        while (true) {
            JsonNode page = service.get("/v1/log/checkpoints?limit=5&after=" + after, null)
                    .json();
            seen += page.at("/items").size();
            assertThat(page.at("/items/0/note").asString()).startsWith(ORIGIN + "\n");
            if (!page.has("next")) {
                assertThat(page.at("/items/" + (page.at("/items").size() - 1) + "/size")
                                .asLong())
                        .isEqualTo(sealed);
                break;
            }
            after = page.at("/next").asLong();
        }
        assertThat(seen)
                .isEqualTo(ledger.sql()
                        .sql("SELECT count(*) FROM ledger.log_checkpoint")
                        .query(Integer.class)
                        .single());
        for (String wrong : List.of("limit=0", "limit=1001", "after=-1", "after=x")) {
            assertThat(service.get("/v1/log/checkpoints?" + wrong, null).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void the_proof_of_an_entry_is_for_auditors_and_for_who_recorded_it() throws Exception {
        for (String who : List.of(AUDITOR, TestService.worker("TEAM"))) {
            Answer answer = service.get("/v1/log/proofs/17", who);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.header("Content-Disposition")).contains("entry-17.tlog-proof");
            assertThat(ProofFile.parse(answer.body())
                            .verify(ORIGIN, List.of(first))
                            .position())
                    .isEqualTo(17);
            Path file = folder.resolve("entry-17");
            Files.writeString(file, answer.body());
            Ran checked = tool("proof", file.toString(), "--key", first.text());
            assertThat(checked.exit()).isZero();
            assertThat(checked.lastLine().at("/position").asLong()).isEqualTo(17);
        }
        String somebodyElse = TestService.token(
                Story.id(555),
                "WORKER",
                new String[] {"TEAM", "UNIT_HEAD", "OPERATOR"},
                Instant.now().plusSeconds(600),
                "journey-ledger",
                "https://issuer.test");
        for (String path : List.of("/v1/log/proofs/17", "/v1/log/proofs/0", "/v1/log/proofs/999999")) {
            Answer answer = service.get(path, somebodyElse);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().at("/type").asString()).endsWith("entry-unknown");
        }
        assertThat(service.get("/v1/log/proofs/17", TestService.person(Story.MIA))
                        .status())
                .isEqualTo(404);
        assertThat(service.get("/v1/log/proofs/x", AUDITOR).status()).isEqualTo(400);
        assertThat(service.get("/v1/log/proofs/17", null).status()).isEqualTo(401);
    }

    @Test
    void the_export_is_whole_stamped_and_proven() throws Exception {
        HttpResponse<byte[]> answer = raw("/v1/log/export", AUDITOR);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Ledger-Position")).contains(Long.toString(sealed));
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        Path file = folder.resolve("export.ndjson");
        Files.write(file, answer.body());
        assertThat(readableIn(file))
                .hasSize((int) sealed)
                .allSatisfy(entry -> assertThat(entry).doesNotContain("Mia", "Aron"));
        Ran proven = tool("verify", "--export", file.toString(), "--key", first.text());
        assertThat(proven.exit()).as(proven.said()).isZero();
        assertThat(proven.lastLine().at("/events").asLong()).isEqualTo(sealed);
    }

    /**
     * What can be read in each exported entry: the decoded payload and metadata without their sealed texts. Those are left
     * out because among so many random characters any short name turns up by chance, some day.
     */
    private static List<String> readableIn(Path export) throws IOException {
        try (Stream<String> lines = Files.lines(export)) {
            return lines.map(JSON::readTree)
                    .filter(line -> line.has("payload"))
                    .map(line -> decoded(line, "payload")
                            + decoded(line, "metadata")
                            + line.get("leaf").asString())
                    .map(entry -> SEALED.matcher(entry).replaceAll(""))
                    .toList();
        }
    }

    private static String decoded(JsonNode line, String field) {
        return new String(Base64.getDecoder().decode(line.get(field).asString()), StandardCharsets.UTF_8);
    }

    @Test
    void meters_and_health_say_how_long_the_oldest_event_has_waited() {
        assertThat(service.get("/actuator/prometheus", null).body()).contains("ledger_log_unsealed_seconds");
        Answer health = service.get("/actuator/health", null);
        assertThat(health.json().at("/components/log/status").asString()).isEqualTo("UP");
        assertThat(health.json().at("/components/log/details/sealedTo").asLong())
                .isEqualTo(sealed);
    }

    private record Ran(int exit, String said) {
        JsonNode lastLine() {
            return JSON.readTree(said.lines()
                    .filter(line -> line.startsWith("{"))
                    .reduce((one, other) -> other)
                    .orElseThrow());
        }
    }

    private static Ran tool(String... call) {
        var said = new ByteArrayOutputStream();
        try (var stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int exit = new LogTool(stream, stream).run(List.of(call));
            return new Ran(exit, said.toString(StandardCharsets.UTF_8));
        }
    }
}
