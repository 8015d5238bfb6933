package no.journeyledger.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each bad input gets its own clear problem, repeats nothing of what was sent, and writes nothing. */
class BadInputTest {

    private static final String CANARY = "Canary-7731";

    private static RunningService service;
    private static String worker;
    private static String keeper;
    private static String journey;
    private static String fund;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        worker = service.tokens.worker(UUID.randomUUID(), UUID.randomUUID(), "TEAM");
        keeper = service.tokens.worker(UUID.randomUUID(), UUID.randomUUID(), "FUND_MANAGER");
        journey = "/v1/journeys/"
                + service.post(worker, "/v1/journeys", referral("")).text("journey");
        fund = "/v1/funds/"
                + service.post(
                                keeper,
                                "/v1/funds",
                                "{\"name\": \"A fund\", \"owners\": [\"" + UUID.randomUUID() + "\"]}")
                        .text("fund");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String referral(String more) {
        return "{\"name\": \"" + CANARY + "\", \"birthDate\": \"1990-01-01\", \"door\": \"SELF\"" + more + "}";
    }

    @Test
    void malformed_json() {
        var reply = refused(400, "malformed-json", "/v1/journeys", "{\"name\": \"" + CANARY + "\", ");
        assertThat(reply.body().path("line").asInt()).isEqualTo(1);
        assertThat(reply.body().path("column").asInt()).isPositive();
        refused(400, "malformed-json", "/v1/journeys", "{'name': 'x'}");
        refused(400, "malformed-json", "/v1/journeys", "{\"name\": NaN}");
        refused(400, "malformed-json", "/v1/journeys", "\u0000");
        refused(400, "body-missing", "/v1/journeys", "");
        refused(400, "body-missing", "/v1/journeys", "null");
    }

    @Test
    void more_than_one_document() {
        refused(400, "wrong-type", "/v1/journeys", referral("") + referral(""));
        refused(400, "malformed-json", "/v1/journeys", referral("") + "}");
    }

    @Test
    void an_unknown_field_is_named() {
        var reply = refused(400, "unknown-field", "/v1/journeys", referral(", \"colour\": \"" + CANARY + "\""));
        assertThat(reply.text("field")).isEqualTo("colour");
        assertThat(reply.text("detail")).contains("colour");
        refused(400, "unknown-field", journey + "/leavings", "{\"actor\": \"" + UUID.randomUUID() + "\"}");
        refused(400, "unknown-field", "/v1/journeys", "{\"" + CANARY + " åpen\": 1}");
        refused(400, "unknown-field", journey + "/decisions/" + UUID.randomUUID() + "/withdrawal", "{\"why\": 1}");
    }

    @Test
    void a_field_sent_twice() {
        var reply = refused(400, "duplicate-field", "/v1/journeys", referral(", \"name\": \"Another\""));
        assertThat(reply.text("type")).isEqualTo("urn:journey-ledger:problem:duplicate-field");
    }

    @Test
    void wrong_types_are_named_by_their_path() {
        assertThat(refused(400, "wrong-type", "/v1/journeys", "{\"name\": 5}").text("field"))
                .isEqualTo("name");
        assertThat(refused(400, "wrong-type", "/v1/journeys", referral(", \"journey\": \"" + CANARY + "\""))
                        .text("expected"))
                .isEqualTo("uuid");
        assertThat(refused(400, "wrong-type", "/v1/journeys", "{\"birthDate\": [1990, 1, 1]}")
                        .text("field"))
                .isEqualTo("birthDate");
        refused(400, "wrong-type", "/v1/journeys", "{\"birthDate\": 7305}");
        refused(400, "wrong-type", "/v1/journeys", "{\"birthDate\": \"1990-02-30\"}");
        refused(400, "wrong-type", "/v1/journeys", "{\"birthDate\": \"01.02.1990\"}");
        assertThat(refused(400, "wrong-type", "/v1/journeys", "{\"door\": \"" + CANARY + "\"}")
                        .text("expected"))
                .contains("SELF", "GENERAL_PRACTITIONER");
        refused(400, "wrong-type", "/v1/journeys", "{\"door\": 0}");
        refused(400, "wrong-type", "/v1/journeys", "{\"door\": \"\"}");
        refused(400, "wrong-type", "/v1/journeys", "[]");
        refused(400, "wrong-type", "/v1/journeys", "7");
        refused(400, "wrong-type", journey + "/checklist", "{\"wantsChange\": \"true\"}");
        refused(400, "wrong-type", journey + "/checklist", "{\"wantsChange\": 1}");
        refused(400, "wrong-type", journey + "/household", "{\"parentalResponsibility\": \"nobody\"}");
        var deep = refused(
                400,
                "wrong-type",
                journey + "/plans",
                "{\"situation\": \"s\", \"goals\": [], \"measures\": [{\"costs\": [{}, {\"amountOre\": \"1\"}]}]}");
        assertThat(deep.text("field")).isEqualTo("measures[0].costs[1].amountOre");
    }

