package no.journeyledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import no.journeyledger.events.journey.ClosingEvent.PersonLeft;
import no.journeyledger.events.journey.DecisionEvent.ProposalWithdrawn;
import no.journeyledger.events.journey.PlanEvent.MeasureDropped;
import no.journeyledger.events.journey.PlanEvent.MeasureFinished;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import no.journeyledger.query.testing.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The operational views, asked from outside while the story is still going on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkAndReportsTest {

    private static final String AUDITOR = TestService.worker("AUDITOR");
    private static final String TEAM = TestService.worker("TEAM");
    private static final String NOW = "/v1/journeys/" + Story.JOURNEY + "/now";

    private TestLedger ledger;
    private TestService service;
    private long last;

    @BeforeAll
    void tellTheStoryButForItsEnd(@TempDir Path folder) throws IOException {
        ledger = new TestLedger();
        var keys = TestService.Keys.in(folder);
        for (Story.Step step : Story.whole(keys.vault()::seal)) {
            boolean end = step.event() instanceof JourneyClosed
                    || step.event() instanceof PersonLeft
                    || step.event() instanceof ProposalWithdrawn
                    || step.event() instanceof MeasureFinished
                    || step.event() instanceof MeasureDropped;
            if (!end) {
                last = ledger.append(step.aggregate(), step.event()).lastPosition();
            }
        }
        service = TestService.start(ledger, keys);
    }

    @AfterAll
    void end() {
        service.close();
        ledger.close();
    }

    private JsonNode ask(String path, String token) {
        var answer = service.get(path + (path.contains("?") ? "&" : "?") + "min-position=" + last, token);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return nodes.valueStream().map(node -> node.path(field).asString("")).toList();
    }

    @Test
    void everyone_around_the_household_is_named_with_what_they_do_now() {
        JsonNode now = ask(NOW, TEAM);
        assertThat(now.path("agreedPlan").asInt()).isEqualTo(1);
        var ids = texts(now.path("around"), "id");
        assertThat(ids)
                .startsWith(Story.MIA.toString(), Story.ARON.toString())
                .contains(Story.ADVISER.toString(), Story.FRIEND.toString());
        JsonNode mia = now.path("around").path(0);
        assertThat(mia.path("name").asString()).isEqualTo("Mia");
        var doing = now.path("around")
                .valueStream()
                .flatMap(one -> one.path("does").valueStream())
                .toList();
        assertThat(doing).hasSize(1);
        assertThat(doing.getFirst().path("measure").asString()).isEqualTo(Story.MEASURE.toString());
        assertThat(doing.getFirst().path("text").asString()).isNotBlank().doesNotContain("v1.");
        assertThat(doing.getFirst().path("when").asString()).isIn("AHEAD", "NOW", "PAST_ITS_END");
    }

    @Test
    void who_was_not_heard_about_an_emergency_is_said_where_the_work_is_and_counted_in_the_report() {
        JsonNode toHear = ask(NOW, TEAM).path("toHear");
        assertThat(toHear).hasSize(1);
        assertThat(texts(toHear, "emergency")).containsExactly(Story.EMERGENCY.toString());
        assertThat(toHear.path(0).path("unheard").path(0).asString()).isEqualTo(Story.ARON.toString());
        assertThat(toHear.path(0).path("overdueSince").asString("")).isNotEmpty();
        JsonNode counted = ask("/v1/reports/participation", AUDITOR).path("emergencies");
        assertThat(counted.toString())
                .isEqualTo("{\"measures\":1,\"heard\":1,\"didNotSpeak\":0,\"objections\":1,\"overdue\":1}");
    }

    @Test
    void a_measure_that_was_given_up_by_a_decision_is_nobodys_to_do(@TempDir Path folder) throws IOException {
        var keys = TestService.Keys.in(folder);
        try (var other = new TestLedger()) {
            long end = 0;
            for (Story.Step step : Story.andOn(keys.vault()::seal)) {
                if (!(step.event() instanceof MeasureFinished)) {
                    end = other.append(step.aggregate(), step.event()).lastPosition();
                }
            }
            try (var told = TestService.start(other, keys)) {
                JsonNode now = told.get(NOW + "?min-position=" + end, TEAM).json();
                assertThat(now.path("agreedPlan").asInt()).isEqualTo(1);
                assertThat(now.path("around")
                                .valueStream()
                                .flatMap(one -> one.path("does").valueStream()))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_person_is_told_only_which_answers_are_awaited_of_themselves() {
        assertThat(awaited(ask(NOW, TEAM))).isNotEmpty();
        JsonNode arons = ask(NOW, TestService.person(Story.ARON));
        arons.path("around")
                .forEach(one -> assertThat(one.path("awaited").isEmpty()
                                || one.path("id").asString().equals(Story.ARON.toString()))
                        .isTrue());
        assertThat(service.get(NOW, TestService.person(UUID.randomUUID())).status())
                .isEqualTo(404);
    }

    private static List<String> awaited(JsonNode now) {
        return now.path("around")
                .valueStream()
                .flatMap(one -> one.path("awaited").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void each_leader_has_a_caseload_by_phase_and_by_stage() {
        JsonNode loads = ask("/v1/reports/caseload", AUDITOR).path("items");
        assertThat(loads).hasSize(1);
        JsonNode load = loads.path(0);
        assertThat(load.path("journeys").asLong()).isEqualTo(1);
        assertThat(load.path("byPhase")
                        .valueStream()
                        .mapToLong(JsonNode::asLong)
                        .sum())
                .isEqualTo(1);
        assertThat(load.path("byStage").path("STABLE").asLong()).isEqualTo(1);
        assertThat(ask("/v1/reports/caseload?service=" + UUID.randomUUID(), AUDITOR)
                        .path("items"))
                .isEmpty();
        assertThat(service.get("/v1/reports/caseload", TEAM).status()).isEqualTo(403);
    }

    @Test
    void mandates_in_force_are_open_to_whoever_gave_or_has_them_and_to_auditors() {
        var all = texts(ask("/v1/mandates", AUDITOR).path("items"), "mandate");
        assertThat(all).doesNotHaveDuplicates().doesNotContain(Story.OLD_MANDATE.toString());
        assertThat(ledger.rows("mandate")).hasSizeGreaterThan(all.size());
        // The worker of the test has none, and heads a service that gave none.
        assertThat(ask("/v1/mandates", TEAM).path("items")).isEmpty();
        assertThat(ask("/v1/mandates", TestService.worker("UNIT_HEAD")).path("items"))
                .isEmpty();
        assertThat(service.get("/v1/mandates", TestService.person(Story.MIA)).status())
                .isEqualTo(403);
    }

    @Test
    void follow_ups_due_and_overdue_are_open_to_the_team_and_to_auditors() {
        JsonNode overdue = ask("/v1/follow-ups", AUDITOR).path("items");
        assertThat(overdue).hasSize(1);
        assertThat(overdue.path(0).path("followUp").asString()).isEqualTo(Story.NEXT_FOLLOW_UP.toString());
        assertThat(overdue.path(0).path("waiting").asString()).isEqualTo("OVERDUE");
        assertThat(overdue.path(0).path("daysOverdue").asLong()).isPositive();
        assertThat(ask("/v1/follow-ups?leader=" + overdue.path(0).path("leader").asString(), AUDITOR)
                        .path("items"))
                .hasSize(1);
        assertThat(ask("/v1/follow-ups?leader=" + UUID.randomUUID(), AUDITOR).path("items"))
                .isEmpty();
        assertThat(ask("/v1/follow-ups?until=2026-03-19", AUDITOR).path("items"))
                .isEmpty();
        assertThat(service.get("/v1/follow-ups?until=soon", AUDITOR).status()).isEqualTo(400);
        // The worker of the test is not on the team.
        assertThat(ask("/v1/follow-ups", TEAM).path("items")).isEmpty();
        assertThat(service.get("/v1/follow-ups", TestService.person(Story.MIA)).status())
                .isEqualTo(403);
    }

    @Test
    void the_participation_report_counts_each_person_once_per_decision_and_each_refusal() {
        JsonNode report = ask("/v1/reports/participation", AUDITOR);
        long taken = sum(report.path("decisions"), "taken");
        long refused = sum(report.path("decisions"), "refused");
        assertThat(taken).isEqualTo(count("journey.decision-taken")).isPositive();
        assertThat(refused).isEqualTo(count("journey.decision-refused")).isPositive();
        assertThat(sum(report.path("refusals"), "attempts")).isEqualTo(refused);
        assertThat(report.path("attemptedWithoutThePerson").asLong()).isPositive();
        assertThat(sum(report.path("participation"), "persons"))
                .isEqualTo(ledger.sql()
                        .sql("SELECT sum(json_array_length(participation)) FROM views.decision WHERE state = 'TAKEN'")
                        .query(Long.class)
                        .single());
        var kinds = new ArrayList<>(texts(report.path("participation"), "kind"));
        for (String kind : kinds) {
            double shares = report.path("participation")
                    .valueStream()
                    .filter(one -> one.path("kind").asString().equals(kind))
                    .mapToDouble(one -> one.path("share").asDouble())
                    .sum();
            assertThat(shares).as(kind).isBetween(0.999, 1.001);
        }
        JsonNode elsewhen = ask("/v1/reports/participation?from=2001-01&until=2001-12", AUDITOR);
        assertThat(elsewhen.path("decisions")).isEmpty();
        assertThat(service.get("/v1/reports/participation?from=soon", AUDITOR).status())
                .isEqualTo(400);
        assertThat(service.get("/v1/reports/participation", TEAM).status()).isEqualTo(403);
    }

    private static long sum(JsonNode nodes, String field) {
        return nodes.valueStream().mapToLong(node -> node.path(field).asLong()).sum();
    }

    private long count(String type) {
        return ledger.sql()
                .sql("SELECT count(*) FROM views.timeline_entry WHERE type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    @Test
    void the_balances_of_the_funds_stand_side_by_side_and_balance() {
        JsonNode funds = ask("/v1/reports/fund-balances", TEAM).path("items");
        assertThat(funds).isNotEmpty();
        Stream<JsonNode> years =
                funds.valueStream().flatMap(fund -> fund.path("years").valueStream());
        years.forEach(year -> assertThat(year.path("contributedOre").asLong())
                .isEqualTo(year.path("availableOre").asLong()
                        + year.path("reservedOre").asLong()
                        + year.path("spentOre").asLong()));
        assertThat(ask("/v1/reports/fund-balances?year=1999", TEAM).at("/items/0/years"))
                .isEmpty();
    }
}
