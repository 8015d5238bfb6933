package no.journeyledger.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many commands in one stream: a result for each line, in order; interrupted and sent again, each is recorded once. */
class IntakeTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int JOURNEYS = 20;

    /** Ten thousand with {@code -Dledger.intake.lines=10000}; fewer on every build. */
    private static final int LINES = Integer.getInteger("ledger.intake.lines", 600);

    private static final UUID SERVICE = UUID.randomUUID();
    private static RunningService service;
    private static String token;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        token = service.tokens.worker(UUID.randomUUID(), SERVICE, "TEAM");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String line(String key, String call, String body) {
        return "{\"key\": \"%s\", \"call\": \"%s\", \"body\": %s}".formatted(key, call, body.replace('\'', '"'));
    }

    private static String referral(UUID journey) {
        return "{'journey': '%s', 'name': 'N', 'birthDate': '1990-01-01', 'door': 'SELF'}".formatted(journey);
    }

    /** A connection on which a stream of this many bytes is about to be sent; an old protocol, so that the answer is not in chunks. */
    private static Socket open(int bytes, String... headers) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
        socket.setSoTimeout((int) Duration.ofMinutes(2).toMillis());
        var head = new StringBuilder(
                "POST /v1/intake HTTP/1.0\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n");
        head.append("Authorization: Bearer ")
                .append(token)
                .append("\r\nContent-Length: ")
                .append(bytes)
                .append("\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Sends a whole stream, and reads the results meanwhile. */
    private static List<String> send(String stream, String... headers) throws Exception {
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        try (Socket socket = open(bytes.length, headers)) {
            var sender = Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(bytes);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            var results = results(socket.getInputStream(), Integer.MAX_VALUE);
            sender.join();
            return results;
        }
    }

    private static List<String> results(InputStream in, int most) throws IOException {
        var from = new BufferedInputStream(in);
        for (String header = text(from); header != null && !header.isBlank(); ) {
            if (header.startsWith("HTTP")) {
                assertThat(header).contains(" 200");
            }
            header = text(from);
        }
        var results = new ArrayList<String>();
        while (results.size() < most) {
            String line = text(from);
            if (line == null) {
                break;
            }
            results.add(line);
        }
        return results;
    }

    private static @org.jspecify.annotations.Nullable String text(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int one = in.read();
        if (one < 0) {
            return null;
        }
        for (; one >= 0 && one != '\n'; one = in.read()) {
            line.write(one);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static List<String> told(List<String> results) {
        return results.stream()
                .map(JSON::readTree)
                .map(result -> {
                    String type = result.path("answer").path("type").asString("");
                    return result.path("line").asLong() + " "
                            + result.path("status").asInt() + " " + type.substring(type.lastIndexOf(':') + 1);
                })
                .map(String::strip)
                .toList();
    }

    @Test
    void each_line_gets_the_result_the_call_would_have_had_and_none_stops_the_others() throws Exception {
        var journey = UUID.randomUUID();
        String team = "/v1/journeys/" + journey + "/team";
        String joins = Story.joining(UUID.randomUUID(), SERVICE, "MEMBER");
        long before = service.head();
        var results = send(String.join(
                "\n",
                line("a-1", "/v1/journeys", referral(journey)),
                line("a-2", team, joins),
                "this is no JSON: Ola Nordmann",
                "",
                line("a-3", team, joins.replace("MEMBER", "KING")),
                line("a-2", team, joins),
                line("a-2", team, joins.replace("MEMBER", "CONTACT")),
                line("a-4", "/v1/journeys/" + UUID.randomUUID() + "/team", joins),
                "{\"call\": \"" + team + "\", \"body\": {}}",
                "{\"key\": \"a-5\", \"call\": \"" + team + "\", \"personal\": \"Ola\"}",
                "{\"key\": \"a-5\", \"key\": \"a-6\", \"call\": \"" + team + "\"}",
                line("a-7", "/v1/intake", "{}"),
                line("a-7", "/v1/journeys/../journeys", "{}"),
                line("a-8", "/actuator/health", "{}"),
                line("a-9", "/v1/funds", "{'name': 'F', 'owners': []}"),
                line("b-1", team, "{'worker': '" + "x".repeat(300_000) + "'}"),
                "{\"key\": \"b-2\", \"call\": \"" + team
                        + "\", \"effectiveAt\": \"2099-01-01T00:00:00Z\", \"body\": {}}",
                "{\"key\": \"b-3\", \"call\": \"" + team + "\", \"ifMatch\": 0, \"body\": " + joins.replace('\'', '"')
                        + "}",
                "[]",
                line("b-4", team, Story.joining(UUID.randomUUID(), SERVICE, "MEMBER"))));

        assertThat(told(results))
                .containsExactly(
                        "1 201",
                        "2 200",
                        "3 400 malformed-json",
                        "5 400 wrong-type",
                        "6 200",
                        "7 422 idempotency-key-reused",
                        "8 404 journey-unknown",
                        "9 400 idempotency-key-missing",
                        "10 400 unknown-field",
                        "11 400 duplicate-field",
                        "12 404 path-unknown",
                        "13 404 path-unknown",
                        "14 404 path-unknown",
                        "15 403 role-missing",
                        "16 413 body-too-large",
                        "17 400 effective-at-in-the-future",
                        "18 412 stale-version",
                        "19 400 wrong-type",
                        "20 200");
        assertThat(results.toString()).as("what was sent is not repeated").doesNotContain("Ola");
        // The referral is two entries, and two joined.
        assertThat(service.head() - before).isEqualTo(4);
        assertThat(JSON.readTree(results.get(4)).path("answer"))
                .as("sent again it is answered with the same")
                .isEqualTo(JSON.readTree(results.get(1)).path("answer"));
        assertThat(JSON.readTree(results.get(1)).path("key").asString()).isEqualTo("a-2");
    }

    @Test
    void a_stream_can_be_tried_and_answers_in_the_language_asked_for() throws Exception {
        long before = service.head();
        var results = send(
                line("c-1", "/v1/journeys", referral(UUID.randomUUID())) + "\n" + line("c-2", "/v1/nothing", "{}"),
                "Dry-Run",
                "true",
                "Accept-Language",
                "nb");
        assertThat(told(results)).containsExactly("1 200", "2 404 path-unknown");
        assertThat(JSON.readTree(results.getFirst())
                        .path("answer")
                        .path("dryRun")
                        .asBoolean())
                .isTrue();
        assertThat(results.get(1)).contains("Ukjent");
        assertThat(service.head()).isEqualTo(before);
    }

    @Test
    void only_streams_of_lines_and_only_those_who_may_record_are_let_in() {
        assertThat(service.post(token, "/v1/intake", "{}").problem()).isEqualTo("media-type-unsupported");
        var person = service.tokens.person(UUID.randomUUID());
        assertThat(service.post(person, "/v1/intake", "{}", "Content-Type", "application/x-ndjson")
                        .problem())
                .isEqualTo("role-missing");
    }

    @Test
    void thousands_of_lines_interrupted_and_sent_again_are_recorded_once_with_one_result_each() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        var lines = new ArrayList<String>();
        var journeys = new ArrayList<UUID>();
        for (int i = 0; i < JOURNEYS; i++) {
            journeys.add(UUID.randomUUID());
            lines.add(line("import-" + i, "/v1/journeys", referral(journeys.getLast())));
        }
        while (lines.size() < LINES) {
            var journey = journeys.get(random.nextInt(JOURNEYS));
            lines.add(line(
                    "import-" + lines.size(),
                    "/v1/journeys/" + journey + "/team",
                    Story.joining(UUID.randomUUID(), SERVICE, "MEMBER")));
        }
        String stream = String.join("\n", lines);
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        long before = service.head();

        // The client goes away in the middle of a line, having read some of the results.
        int sent = bytes.length / 3 + random.nextInt(bytes.length / 3);
        List<String> firstResults;
        try (Socket socket = open(bytes.length)) {
            var sender = Thread.ofVirtual().start(() -> {
                try {
                    socket.getOutputStream().write(bytes, 0, sent);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            firstResults = results(socket.getInputStream(), LINES / 10 + random.nextInt(LINES / 10));
            sender.join();
            socket.setSoLinger(true, 0);
        }
        long began = System.nanoTime();
        var results = send(stream);
        long took = Duration.ofNanos(System.nanoTime() - began).toMillis();

        String seen = "seed " + seed + ", interrupted after " + sent + " of " + bytes.length + " bytes";
        assertThat(results).as(seen).hasSize(LINES);
        var positions = new HashSet<Long>();
        for (int i = 0; i < LINES; i++) {
            JsonNode result = JSON.readTree(results.get(i));
            assertThat(result.path("line").asInt()).as(seen).isEqualTo(i + 1);
            assertThat(result.path("key").asString()).isEqualTo("import-" + i);
            assertThat(result.path("status").asInt()).as(seen + results.get(i)).isBetween(200, 201);
            positions.add(result.path("answer").path("position").asLong());
        }
        assertThat(positions).as("each has its own place in the ledger").hasSize(LINES);
        assertThat(results.subList(0, firstResults.size()))
                .as("%s: the results read before are the same", seen)
                .isEqualTo(firstResults);
        // A referral is two entries, a worker who joins is one: nothing twice, nothing missing.
        assertThat(service.head() - before).as(seen).isEqualTo(LINES + JOURNEYS);
        System.out.printf(
                Locale.ROOT,
                "bulk intake: %d lines, interrupted with %d results read, sent again in %d ms, %d events, duplicates 0%n",
                LINES,
                firstResults.size(),
                took,
                service.head() - before);
    }
}
