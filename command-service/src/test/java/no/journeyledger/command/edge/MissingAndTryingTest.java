package no.journeyledger.command.edge;

import static no.journeyledger.command.edge.Story.taking;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.edge.RunningService.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What a case app asks before it asks people: what is missing before a decision can be taken, and what would come of a
 * command. That every command can be tried is shown where every command is sent: each is tried first.
 */
class MissingAndTryingTest {

    private static RunningService service;
    private Story s;

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void anotherHousehold() {
        s = new Story(service).comeIn().enrol().formTeam().openFund(10_000_000).agreePlan();
    }

    @Test
    void everything_that_is_missing_is_told_per_person_and_in_the_order_of_the_rule() {
        var proposed = s.proposeBudget(6_000_000);
        s.answer(s.father, s.father, proposed, "AGREES");

        // The leader proposed it and has no mandate; the mother has not answered.
        var asked = s.missing(s.leaderToken, proposed, "Accept-Language", "nb");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
        assertThat(asked.body().path("ready").asBoolean()).isFalse();
        assertThat(reasons(asked.body())).containsExactly("NOT_TAKEN_PART", "MANDATE_MISSING", "PROPOSER_IS_TAKER");
        assertThat(asked.body().path("missing").path(0).path("message").asString())
                .startsWith("Ingen beslutning uten innbyggeren");
        assertThat(person(asked, s.mother)).containsExactly("NOT_TAKEN_PART");
        assertThat(person(asked, s.father)).isEmpty();
        assertThat(asked.text("taker")).isEqualTo(s.leader.toString());
        assertThat(asked.header("ETag")).isEqualTo("\"" + asked.text("version") + "\"");
        assertThat(asked.position()).isEqualTo(service.head());

        // Asked by the adviser, who has the mandate, only the mother is missing; then nothing is.
        assertThat(reasons(s.missing(s.adviserToken, proposed).body())).containsExactly("NOT_TAKEN_PART");
        s.answer(s.mother, s.mother, proposed, "AGREES");
        var ready = s.missing(s.adviserToken, proposed);
        assertThat(ready.body().path("ready").asBoolean()).as(ready.toString()).isTrue();
        s.done(s.adviserToken, taking(proposed), "{'weighing': 'w'}");
        assertThat(s.missing(s.adviserToken, proposed).problem()).isEqualTo("decision-already-taken");
    }

    @Test
    void who_disagrees_is_not_told_and_the_weighing_is_asked_for_only_by_whoever_would_leave_it_out() {
        var proposed = s.proposeBudget(5);
        s.answer(s.mother, s.mother, proposed, "AGREES");
        s.answer(s.father, s.father, proposed, "DISAGREES");

        var asked = s.missing(s.adviserToken, proposed);
        assertThat(reasons(asked.body())).containsExactly("SOMEBODY_DISAGREES");
        assertThat(asked.body().path("missing").path(0).has("person")).isFalse();
        assertThat(person(asked, s.father)).isEmpty();
        var unweighed = service.send(
                s.adviserToken,
                "GET",
                "/v1/journeys/" + s.journey + "/decisions/" + proposed.text("decision") + "/missing?weighing=false",
                new byte[0]);
        assertThat(reasons(unweighed.body())).containsExactly("SOMEBODY_DISAGREES", "WEIGHING_MISSING");
    }

    @Test
    void what_is_no_rule_but_in_the_way_is_told_beside_the_rules() {
        var proposed = s.done(
                s.leaderToken,
                "/decisions",
                s.budget("ALLOCATE", UUID.randomUUID(), 5)
                        .replace(s.fund.toString(), UUID.randomUUID().toString()));
        s.answer(s.mother, s.mother, proposed, "AGREES");
        s.answer(s.father, s.father, proposed, "AGREES");

        var asked = s.missing(s.adviserToken, proposed).body();
        assertThat(reasons(asked)).isEmpty();
        assertThat(asked.path("ready").asBoolean()).isFalse();
        assertThat(asked.path("alsoInTheWay").path("type").asString()).isEqualTo("decision-fund-unknown");
        assertThat(asked.path("alsoInTheWay").path("message").asString()).isNotBlank();
    }

