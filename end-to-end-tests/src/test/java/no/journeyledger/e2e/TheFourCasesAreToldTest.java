package no.journeyledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.journeyledger.e2e.RunningLedger.Worker;
import no.journeyledger.standalone.demo.DemoPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The four cases that come with the ledger are told completely: from the door each came in through to where each is now. */
@ExtendWith(SharedStandalone.class)
class TheFourCasesAreToldTest {

    /** What none of them leaves out. */
    private static final List<String> ON_THE_WAY = List.of(
            "journey.person-referred",
            "journey.checklist-assessed",
            "journey.consent-given",
            "journey.household-enrolled",
            "journey.team-member-joined",
            "journey.pilot-agreement-offered",
            "journey.pilot-agreement-accepted",
            "journey.mandate-delegated",
            "journey.meeting-held",
            "journey.mapping-sheet-recorded",
            "journey.life-area-rated",
            "journey.vulnerability-assessed",
            "journey.self-report-recorded",
            "journey.plan-drafted",
            "journey.answer-recorded",
            "journey.decision-taken",
            "journey.plan-agreed",
            "journey.measure-started",
            "fund.amount-reserved",
            "journey.follow-up-agreed",
            "journey.follow-up-held",
            "journey.experience-reported");

    private Views views;
    private Ledger ledger;
    private Worker auditor;

    @BeforeEach
    void open(StandaloneProcess standalone) {
        views = new Views(standalone);
        views.caughtUp();
        ledger = standalone.client();
        auditor = standalone.worker(UUID.randomUUID(), "AUDITOR");
    }

    @Test
    void the_family_with_a_disabled_child_has_a_job_and_a_bigger_home_and_is_not_yet_at_the_goal() {
        JsonNode family =
                told(DemoPeople.FAMILY_JOURNEY, "SCHOOL_OR_KINDERGARTEN", "VULNERABLE", "STABLE", "SUSTAINABLE");
        assertThat(family.path("checklist").path("targetGroup").asString()).isEqualTo("FAMILY_DISABLED_CHILD");
        List<JsonNode> timeline = views.timeline(DemoPeople.FAMILY_JOURNEY);
        assertThat(timeline.stream()
                        .filter(entry -> is(entry, "journey.experience-reported"))
                        .map(entry -> entry.path("facts").path("experience").asString()))
                .as("the leader, Samir and Kari see it each their own way")
                .contains("IMPROVED", "UNCHANGED");
        assertThat(types(timeline)).contains("journey.decision-refused", "journey.individual-plan-gathered");
    }

    @Test
    void the_youth_who_left_school_was_met_in_another_form_and_is_stable_now() {
        told(DemoPeople.YOUTH_JOURNEY, null, "UNTENABLE", "STABLE", "SUSTAINABLE");
        assertThat(views.timeline(DemoPeople.YOUTH_JOURNEY))
                .as("a sheet did not work for him")
                .anySatisfy(entry -> assertThat(
                                entry.path("facts").path("otherForm").asString(""))
                        .isNotEmpty());
    }

    @Test
    void whoever_was_just_released_has_a_door_of_his_own_and_moved_one_stage() {
        told(DemoPeople.RELEASED_JOURNEY, null, "UNTENABLE", "VULNERABLE", null);
        assertThat(types(views.timeline(DemoPeople.RELEASED_JOURNEY)))
                .contains("journey.measure-finished", "journey.additional-investment-marked", "fund.amount-spent");
    }

    @Test
    void the_young_mans_plan_stands_in_its_three_columns_and_his_guardian_answers_for_money_only() {
        JsonNode young = told(DemoPeople.YOUNG_MAN_JOURNEY, "FAMILY", "VULNERABLE", "VULNERABLE", "SUSTAINABLE");
        JsonNode guardian = young.path("representations").path(0);
        assertThat(guardian.path("inForce").asBoolean()).isTrue();
        assertThat(guardian.path("scope").toString()).isEqualTo("[\"ECONOMIC\"]");
        int agreed = young.path("plan").path("agreed").asInt();
        JsonNode plan = ask("/v1/journeys/" + DemoPeople.YOUNG_MAN_JOURNEY + "/plans/" + agreed);
        assertThat(plan.path("measures")
                        .valueStream()
                        .map(measure -> measure.path("workPhase").asString()))
                .contains("STABILISE", "DEVELOP", "SUSTAIN");
    }

    /** Everything that belongs to a case is there, in order, and every decision was taken with those it concerned. */
    @SuppressWarnings("SystemOut")
    private JsonNode told(UUID journey, @Nullable String door, String started, String now, @Nullable String goal) {
        List<JsonNode> timeline = views.timeline(journey);
        List<String> types = types(timeline);
        assertThat(types.getFirst()).isEqualTo("journey.person-referred");
        assertThat(types).containsAll(ON_THE_WAY);
        JsonNode stands = ask("/v1/journeys/" + journey);
        if (door != null) {
            assertThat(stands.path("door").asString()).isEqualTo(door);
        }
        JsonNode circles = stands.path("circles");
        assertThat(circles.path("started").asString()).isEqualTo(started);
        assertThat(circles.path("now").asString()).isEqualTo(now);
        if (goal != null) {
            assertThat(circles.path("goal").asString()).isEqualTo(goal);
        }
        var decided = new ArrayList<String>();
        for (JsonNode entry : timeline) {
            if (is(entry, "journey.decision-taken")) {
                assertThat(entry.path("facts").path("participation"))
                        .as(entry.toString())
                        .isNotEmpty();
                decided.add(entry.path("facts").path("matter").path("kind").asString());
            }
        }
        assertThat(decided).contains("PLAN", "BUDGET");
        Map<String, Long> counted =
                decided.stream().collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
        System.out.println("case " + journey + ": " + timeline.size() + " entries of "
                + types.stream().distinct().count() + " kinds, decisions " + counted + ", from "
                + started + " to " + now);
        return stands;
    }

    private JsonNode ask(String path) {
        return ledger.ask(auditor.token(), path).expectAccepted().body();
    }

    private static boolean is(JsonNode entry, String type) {
        return entry.path("type").asString().equals(type);
    }

    private static List<String> types(List<JsonNode> timeline) {
        return timeline.stream().map(entry -> entry.path("type").asString()).toList();
    }
}