    @Test
    void amounts_are_whole_and_above_zero() {
        for (String amount : new String[] {"-1", "0", "-9223372036854775808", "9000000000000000000"}) {
            var reply = refused(400, "invalid-field", keeper, fund + "/contributions", contribution(amount));
            assertThat(reply.text("field")).isEqualTo("amountOre");
            assertThat(reply.text("detail")).contains("amountOre");
        }
        for (String amount : new String[] {"1.5", "1e3", "\"100\"", "9223372036854775808", "true", "[]"}) {
            var reply = refused(400, "wrong-type", keeper, fund + "/contributions", contribution(amount));
            assertThat(reply.text("field")).isEqualTo("amountOre");
        }
        refused(400, "invalid-field", keeper, fund + "/contributions", contribution("null"));
        var line = refused(
                400,
                "invalid-field",
                journey + "/decisions",
                "{\"kind\": \"BUDGET\", \"wording\": \"w\", \"budget\": {\"action\": \"ALLOCATE\", \"measure\": \""
                        + UUID.randomUUID()
                        + "\", \"lines\": [{\"fund\": \""
                        + UUID.randomUUID()
                        + "\", \"payingService\": \""
                        + UUID.randomUUID()
                        + "\", \"year\": 2026, \"amountOre\": -5}]}}");
        assertThat(line.text("field")).isEqualTo("budget.lines[0].amountOre");
    }

    private static String contribution(String amount) {
        return "{\"organisation\": \"" + UUID.randomUUID() + "\", \"year\": 2026, \"amountOre\": " + amount + "}";
    }

    @Test
    void missing_and_oversized_fields_are_all_named() {
        var reply = refused(400, "invalid-field", "/v1/journeys", "{\"name\": \"  \"}");
        assertThat(reply.body()
                        .path("fields")
                        .valueStream()
                        .map(field -> field.path("field").asString()))
                .containsExactly("birthDate", "door", "name");
        refused(400, "invalid-field", "/v1/journeys", referral(", \"wish\": \"" + "x".repeat(20_001) + "\""));
        refused(400, "invalid-field", "/v1/journeys", referral("").replace("1990-01-01", "2990-01-01"));
        refused(400, "invalid-field", "/v1/journeys", referral("").replace("1990-01-01", "1066-10-14"));
        refused(400, "invalid-field", journey + "/decisions", "{\"kind\": \"PLAN\", \"wording\": \"w\"}");
        refused(
                400,
                "invalid-field",
                journey + "/decisions",
                "{\"kind\": \"PLAN\", \"wording\": \"w\", \"close\": {\"reason\": \"OTHER\"}}");
        refused(
                400,
                "invalid-field",
                journey + "/meetings",
                "{\"kind\": \"MAPPING\", \"on\": \"2026-01-01\"," + " \"attended\": [null]}");
    }

    @Test
    void a_body_too_large() {
        refused(413, "body-too-large", "/v1/journeys", referral(", \"wish\": \"" + "x".repeat(300_000) + "\""));
        refused(413, "body-too-large", "/v1/journeys", referral(", \"wish\": \"" + "x".repeat(70_000) + "\""));
        refused(400, "wrong-type", "/v1/journeys", "[".repeat(5_000));
    }

    @Test
    void paths_methods_and_media_types() {
        assertThat(refused(400, "malformed-id", "/v1/journeys/" + CANARY + "/leavings", "{}")
                        .text("field"))
                .isEqualTo("journey");
        refused(400, "malformed-id", "/v1/journeys/1-1-1-1-1/leavings", "{}");
        refused(404, "path-unknown", "/v1/nothing", "{}");
        refused(404, "path-unknown", "/", "{}");
        refused(404, "path-unknown", "/v1/journeys/", "{}");
        refused(404, "path-unknown", "/v1/funds/" + UUID.randomUUID() + "/nothing", "{}");
        long before = service.head();
        var get = service.send(worker, "GET", "/v1/journeys", new byte[0]);
        assertThat(get.status()).isEqualTo(405);
        assertThat(get.problem()).isEqualTo("method-not-allowed");
        assertThat(get.header("Allow")).isEqualTo("POST");
        assertThat(service.send(worker, "DELETE", journey + "/leavings", new byte[0])
                        .problem())
                .isEqualTo("method-not-allowed");
        var text = service.post(worker, "/v1/journeys", referral(""), "Content-Type", "text/plain");
        assertThat(text.status()).isEqualTo(415);
        assertThat(text.problem()).isEqualTo("media-type-unsupported");
        assertThat(service.head()).isEqualTo(before);
    }