    @Test
    void asking_is_for_the_newest_state_and_records_nothing() {
        var proposed = s.proposeBudget(5);
        long head = service.head();
        var asked = s.missing(s.adviserToken, proposed);
        assertThat(s.missing(s.adviserToken, proposed, "If-Match", asked.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(s.missing(s.adviserToken, proposed, "If-Match", "\"0\"").problem())
                .isEqualTo("stale-version");
        assertThat(s.missing(s.asPerson(s.mother), proposed).status()).isEqualTo(403);
        assertThat(service.head()).isEqualTo(head);
    }

    private static String readsOf(UUID person) {
        try (var connection = service.database.owner().getConnection();
                var select = connection.prepareStatement("""
                        SELECT coalesce(string_agg(convert_from(r.entry, 'UTF8'), E'\\n' ORDER BY r.position), '')
                        FROM reads.read r JOIN reads.subject s USING (position) WHERE s.person = ?
                        """)) {
            select.setObject(1, person);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void owner(String sql) {
        try (var connection = service.database.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void who_asked_what_is_missing_of_whom_is_recorded_before_it_is_told() {
        var proposed = s.proposeBudget(5);
        assertThat(readsOf(s.mother)).isEmpty();
        assertThat(s.missing(s.adviserToken, proposed).status()).isEqualTo(200);
        for (UUID concerned : List.of(s.mother, s.father)) {
            assertThat(readsOf(concerned))
                    .contains(
                            s.adviser.toString(),
                            s.journey.toString(),
                            "GET /v1/journeys/{journey}/decisions/{decision}/missing",
                            "\"DECISION\"",
                            "\"TEAM\"");
        }
        assertThat(s.missing(s.adviserToken, proposed, "Purpose", "APPEAL").status())
                .isEqualTo(200);
        assertThat(readsOf(s.mother)).contains("\"APPEAL\"");
        var curious = s.missing(s.adviserToken, proposed, "Purpose", "CURIOSITY");
        assertThat(curious.problem()).isEqualTo("purpose-unknown");
        assertThat(curious.status()).isEqualTo(400);

        service.tried(s.adviserToken, "/v1/journeys/" + s.journey + taking(proposed), "{}");
        assertThat(readsOf(s.mother)).contains("POST /v1/journeys/{journey}/decisions/{decision}/taking");
    }

    @Test
    void nothing_missing_is_told_when_the_reading_cannot_be_recorded() {
        var proposed = s.proposeBudget(5);
        owner("REVOKE EXECUTE ON FUNCTION reads.record FROM ledger_writer");
        try {
            var refused = s.missing(s.adviserToken, proposed);
            assertThat(refused.problem()).isEqualTo("reading-not-recorded");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotBlank();
            assertThat(refused.body().toString()).doesNotContain(s.mother.toString(), s.father.toString());
            assertThat(service.tried(s.adviserToken, "/v1/journeys/" + s.journey + taking(proposed), "{}")
                            .problem())
                    .isEqualTo("reading-not-recorded");
        } finally {
            owner("GRANT EXECUTE ON FUNCTION reads.record TO ledger_writer");
        }
        assertThat(s.missing(s.adviserToken, proposed).status()).as("control").isEqualTo(200);
    }

    @Test
    void a_refusal_is_told_by_trying_and_recorded_only_by_doing() {
        var proposed = s.proposeBudget(5);
        String path = "/v1/journeys/" + s.journey + taking(proposed);
        var tried = service.tried(s.adviserToken, path, "{}");
        assertThat(tried.status()).isEqualTo(422);
        assertThat(tried.text("reason")).isEqualTo("NOT_TAKEN_PART");
        assertThat(tried.wouldRecord()).containsExactly("journey.decision-refused");
        assertThat(tried.body().path("dryRun").asBoolean()).isTrue();

        var refused = s.ask(s.adviserToken, taking(proposed), "{}");
        assertThat(refused.body().path("missing")).isEqualTo(tried.body().path("missing"));
    }

    @Test
    void a_command_that_spans_journey_and_fund_says_what_both_would_record() {
        var proposed = s.proposeBudget(5);
        s.answer(s.mother, s.mother, proposed, "AGREES");
        s.answer(s.father, s.father, proposed, "AGREES");
        var tried = service.tried(s.adviserToken, "/v1/journeys/" + s.journey + taking(proposed), "{}");
        assertThat(tried.status()).as(tried.toString()).isEqualTo(200);
        assertThat(tried.wouldRecord()).containsExactly("journey.decision-taken", "fund.amount-reserved");
        assertThat(tried.body().path("wouldRecord").path(1).path("aggregate").asString())
                .isEqualTo(s.fund.toString());
    }

    @Test
    void a_key_that_was_tried_with_is_free_afterwards() {
        String key = UUID.randomUUID().toString();
        String path = "/v1/journeys/" + s.journey + "/ratings";
        service.tried(s.leaderToken, path, json(s.rating(s.mother, "TEAM")), "Idempotency-Key", key);
        var other = service.post(s.leaderToken, path, json(s.rating(s.father, "TEAM")), "Idempotency-Key", key);
        assertThat(other.status()).as(other.toString()).isEqualTo(200);
    }

    @Test
    void an_unknown_journey_a_stale_version_and_a_bad_body_are_told_by_trying_as_well() {
        assertThat(service.tried(s.leaderToken, "/v1/journeys/" + UUID.randomUUID() + "/enrolment", """
                        {"startingStage": "STABLE", "goalStage": "STABLE"}""")
                        .problem())
                .isEqualTo("journey-unknown");
        String path = "/v1/journeys/" + s.journey + "/ratings";
        assertThat(service.tried(s.leaderToken, path, json(s.rating(s.mother, "TEAM")), "If-Match", "\"0\"")
                        .problem())
                .isEqualTo("stale-version");
        assertThat(service.tried(s.leaderToken, path, "{}").problem()).isEqualTo("invalid-field");
        assertThat(service.post(s.leaderToken, path, "{}", "Dry-Run", "perhaps").problem())
                .isEqualTo("dry-run-malformed");
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    private static List<String> reasons(JsonNode answer) {
        return answer.path("missing")
                .valueStream()
                .map(one -> one.path("reason").asString())
                .toList();
    }

    private static List<String> person(Reply asked, UUID person) {
        return asked.body()
                .path("persons")
                .valueStream()
                .filter(one -> one.path("person").asString().equals(person.toString()))
                .flatMap(one -> one.path("missing").valueStream())
                .map(one -> one.path("reason").asString())
                .toList();
    }
}
