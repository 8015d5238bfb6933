package no.journeyledger.e2e;

import static no.journeyledger.e2e.Ledger.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.e2e.RunningLedger.Worker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every mistake a client can make gets a problem of its own, and nothing is written. */
@ExtendWith(SharedStandalone.class)
class MistakenCallsTest {

    @Test
    void each_mistake_is_its_own_client_error_and_nothing_is_written(StandaloneProcess standalone) {
        Ledger ledger = standalone.client();
        Worker manager = standalone.worker(UUID.randomUUID(), "FUND_MANAGER");
        Worker member = standalone.worker(UUID.randomUUID(), "TEAM");
        UUID fund = UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        String opening = """
                {"fund": "%s", "name": "A fund", "owners": ["%s"]}""".formatted(fund, manager.service());
        Answer opened =
                ledger.command(manager.token(), key, "/v1/funds", opening).expectAccepted();
        String contributions = "/v1/funds/" + fund + "/contributions";
        String contribution = """
                {"organisation": "%s", "year": %d, "amountOre": %s}""";
        int year = JourneyCalls.today().getYear();
        ledger.command(
                        manager.token(),
                        UUID.randomUUID().toString(),
                        contributions,
                        contribution.formatted(manager.service(), year, "500"))
                .expectAccepted();
        var views = new Views(standalone);
        long head = views.caughtUp();

        var problems = new LinkedHashMap<String, Answer>();
        problems.put("malformed JSON", ledger.command(manager.token(), "a1", contributions, "{\"organisation\": "));
        problems.put(
                "an unknown field",
                ledger.command(
                        manager.token(),
                        "a2",
                        contributions,
                        contribution.formatted(manager.service(), year, "500, \"colour\": \"red\"")));
        problems.put(
                "a wrong type",
                ledger.command(
                        manager.token(),
                        "a3",
                        contributions,
                        contribution.formatted(manager.service(), year, "\"five hundred\"")));
        problems.put(
                "a negative amount",
                ledger.command(
                        manager.token(), "a4", contributions, contribution.formatted(manager.service(), year, "-500")));
        problems.put(
                "a stale version",
                ledger.command(
                        manager.token(),
                        "a5",
                        contributions,
                        contribution.formatted(manager.service(), year, "500"),
                        "If-Match",
                        opened.header("ETag")));
        problems.put(
                "a key used with another body",
                ledger.command(manager.token(), key, "/v1/funds", opening.replace("A fund", "Another fund")));
        problems.put(
                "an unknown journey",
                ledger.command(
                        member.token(),
                        "/v1/journeys/" + UUID.randomUUID() + "/meetings",
                        body(
                                "kind",
                                "MAPPING",
                                "on",
                                JourneyCalls.today(),
                                "attended",
                                java.util.List.of(member.id()))));
        Map<String, Integer> expected = Map.of(
                "malformed JSON", 400,
                "an unknown field", 400,
                "a wrong type", 400,
                "a negative amount", 400,
                "a stale version", 412,
                "a key used with another body", 422,
                "an unknown journey", 404);
        problems.forEach((mistake, answer) -> assertThat(answer.status())
                .as(mistake + " was answered " + answer)
                .isEqualTo(expected.get(mistake)));
        assertThat(problems.values().stream()
                        .map(answer -> answer.text("type") + answer.text("detail"))
                        .distinct())
                .as("each says something of its own: " + problems)
                .hasSameSizeAs(problems.keySet());

        problems.put("no token", ledger.command(null, "b1", contributions, "{}"));
        problems.put("a forged token", ledger.command(manager.token() + "x", "b2", contributions, "{}"));
        problems.put("another role", ledger.command(member.token(), "b3", contributions, "{}"));
        problems.put("no key", ledger.command(manager.token(), null, contributions, "{}"));
        problems.put("a path that is no call", ledger.command(manager.token(), "b4", "/v1/nothing", "{}"));
        problems.put(
                "another media type",
                ledger.command(manager.token(), "b5", contributions, "{}", "Content-Type", "text/plain"));
        problems.put("an id that is none", ledger.ask(member.token(), "/v1/journeys/42/timeline"));
        problems.put("a cursor that is none", ledger.ask(manager.token(), "/v1/funds?cursor=nonsense"));
        problems.put("a limit below one", ledger.ask(manager.token(), "/v1/funds?limit=0"));
        problems.put("a query without a token", ledger.ask(null, "/v1/funds"));
        problems.forEach((mistake, answer) -> {
            assertThat(answer.status()).as(mistake + " was answered " + answer).isBetween(400, 499);
            assertThat(answer.header("Content-Type")).as(mistake).startsWith("application/problem+json");
            assertThat(answer.text("detail")).as(mistake).isNotBlank();
        });
        assertThat(views.caughtUp()).as("the ledger's last position").isEqualTo(head);
    }
}