    @Test
    void unknown_journeys_and_funds() {
        var nowhere = "/v1/journeys/" + UUID.randomUUID();
        refused(404, "journey-unknown", nowhere + "/leavings", "{\"person\": \"" + UUID.randomUUID() + "\"}");
        refused(404, "journey-unknown", nowhere + "/decisions/" + UUID.randomUUID() + "/taking", "{}");
        refused(
                404,
                "journey-unknown",
                fund.replace("funds", "journeys") + "/leavings",
                "{\"person\": \"" + UUID.randomUUID() + "\"}");
        refused(404, "fund-unknown", keeper, "/v1/funds/" + UUID.randomUUID() + "/contributions", contribution("1"));
        refused(
                404,
                "fund-unknown",
                keeper,
                journey.replace("journeys", "funds") + "/contributions",
                contribution("1"));
    }

    @Test
    void headers() {
        long before = service.head();
        byte[] body = referral("").getBytes(StandardCharsets.UTF_8);
        assertThat(service.send(worker, "POST", "/v1/journeys", body).problem()).isEqualTo("idempotency-key-missing");
        assertThat(service.send(worker, "POST", "/v1/journeys", body, "Idempotency-Key", "x".repeat(101))
                        .problem())
                .isEqualTo("idempotency-key-malformed");
        for (String version : new String[] {"7", "*", "W/\"7\"", "\"x\"", "\"-1\"", "\"7\", \"8\""}) {
            assertThat(service.post(worker, "/v1/journeys", referral(""), "If-Match", version)
                            .problem())
                    .as(version)
                    .isEqualTo("if-match-malformed");
        }
        for (String moment : new String[] {"yesterday", "2026-01-01", "2026-01-01T09:00:00"}) {
            assertThat(service.post(worker, "/v1/journeys", referral(""), "Effective-At", moment)
                            .problem())
                    .as(moment)
                    .isEqualTo("effective-at-malformed");
        }
        assertThat(service.post(
                                worker,
                                "/v1/journeys",
                                referral(""),
                                "Effective-At",
                                Instant.now().plusSeconds(3600).toString())
                        .problem())
                .isEqualTo("effective-at-in-the-future");
        assertThat(service.post(worker, "/v1/journeys", referral(""), "Purpose", "x".repeat(201))
                        .problem())
                .isEqualTo("purpose-malformed");
        assertThat(service.head()).isEqualTo(before);
    }

    @Test
    void what_is_not_http_is_answered_as_a_problem_too() throws IOException {
        for (String request : new String[] {
            "GET /v1/journeys?x=|<> HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /v1/journeys HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
            "POST /v1/journeys/..%2f..%2factuator HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
            "POST //v1/journeys;a=b HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
            "BREW /v1/journeys HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n",
            "hello\r\n\r\n"
        }) {
            String answer = raw(request);
            assertThat(answer).as(request).contains("application/problem+json").contains("urn:journey-ledger:problem:");
            assertThat(answer).as(request).matches("(?s)HTTP/1.1 4.*");
        }
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void problems_speak_the_language_asked_for() {
        var reply = service.post(worker, "/v1/nothing", "{}", "Accept-Language", "nb-NO,nb;q=0.9,en;q=0.5");
        assertThat(reply.text("title")).isEqualTo("Ukjent sti");
        assertThat(service.post(worker, "/v1/nothing", "{}", "Accept-Language", "en;q=0.9, nb;q=0.1")
                        .text("title"))
                .isEqualTo("Unknown path");
        assertThat(service.post(worker, "/v1/nothing", "{}", "Accept-Language", ";;;")
                        .text("title"))
                .isEqualTo("Unknown path");
    }

    private static RunningService.Reply refused(int status, String problem, String path, String body) {
        return refused(status, problem, worker, path, body);
    }

    private static RunningService.Reply refused(int status, String problem, String token, String path, String body) {
        long before = service.head();
        var reply = service.post(token, path, body);
        assertThat(reply.status()).as(path + " " + cut(body) + " -> " + reply).isEqualTo(status);
        assertThat(reply.problem()).as(cut(body) + " -> " + reply).isEqualTo(problem);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.body().path("status").asInt()).isEqualTo(status);
        assertThat(reply.text("title")).isNotBlank();
        assertThat(reply.text("detail")).endsWith(".").doesNotContain("{0}", "{1}");
        assertThat(reply.toString()).as("nothing is repeated").doesNotContain(CANARY);
        assertThat(service.head()).as("nothing was written").isEqualTo(before);
        return reply;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(80, text.length()));
    }
}
