package no.journeyledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.query.door.RoleTable;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import no.journeyledger.query.testing.TestService;
import no.journeyledger.query.testing.TestService.Answer;
import no.journeyledger.query.testing.TestService.Keys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The whole story asked about over HTTP, by those who may and those who may not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskedFromOutsideTest {

    private static final String JOURNEY = "/v1/journeys/" + Story.JOURNEY;
    private static final String FUND = "/v1/funds/" + Story.FUND;
    private static final String TEAM = TestService.worker("TEAM");
    private static final UUID STRANGER = Story.id(999);

    private TestLedger ledger;
    private TestService service;
    private Keys keys;
    private long last;

    @BeforeAll
    void tellTheStory(@TempDir Path folder) throws IOException {
        ledger = new TestLedger();
        keys = Keys.in(folder);
        var vault = keys.vault();
        for (Story.Step step : Story.whole(vault::seal)) {
            last = ledger.append(step.aggregate(), step.event()).lastPosition();
        }
        service = TestService.start(ledger, keys);
        assertThat(service.get("/v1/journeys?min-position=" + last, TEAM).status())
                .isEqualTo(200);
    }

    @AfterAll
    void end() {
        service.close();
        ledger.close();
    }

    private Answer ask(String path, String token) {
        return service.get(path + (path.contains("?") ? "&" : "?") + "min-position=" + last, token);
    }

    @Test
    void a_journey_is_shown_as_it_stands_with_names_opened() {
        Answer answer = ask(JOURNEY, TEAM);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Ledger-Position")).isEqualTo(Long.toString(last));
        JsonNode journey = answer.json();
        assertThat(journey.at("/name").asString()).isEqualTo("Mia");
        assertThat(journey.at("/phase").asString()).isEqualTo("EXIT");
        assertThat(journey.at("/circles/started").asString()).isEqualTo("UNTENABLE");
        assertThat(journey.at("/circles/now").asString()).isEqualTo("STABLE");
        assertThat(journey.at("/household/1/name").asString()).isEqualTo("Aron");
        assertThat(journey.at("/household/1/birthDate").asString()).isEqualTo("2014-05-06");
        assertThat(journey.at("/team/0/role").asString()).isEqualTo("LEADER");
        assertThat(journey.at("/plan/agreed").asInt()).isEqualTo(1);
        assertThat(journey.at("/mandates")).hasSize(2);
    }

    @Test
    void the_list_is_filtered_by_stage_phase_and_leader() {
        assertThat(ask("/v1/journeys?stage=STABLE&phase=EXIT&leader=" + Story.LEADER, TEAM)
                        .json()
                        .at("/items"))
                .hasSize(1);
        assertThat(ask("/v1/journeys?stage=UNTENABLE", TEAM).json().at("/items"))
                .isEmpty();
        assertThat(ask("/v1/journeys?leader=" + STRANGER, TEAM).json().at("/items"))
                .isEmpty();
    }

    @Test
    void the_timeline_shows_the_refusal_and_the_decision_in_order_worded_in_both_languages() {
        var texts = new ArrayList<String>();
        for (String language : List.of("en", "nb")) {
            JsonNode items = service.get(JOURNEY + "/timeline?limit=200&min-position=" + last, TEAM, language)
                    .json()
                    .at("/items");
            var types = new ArrayList<String>();
            items.forEach(item -> {
                types.add(item.at("/type").asString());
                texts.add(item.at("/professional").asString());
                texts.add(item.at("/citizen").asString());
            });
            assertThat(types.indexOf("journey.decision-refused")).isPositive();
            assertThat(types.indexOf("journey.decision-refused")).isLessThan(types.indexOf("journey.decision-taken"));
            assertThat(types).contains("fund.amount-reserved", "person.journey-claimed");
        }
        assertThat(texts)
                .contains(
                        "Decision about the plan refused: has not taken part. Missing: Mia: has not taken part and Aron: has"
                                + " not taken part.",
                        "Beslutning om planen avvist: har ikke deltatt. Mangler: Mia: har ikke deltatt og Aron: har ikke"
                                + " deltatt.",
                        "500\u00a0000\u00a0kr was set aside for something in your plan (2026).",
                        "Vi møttes 20. januar 2026 (kartleggingsmøte). Til stede: Mia, Aron, investeringslederen og"
                                + " kontaktpersonen.");
        assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContain("{", "}", "[", "]", "v1."));
    }

    @Test
    void the_timeline_comes_in_pages_that_join_without_gap_or_overlap() {
        var seen = new ArrayList<Long>();
        String cursor = "";
        do {
            JsonNode page = ask(JOURNEY + "/timeline?limit=7" + cursor, TEAM).json();
            page.at("/items").forEach(item -> seen.add(item.at("/position").asLong()));
            cursor = page.has("next") ? "&cursor=" + page.at("/next").asString() : null;
        } while (cursor != null);
        assertThat(seen).hasSize(107).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_register_shows_who_took_part_how_and_when_with_recorder_and_witness() {
        JsonNode list = ask(JOURNEY + "/decisions", TEAM).json().at("/items");
        assertThat(list).hasSize(4);
        JsonNode decision =
                ask(JOURNEY + "/decisions/" + Story.PLAN_DECISION, TEAM).json();
        assertThat(decision.at("/wording").asString()).isEqualTo("We follow plan 1 together");
        assertThat(decision.at("/wordings")).hasSize(2);
        assertThat(decision.at("/taken/participation")).hasSize(2);
        assertThat(decision.at("/refusals/0/missing")).hasSize(2);
        JsonNode arons = decision.at("/answers/1");
        assertThat(arons.at("/recordedAs").asString()).isEqualTo("RECORDED");
        assertThat(arons.at("/assurance").asString()).isEqualTo("WITNESSED");
        assertThat(arons.at("/recordedBy").asString()).isEqualTo(Story.LEADER.toString());
        assertThat(arons.at("/confirmations/0/witness").asString()).isEqualTo(Story.WITNESS.toString());
        assertThat(arons.at("/means").asString()).isEqualTo("REPRESENTED");
        assertThat(arons.at("/recordedAt").asString()).isNotEmpty();
        assertThat(decision.at("/hearings/0/view").asString()).isEqualTo("Wants to stay at his school");
    }

    @Test
    void the_money_of_the_journey_and_of_the_fund_balance() {
        JsonNode money = ask(JOURNEY + "/money", TEAM).json();
        assertThat(money.at("/total/allocatedOre").asLong()).isEqualTo(520_000_00);
        assertThat(money.at("/total/spentOre").asLong()).isEqualTo(300_000_00);
        assertThat(money.at("/total/releasedOre").asLong()).isEqualTo(220_000_00);
        assertThat(money.at("/measures/0/text").asString()).isEqualTo("Help to buy a flat");
        assertThat(money.at("/measures/0/lines/0/postings")).hasSize(5);
        JsonNode year = ask(FUND, TEAM).json().at("/years/0");
        assertThat(year.at("/contributedOre").asLong())
                .isEqualTo(year.at("/availableOre").asLong()
                        + year.at("/reservedOre").asLong()
                        + year.at("/spentOre").asLong());
        JsonNode postings = ask(FUND + "/postings", TEAM).json().at("/items");
        assertThat(postings).hasSize(11);
        assertThat(postings.at("/4/kind").asString()).isEqualTo("RESERVED");
        assertThat(postings.at("/4/reservedOre").asLong()).isEqualTo(500_000_00);
        assertThat(ask("/v1/funds", TEAM).json().at("/items/0/name").asString()).isEqualTo("Homes together");
    }

    @Test
    void a_plan_version_is_shown_with_its_texts() {
        JsonNode plan = ask(JOURNEY + "/plans/1", TEAM).json();
        assertThat(plan.at("/goals/0/text").asString()).isEqualTo("A lasting home");
        assertThat(plan.at("/finishedMeasures/0").asString()).isEqualTo(Story.MEASURE.toString());
        assertThat(ask(JOURNEY + "/plans", TEAM).json().at("/items")).hasSize(1);
        assertThat(ask(JOURNEY + "/plans/2", TEAM).status()).isEqualTo(404);
    }

    @Test
    void a_person_sees_their_own_household_and_nobody_else_does() {
        String mia = TestService.person(Story.MIA);
        String stranger = TestService.person(STRANGER);
        assertThat(ask("/v1/journeys", mia).json().at("/items")).hasSize(1);
        assertThat(ask("/v1/journeys", stranger).json().at("/items")).isEmpty();
        for (String path :
                List.of("", "/timeline", "/decisions", "/money", "/plans", "/decisions/" + Story.PLAN_DECISION)) {
            assertThat(ask(JOURNEY + path, mia).status()).as(path).isEqualTo(200);
            assertThat(ask(JOURNEY + path, stranger).status()).as(path).isEqualTo(404);
        }
        assertThat(ask(FUND, mia).status()).isEqualTo(403);
    }

    @Test
    void what_a_member_answered_is_closed_to_the_others_of_the_household() {
        String mia = TestService.person(Story.MIA);
        var everything = new StringBuilder();
        for (String path : List.of(
                "",
                "/timeline?limit=200",
                "/decisions",
                "/decisions/" + Story.PLAN_DECISION,
                "/decisions/" + Story.BUDGET_DECISION)) {
            everything.append(ask(JOURNEY + path, mia).body());
        }
        assertThat(everything.toString())
                .contains("At last")
                .doesNotContain(
                        "Too far from school",
                        "DISAGREES",
                        "disagrees",
                        "stay at his school",
                        "Moving to dad",
                        Story.ARONS_ANSWER.toString(),
                        Story.ARONS_BUDGET_ANSWER.toString());
        JsonNode timeline = ask(JOURNEY + "/timeline?limit=200", mia).json().at("/items");
        timeline.forEach(item -> assertThat(item.has("professional")).isFalse());
        // The worker sees it.
        assertThat(ask(JOURNEY + "/decisions/" + Story.BUDGET_DECISION, TEAM).body())
                .contains("Too far from school");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/journeys/1-1-1-1-1, 400, malformed-id",
        "/v1/journeys?stge=STABLE, 400, unknown-parameter",
        "/v1/journeys?stage=GOOD, 400, malformed-parameter",
        "/v1/journeys?stage=STABLE&stage=STABLE, 400, malformed-parameter",
        "/v1/journeys?limit=0, 400, malformed-parameter",
        "/v1/journeys?limit=201, 400, malformed-parameter",
        "/v1/journeys?limit=ten, 400, malformed-parameter",
        "/v1/journeys?cursor=x, 400, malformed-cursor",
        "/v1/journeys?min-position=-1, 400, malformed-parameter",
        "/v1/journeys?min-position=99999999999999999999, 400, malformed-parameter",
        "/v1/journeys/00000000-0000-7000-8000-00000000ffff, 404, journey-unknown",
        "/v1/journeys/00000000-0000-7000-8000-00000000ffff/timeline, 404, journey-unknown",
        "/v1/funds/00000000-0000-7000-8000-00000000ffff, 404, fund-unknown",
        "/v1/journeys/00000000-0000-7000-8000-00000000ffff/x, 403, role-missing",
        "/v1/projections, 403, role-missing",
        "/v1/journeys/%2e%2e, 400, malformed-http"
    })
    void every_bad_question_gets_its_own_problem(String path, int status, String problem) {
        for (String language : List.of("en", "nb")) {
            Answer answer = service.get(path, TEAM, language);
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.json().at("/type").asString()).isEqualTo("urn:journey-ledger:problem:" + problem);
            assertThat(answer.json().at("/detail").asString()).isNotEmpty().doesNotContain("{");
        }
    }

    @Test
    void without_a_token_that_is_believed_nobody_is_answered() {
        assertThat(service.get(JOURNEY, null).status()).isEqualTo(401);
        assertThat(service.get(JOURNEY, null).json().at("/type").asString()).endsWith("not-signed-in");
        String[] roles = {"TEAM"};
        var later = Instant.now().plusSeconds(600);
        for (String token : List.of(
                "nonsense",
                TestService.token(
                        STRANGER,
                        "WORKER",
                        roles,
                        Instant.now().minusSeconds(600),
                        "journey-ledger",
                        "https://issuer.test"),
                TestService.token(STRANGER, "WORKER", roles, later, "another-service", "https://issuer.test"),
                TestService.token(STRANGER, "WORKER", roles, later, "journey-ledger", "https://elsewhere.test"),
                TestService.token(STRANGER, "ROBOT", roles, later, "journey-ledger", "https://issuer.test"))) {
            Answer answer = service.get(JOURNEY, token);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().at("/type").asString()).endsWith("token-refused");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANALYST", "OPERATOR", "FUND_MANAGER"})
    void a_role_that_is_not_listed_does_not_read_a_journey(String role) {
        assertThat(service.get(JOURNEY, TestService.worker(role)).status()).isEqualTo(403);
        assertThat(service.get(JOURNEY + "/timeline", TestService.worker(role)).status())
                .isEqualTo(403);
    }

    @Test
    void a_person_never_gains_a_role_from_their_token() {
        String person = TestService.token(
                STRANGER,
                "PERSON",
                new String[] {"TEAM", "OPERATOR"},
                Instant.now().plusSeconds(600),
                "journey-ledger",
                "https://issuer.test");
        assertThat(service.get("/v1/projections", person).status()).isEqualTo(403);
        assertThat(service.get(JOURNEY, person).status()).isEqualTo(404);
    }

    @Test
    void a_position_that_is_not_reached_in_time_is_said_with_when_to_ask_again() {
        long started = System.nanoTime();
        Answer answer = service.get(JOURNEY + "?min-position=" + (last + 1_000_000), TEAM);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat((System.nanoTime() - started) / 1_000_000).isBetween(1_900L, 5_000L);
    }

    @Test
    void the_operator_sees_the_projections_rebuilds_one_and_compares_all() throws InterruptedException {
        String operator = TestService.worker("OPERATOR");
        JsonNode standing = service.get("/v1/projections", operator).json();
        assertThat(standing.at("/head").asLong()).isEqualTo(ledger.reader().head());
        assertThat(standing.at("/projections")).hasSize(8);
        assertThat(standing.at("/projections/0/deadLetters").asLong()).isZero();
        var before = ledger.rows("fund_posting");
        Answer begun = service.call("POST", "/v1/projections/money/rebuild", operator, "en");
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        assertThat(begun.header("Location")).isEqualTo("/v1/projections/rebuild");
        assertThat(ask(FUND, TEAM).status()).isEqualTo(200);
        JsonNode rebuilt = finished(operator);
        assertThat(rebuilt.at("/state").asString()).as(rebuilt.toString()).isEqualTo("DONE");
        assertThat(rebuilt.at("/projections").toString()).isEqualTo("[\"money\"]");
        assertThat(rebuilt.at("/position").asLong()).isEqualTo(last);
        assertThat(service.call("POST", "/v1/projections/comparison", operator, "en")
                        .status())
                .isEqualTo(202);
        JsonNode compared = finished(operator);
        assertThat(compared.at("/comparison/differing").asLong(-1))
                .as(compared.toString())
                .isZero();
        assertThat(service.call("POST", "/v1/projections/comparison", TEAM, "en")
                        .status())
                .isEqualTo(403);
        assertThat(service.get("/v1/projections/rebuild", TEAM).status()).isEqualTo(403);
        assertThat(ledger.rows("fund_posting")).isEqualTo(before);
        assertThat(service.call("POST", "/v1/projections/nonsense/rebuild", operator, "en")
                        .status())
                .isEqualTo(404);
        assertThat(service.call("POST", "/v1/projections/money/dead-letters/7/retry", operator, "en")
                        .status())
                .isEqualTo(404);
        assertThat(service.get("/v1/projections/money/dead-letters", operator)
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(service.call("POST", "/v1/projections/money/rebuild", TEAM, "en")
                        .status())
                .isEqualTo(403);
    }

    private static final String AUDITOR = TestService.worker("AUDITOR");
    private static final String ANALYST = TestService.worker("ANALYST");

    private JsonNode societyOf(String query) {
        Answer answer = ask(JOURNEY + "/economics?yearZero=2026&" + query, TEAM);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().at("/groups/0/perspectives/3");
    }

    @Test
    void a_journey_shows_what_it_cost_and_what_came_of_it_in_four_perspectives() {
        Answer answer = ask(JOURNEY + "/economics?yearZero=2026", TEAM);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode basis = answer.json().at("/basis");
        assertThat(basis.at("/asOfPosition").asLong()).isEqualTo(last);
        assertThat(basis.at("/priceYear").asInt()).isEqualTo(2025);
        assertThat(basis.at("/caveat").asString()).startsWith("Before/after, no comparison group");
        JsonNode group = answer.json().at("/groups/0");
        var codes = new ArrayList<String>();
        group.at("/perspectives")
                .forEach(seen -> codes.add(seen.at("/perspective").asString()));
        assertThat(codes).containsExactly("municipality", "fiscal", "citizen", "society");
        JsonNode municipality = group.at("/perspectives/0");
        // 500 000 kr planned and 300 000 kr spent; 100 000 kr of nights saved, less a quarter that would have happened
        // anyway, three quarters of the way to the target: 56 250 kr. Of the plan, 80 % likely and a tenth lost each
        // year.
        assertThat(municipality.at("/planned/presentValueOfCostsOre").asLong()).isEqualTo(500_000_00);
        assertThat(municipality.at("/realised/presentValueOfCostsOre").asLong()).isEqualTo(300_000_00);
        assertThat(municipality.at("/realised/presentValueOfBenefitsOre").asLong())
                .isEqualTo(56_250_00);
        // 60 000 + 54 000 / 1.04 + 48 600 / 1.04^2
        assertThat(municipality.at("/planned/presentValueOfBenefitsOre").asLong())
                .isEqualTo(15_685_651);
        assertThat(municipality.at("/label").asString()).contains("not social value");
        assertThat(group.at("/withoutPrice")).isEmpty();
    }

    @Test
    void figures_are_calculated_again_with_other_parameters_a_correction_or_another_success_and_nothing_is_written() {
        long head = ledger.reader().head();
        JsonNode before = societyOf("parameters=2026-01");
        long planned = before.at("/planned/netPresentValueOre").asLong();
        assertThat(societyOf("parameters=2027-01")
                        .at("/planned/netPresentValueOre")
                        .asLong())
                .as("tax funding costs 25 øre")
                .isNotEqualTo(planned);
        assertThat(societyOf("parameters=2026-01&costsUp=0.1&benefitsDown=0.15")
                        .at("/planned/netPresentValueOre")
                        .asLong())
                .isLessThan(planned);
        JsonNode whatIf = societyOf("parameters=2026-01&success=0");
        assertThat(whatIf.at("/planned/presentValueOfBenefitsOre").asLong()).isZero();
        assertThat(whatIf.at("/realised")).isEqualTo(before.at("/realised"));
        assertThat(societyOf("parameters=2026-01&asOf=" + last)).isEqualTo(before);
        assertThat(ledger.reader().head()).isEqualTo(head);
        Answer unknown = ask(JOURNEY + "/economics?parameters=1999-01", TEAM);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().at("/detail").asString()).contains("1999-01");
        for (String query :
                List.of("success=11", "costsUp=1e999999999", "horizon=201", "asOf=yesterday", "asOf=999999")) {
            assertThat(ask(JOURNEY + "/economics?" + query, TEAM).status())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void benefit_cards_show_their_step_and_how_far_they_came_and_words_weigh_as_much_as_kroner() {
        JsonNode cards = ask(JOURNEY + "/benefits", TEAM).json().at("/benefits");
        assertThat(cards).hasSize(2);
        assertThat(cards.at("/0/description").asString()).isEqualTo("No more nights in temporary housing");
        assertThat(cards.at("/0/status").asString()).isEqualTo("PARTLY_REALISED");
        assertThat(cards.at("/0/step").asString()).isEqualTo("EVALUATE_AND_LEARN");
        assertThat(cards.at("/0/realisedShare").decimalValue()).isEqualByComparingTo("0.75");
        assertThat(cards.at("/0/readings")).hasSize(2);
        assertThat(cards.at("/1/signs").asString()).isEqualTo("+++");
        assertThat(cards.at("/1/status").asString()).isEqualTo("DROPPED");
    }

    @Test
    void self_reports_are_scored_and_are_each_persons_own() {
        JsonNode reports = ask(JOURNEY + "/self-reports", TEAM).json();
        assertThat(reports.at("/reports/0/score").asInt()).isEqualTo(76);
        assertThat(reports.at("/reports/0/own").asBoolean()).isTrue();
        assertThat(reports.at("/caveat").asString()).contains("not effect");
        assertThat(ask(JOURNEY + "/self-reports", TestService.person(Story.MIA))
                        .json()
                        .at("/reports"))
                .hasSize(1);
        assertThat(ask(JOURNEY + "/self-reports", TestService.person(Story.ARON))
                        .json()
                        .at("/reports"))
                .isEmpty();
        assertThat(ask("/v1/portfolio/self-reports", ANALYST)
                        .json()
                        .at("/own/hidden")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void what_is_told_of_a_journey_can_be_taken_along() {
        JsonNode economics = ask(JOURNEY + "/economics", TEAM).json();
        List<String> rows = ask(JOURNEY + "/economics/export?format=CSV", TEAM)
                .body()
                .lines()
                .toList();
        // Four perspectives, five kinds of figures each.
        assertThat(rows).hasSize(1 + 4 * 5);
        assertThat(rows.get(2))
                .startsWith(",1,"
                        + economics.at("/groups/0/perspectives/0/perspective").asString())
                .contains(",planned,"
                        + economics
                                .at("/groups/0/perspectives/0/planned/presentValueOfCostsOre")
                                .asLong() + ",")
                .endsWith("," + economics.at("/basis/asOfPosition").asLong());
        assertThat(ask(JOURNEY + "/economics/what-if/export?format=CSV&draws=100", TEAM)
                        .body()
                        .lines())
                .hasSize(1 + 4);
        assertThat(ask(JOURNEY + "/self-reports/export?format=CSV", TestService.person(Story.MIA))
                        .body()
                        .lines()
                        .toList())
                .hasSize(2)
                .last()
                .asString()
                .contains(",WHO5,")
                .contains(",SCORED,76,");
        assertThat(ask(JOURNEY + "/self-reports/export?format=CSV", TestService.person(Story.ARON))
                        .body()
                        .lines())
                .as("nobody takes along what somebody else reported")
                .hasSize(1);
        assertThat(ask("/v1/portfolio/self-reports/export?format=CSV", ANALYST)
                        .body()
                        .lines()
                        .toList())
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("PERSON,,,,,,,,,");
        for (String path : List.of(
                JOURNEY + "/economics/export",
                JOURNEY + "/economics/what-if/export",
                JOURNEY + "/self-reports/export")) {
            var parquet = ask(path + "?format=PARQUET", TEAM);
            assertThat(parquet.status()).as(path).isEqualTo(200);
            assertThat(parquet.header("Content-Type")).isEqualTo("application/vnd.apache.parquet");
            assertThat(parquet.body()).startsWith("PAR1");
            assertThat(ask(path + "?format=XLS", TEAM).status()).isEqualTo(400);
            var without = ask(path, TEAM);
            assertThat(without.status()).isEqualTo(400);
            assertThat(without.json().at("/type").asString()).endsWith(":parameter-missing");
            assertThat(without.json().at("/detail").asString()).contains("format");
        }
    }

    @Test
    void auditors_see_every_journey_of_a_portfolio_and_analysts_no_small_group() {
        assertThat(ask("/v1/portfolio/economics?by=STAGE", AUDITOR)
                        .json()
                        .at("/groups/0/journeys")
                        .asInt())
                .isEqualTo(1);
        assertThat(ask("/v1/portfolio/economics?by=STAGE", ANALYST).json().at("/groups"))
                .isEmpty();
        assertThat(ask("/v1/portfolio/economics", ANALYST)
                        .json()
                        .at("/basis/fewest")
                        .asInt())
                .isEqualTo(5);
        assertThat(ask("/v1/portfolio/stages", AUDITOR)
                        .json()
                        .at("/ways/0/spentOre")
                        .asLong())
                .isEqualTo(300_000_00);
        assertThat(ask("/v1/portfolio/stages", ANALYST).json().at("/ways")).isEmpty();
        assertThat(ask("/v1/portfolio/money?service=" + Story.HOUSING, AUDITOR)
                        .json()
                        .at("/lines/0/allocatedOre")
                        .asLong())
                .isEqualTo(520_000_00);
        assertThat(ask("/v1/portfolio/money", ANALYST).json().at("/lines")).isEmpty();
        JsonNode byService =
                ask("/v1/portfolio/economics?by=SERVICE&years=true", AUDITOR).json();
        assertThat(byService.at("/overlapping").asBoolean()).isTrue();
        assertThat(byService.at("/groups")).isNotEmpty();
        assertThat(byService
                        .at("/groups/0/perspectives/0/years/0/discountFactor")
                        .decimalValue())
                .isPositive();
        // Services and funds make other groups than blocks.
        for (String other : List.of("by=SERVICE", "by=FUND", "service=" + Story.HOUSING, "fund=" + Story.HOUSING)) {
            assertThat(ask("/v1/portfolio/economics?" + other, ANALYST).status())
                    .as(other)
                    .isEqualTo(403);
        }
        // Two moments differ by a single journey.
        assertThat(ask("/v1/portfolio/stages?asOf=" + last, ANALYST).status()).isEqualTo(403);
        assertThat(ask("/v1/portfolio/stages?asOf=" + last, AUDITOR).status()).isEqualTo(200);
        assertThat(ask("/v1/portfolio/stages", TEAM).status()).isEqualTo(403);
        assertThat(ask(JOURNEY + "/economics", ANALYST).status()).isEqualTo(403);
    }

    @Test
    void what_is_wrong_with_a_question_about_a_portfolio_is_said_by_the_name_of_the_parameter() {
        for (String wrong : List.of(
                "horizon=far", "horizon=201", "timing=NOON", "cohort=x", "stage=NOWHERE", "costsUp=2", "asOf=soon")) {
            Answer answer = ask("/v1/portfolio/economics?" + wrong, AUDITOR);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.json().at("/type").asString()).endsWith(":malformed-parameter");
            assertThat(answer.json().at("/parameter").asString()).isEqualTo(wrong.substring(0, wrong.indexOf('=')));
        }
        assertThat(ask("/v1/portfolio/money?service=housing", AUDITOR)
                        .json()
                        .at("/parameter")
                        .asString())
                .isEqualTo("service");
        Answer unknown = ask("/v1/portfolio/economics?targetgroup=A", AUDITOR);
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().at("/known").asString()).contains("targetGroup", "horizon", "by", "min-position");
        assertThat(ask("/v1/portfolio/stages?horizon=40", AUDITOR).status()).isEqualTo(400);
        // Left empty is left out.
        assertThat(ask("/v1/portfolio/economics?horizon=&stage=", AUDITOR).status())
                .isEqualTo(200);
    }

    @Test
    void how_sure_a_plan_is_can_be_asked_and_what_is_out_of_bounds_is_refused() {
        String whatIf = JOURNEY + "/economics/what-if";
        Answer answer = ask(whatIf, TEAM);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode society = answer.json().at("/groups/0/perspectives/3");
        assertThat(society.at("/perspective").asString()).isEqualTo("society");
        assertThat(society.at("/p5Ore").asLong())
                .isLessThanOrEqualTo(society.at("/p95Ore").asLong());
        assertThat(society.at("/breakEven/costOre").asLong())
                .isEqualTo(society.at("/planned/presentValueOfCostsOre").asLong());
        long seed = answer.json().at("/chance/seed").asLong();
        assertThat(ask(whatIf + "?seed=" + seed + "&draws=2000&dependence=INDEPENDENT", TEAM)
                        .body())
                .isEqualTo(answer.body());
        for (String wrong :
                List.of("draws=99", "draws=20001", "seed=-1", "seed=x", "dependence=SOMETIMES", "drawn=7")) {
            Answer refused = ask(whatIf + "?" + wrong, TEAM);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(ask(whatIf, ANALYST).status()).isEqualTo(403);
        assertThat(ask("/v1/portfolio/economics/what-if?by=STAGE&success=0.8", AUDITOR)
                        .json()
                        .at("/groups/0/journeys")
                        .asInt())
                .isEqualTo(1);
        assertThat(ask("/v1/portfolio/economics/what-if", ANALYST).json().at("/groups"))
                .isEmpty();
        assertThat(ask("/v1/portfolio/economics/what-if?asOf=" + last, ANALYST).status())
                .isEqualTo(403);
    }

    @Test
    void the_journey_matrix_shows_three_circles_to_auditors_and_no_single_journey_to_analysts() {
        JsonNode matrix = ask("/v1/portfolio/matrix", AUDITOR).json();
        for (String judged : List.of("byTeam", "byHousehold")) {
            long started = 0;
            long are = 0;
            long aim = 0;
            for (JsonNode square : matrix.at("/" + judged)) {
                started += square.at("/startedHere").asLong();
                are += square.at("/areHere").asLong();
                aim += square.at("/aimHere").asLong();
            }
            assertThat(List.of(started, are, aim)).as(judged).containsOnly(1L);
        }
        assertThat(matrix.at("/fewest").isMissingNode()).isTrue();
        assertThat(ask("/v1/portfolio/matrix?asOf=1", AUDITOR).json().at("/byTeam"))
                .isEmpty();
        JsonNode merged = ask("/v1/portfolio/matrix", ANALYST).json();
        assertThat(merged.at("/byTeam")).isEmpty();
        assertThat(merged.at("/fewest").asInt()).isEqualTo(5);
        assertThat(ask("/v1/portfolio/matrix?asOf=1", ANALYST).status()).isEqualTo(403);
        assertThat(ask("/v1/portfolio/matrix?asOf=" + (last + 1), AUDITOR).status())
                .isEqualTo(400);
    }

    @Test
    void portfolios_are_taken_along_as_csv_and_parquet() {
        for (String answer : List.of("economics", "economics/what-if", "stages", "money", "matrix")) {
            Answer csv = ask("/v1/portfolio/" + answer + "/export?format=CSV", AUDITOR);
            assertThat(csv.status()).as(csv.body()).isEqualTo(200);
            assertThat(csv.header("Content-Type")).startsWith("text/csv");
            assertThat(csv.header("Ledger-Position")).isEqualTo(Long.toString(last));
            assertThat(csv.body().lines().count()).isGreaterThan(1);
            Answer parquet = ask("/v1/portfolio/" + answer + "/export?format=PARQUET", AUDITOR);
            assertThat(parquet.status()).isEqualTo(200);
            assertThat(parquet.body()).startsWith("PAR1");
        }
    }

    @Test
    void the_book_of_parameters_shows_every_version_and_whose_purse_is_whose() {
        JsonNode book = ask("/v1/parameters", ANALYST).json();
        var versions = new ArrayList<String>();
        book.at("/versions")
                .forEach(version -> versions.add(version.at("/version").asString()));
        assertThat(versions).containsExactly("2026-01", "2027-01");
        assertThat(book.at("/versions/1/reason").asString()).contains("25 øre");
        assertThat(book.at("/versions/0/illustrative")).isNotEmpty();
        assertThat(book.at("/payers/0/party").asString()).isEqualTo("STATE");
        assertThat(ask("/v1/parameters/2027-01", ANALYST)
                        .json()
                        .at("/parameters/taxFundingCost/perKrone")
                        .decimalValue())
                .isEqualByComparingTo("0.25");
    }

    private JsonNode finished(String operator) throws InterruptedException {
        JsonNode rebuild = service.get("/v1/projections/rebuild", operator).json();
        while (!rebuild.has("finishedAt")) {
            Thread.sleep(20);
            rebuild = service.get("/v1/projections/rebuild", operator).json();
        }
        return rebuild;
    }

    @Test
    void meters_and_health_say_how_far_the_views_have_come() {
        String meters = service.get("/actuator/prometheus", null).body();
        assertThat(meters)
                .contains("ledger_projection_lag_positions{", "ledger_projection_lag_seconds{", "ledger_dead_letters{")
                .contains("projection=\"timeline\"");
        Answer health = service.get("/actuator/health", null);
        assertThat(health.status()).as(health.body()).isEqualTo(200);
        assertThat(health.json().at("/components/views/status").asString()).isEqualTo("UP");
    }

    @Test
    void the_description_of_the_api_is_the_one_checked_in() throws IOException {
        Answer described = service.get("/v3/api-docs.yaml", null);
        assertThat(described.status()).as(described.body()).isEqualTo(200);
        Path checkedIn = Path.of("../docs/openapi/query-service.yaml");
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(checkedIn.getParent());
            Files.writeString(checkedIn, described.body());
        }
        assertThat(Files.readString(checkedIn)).isEqualTo(described.body());
        // Everything that is described is in the table of roles, and the other way round.
        for (RoleTable.Line line : RoleTable.LINES) {
            assertThat(described.body()).contains("  " + line.described() + ":");
        }
    }
}
