package no.journeyledger.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.journeyledger.command.edge.RunningService.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A request that is sent again, and a request that rests on what is no longer so. */
class RepeatingTest {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_same_request_gets_the_same_answer_and_is_recorded_once_also_after_a_restart() {
        var s = new Story(service);
        String body = "{\"name\": \"N\", \"birthDate\": \"1990-01-01\", \"door\": \"SELF\"}";
        Reply first = send(s.leaderToken, "/v1/journeys", body, "once-1");
        assertThat(first.status()).isEqualTo(201);
        long head = service.head();

        Reply again = send(s.leaderToken, "/v1/journeys", body, "once-1");
        service.restart();
        Reply later = send(s.leaderToken, "/v1/journeys", body, "once-1");

        for (Reply repeated : new Reply[] {again, later}) {
            assertThat(repeated.status()).isEqualTo(first.status());
            assertThat(repeated.bytes()).isEqualTo(first.bytes());
            assertThat(repeated.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(repeated.header("Ledger-Position")).isEqualTo(first.header("Ledger-Position"));
        }
        assertThat(service.head()).isEqualTo(head);
    }

    @Test
    void a_refusal_is_recorded_once_and_repeated_as_it_was() {
        var s = new Story(service).comeIn().enrol().formTeam().openFund(1_000).agreePlan();
        var proposed = s.proposeBudget(100);
        String path = "/v1/journeys/" + s.journey + Story.taking(proposed);
        Reply refused = send(s.adviserToken, path, "{}", "refused-1");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("refused");
        s.answer(s.mother, s.mother, proposed, "AGREES");
        s.answer(s.father, s.father, proposed, "AGREES");

        Reply again = send(s.adviserToken, path, "{}", "refused-1");
        assertThat(again.bytes()).isEqualTo(refused.bytes());
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(send(s.adviserToken, path, "{}", "refused-2").status()).isEqualTo(200);
    }

    @Test
    void a_key_belongs_to_one_request_of_one_client() {
        var s = new Story(service).comeIn();
        long head = service.head();
        String one = Story.member(UUID.randomUUID(), "ADULT", "1980-01-01").replace('\'', '"');
        String other = Story.member(UUID.randomUUID(), "ADULT", "1980-01-01").replace('\'', '"');
        String path = "/v1/journeys/" + s.journey + "/household";
        assertThat(send(s.leaderToken, path, one, "mine").status()).isEqualTo(201);

        Reply reused = send(s.leaderToken, path, other, "mine");
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.problem()).isEqualTo("idempotency-key-reused");
        assertThat(send(s.leaderToken, path, one, "mine", "Effective-At", "2026-01-01T00:00:00Z")
                        .problem())
                .isEqualTo("idempotency-key-reused");
        // Registered, and kept from being in another journey.
        assertThat(service.head()).isEqualTo(head + 2);
        assertThat(send(s.adviserToken, path, other, "mine").status()).isEqualTo(201);
    }

    @Test
    void a_stale_version_is_refused_and_the_newest_is_named() {
        var s = new Story(service).comeIn();
        String path = "/checklist";
        long head = service.head();

        Reply stale = s.ask(s.leaderToken, path, Story.checklist(true), "If-Match", "\"0\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("stale-version");
        assertThat(stale.body().path("version").asLong()).isEqualTo(2);
        assertThat(s.ask(s.leaderToken, path, Story.checklist(true), "If-Match", "\"9\"")
                        .status())
                .isEqualTo(412);
        assertThat(service.head()).isEqualTo(head);
        assertThat(s.ask(s.leaderToken, path, Story.checklist(true), "If-Match", "\"2\"")
                        .header("ETag"))
                .isEqualTo("\"3\"");
    }

    @Test
    void a_rejection_writes_nothing_and_names_the_version_it_is_true_for() {
        var s = new Story(service).comeIn();
        long head = service.head();
        Reply rejected = s.ask(s.leaderToken, "/enrolment", "{'startingStage': 'STABLE', 'goalStage': 'SUSTAINABLE'}");
        assertThat(rejected.status()).isEqualTo(409);
        assertThat(rejected.problem()).isEqualTo("checklist-missing");
        assertThat(rejected.header("ETag")).isEqualTo("\"2\"");
        assertThat(rejected.header("Ledger-Position")).isEmpty();
        assertThat(service.head()).isEqualTo(head);
    }

    @Test
    void sixty_four_at_once_never_overdraw_a_fund() throws Exception {
        var s = new Story(service).comeIn().enrol().formTeam().openFund(1_000).agreePlan();
        var proposals = new ArrayList<Reply>();
        for (int i = 0; i < 64; i++) {
            var proposed = s.proposeBudget(100);
            s.answer(s.mother, s.mother, proposed, "AGREES");
            s.answer(s.father, s.father, proposed, "AGREES");
            proposals.add(proposed);
        }
        var replies = new ArrayList<Reply>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = proposals.stream()
                    .<Callable<Reply>>map(proposed -> () -> send(
                            s.adviserToken,
                            "/v1/journeys/" + s.journey + Story.taking(proposed),
                            "{}",
                            UUID.randomUUID().toString()))
                    .toList();
            for (Future<Reply> reply : clients.invokeAll(calls)) {
                replies.add(reply.get());
            }
        }
        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(10);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 422)
                .hasSize(54)
                .allSatisfy(reply -> assertThat(reply.text("reason")).isEqualTo("FUND_EXHAUSTED"));
    }

    private static Reply send(String token, String path, String body, String key, String... headers) {
        var all = new ArrayList<String>();
        all.add("Idempotency-Key");
        all.add(key);
        all.addAll(java.util.List.of(headers));
        return service.send(token, "POST", path, body.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
    }
}
