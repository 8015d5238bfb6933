package no.journeyledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.events.fund.FundEvent.SpendingReversed;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.ConsentEvent.ConsentWithdrawn;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.TeamEvent.TeamMemberLeft;
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
import tools.jackson.databind.JsonNode;

/**
 * The whole story, recorded in three sittings: up to the enrolment on 5 January 2026, up to the first payments on 15 January,
 * and the rest on 19 February. Everything took effect when it was recorded, except one entry: that the contact person from
 * school had left on 20 January was entered only on 19 February.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {

    private static final Instant ENROLLING = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant PLANNING = Instant.parse("2026-01-15T09:00:00Z");
    private static final Instant ENDING = Instant.parse("2026-02-19T09:00:00Z");
    private static final Instant LEFT_SCHOOL = Instant.parse("2026-01-20T12:00:00Z");
    private static final String JOURNEY = "/v1/journeys/" + Story.JOURNEY;
    private static final String TEAM = TestService.worker("TEAM");
    private static final String NOBODY_LEFT = "";

    private final Map<Class<?>, Long> positions = new HashMap<>();
    private final Map<Long, Instant> moments = new HashMap<>();
    private TestLedger ledger;
    private TestService service;
    private long last;

    @BeforeAll
    void tellTheStory(@TempDir Path folder) throws IOException {
        ledger = new TestLedger();
        Keys keys = Keys.in(folder);
        Instant recorded = ENROLLING;
        for (Story.Step step : Story.whole(keys.vault()::seal)) {
            if (step.event() instanceof SpendingReversed) {
                recorded = ENDING;
            }
            Instant effective = step.event() instanceof TeamMemberLeft ? LEFT_SCHOOL : recorded;
            last = ledger.append(effective, step.aggregate(), step.event()).lastPosition();
            positions.putIfAbsent(step.event().getClass(), last);
            moments.put(last, recorded);
            recorded = step.event() instanceof HouseholdEnrolled ? PLANNING : recorded.plusSeconds(60);
        }
        ledger.recorded(moments);
        service = TestService.start(ledger, keys);
        assertThat(service.get("/v1/journeys?min-position=" + last, TEAM).status())
                .isEqualTo(200);
    }

    @AfterAll
    void end() {
        service.close();
        ledger.close();
    }

    private JsonNode ask(String path) {
        return ask(path, TEAM);
    }

    private JsonNode ask(String path, String token) {
        Answer answer = service.get(path + (path.contains("?") ? "&" : "?") + "min-position=" + last, token);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private long position(Class<?> event) {
        return positions.getOrDefault(event, 0L);
    }

    private Instant recorded(long position) {
        return moments.getOrDefault(position, Instant.EPOCH);
    }

    private static String withdrawn(JsonNode journey) {
        for (JsonNode consent : journey.at("/consents")) {
            if (consent.at("/consent").asString().equals(Story.CONSENT.toString())) {
                return consent.at("/withdrawnAt").asString("");
            }
        }
        return "not given";
    }

    private static String leftSchool(JsonNode asOf) {
        for (JsonNode member : asOf.at("/state/journey/team")) {
            if (member.at("/worker").asString().equals(Story.WITNESS.toString())) {
                return member.at("/leftAt").asString(NOBODY_LEFT);
            }
        }
        return "not on the team";
    }

    private static List<String> types(JsonNode entries) {
        var types = new ArrayList<String>();
        entries.forEach(entry -> types.add(entry.at("/type").asString()));
        return types;
    }

    @Test
    void as_of_now_it_is_what_is_answered_about_the_present() {
        JsonNode asOf = ask(JOURNEY + "/as-of");
        assertThat(asOf.at("/state/journey")).isEqualTo(ask(JOURNEY));
        assertThat(asOf.at("/state/money"))
                .isEqualTo(withoutRecordedTimes(ask(JOURNEY + "/money"), asOf.at("/state/money")));
        assertThat(asOf.at("/state/decisions").size()).isGreaterThanOrEqualTo(3);
        for (JsonNode decision : asOf.at("/state/decisions")) {
            assertThat(withoutRecordedAt(decision))
                    .isEqualTo(withoutRecordedAt(ask(
                            JOURNEY + "/decisions/" + decision.at("/decision").asString())));
        }
        assertThat(asOf.at("/state/plans/0")).isEqualTo(ask(JOURNEY + "/plans/1"));
        assertThat(asOf.at("/notYetKnown").size()).isZero();
        assertThat(asOf.at("/unfinished")).isEmpty();
    }

    /** The views were filled before or after this test set the recorded times; what is compared is everything else. */
    private static String withoutRecordedAt(JsonNode node) {
        return node.toString().replaceAll("\"(recordedAt|confirmedAt)\":\"[^\"]*\"", "\"$1\":\"\"");
    }

    private static JsonNode withoutRecordedTimes(JsonNode kept, JsonNode folded) {
        assertThat(withoutRecordedAt(kept)).isEqualTo(withoutRecordedAt(folded));
        return folded;
    }

    @Test
    void what_was_known_on_three_dates_and_what_differs() {
        // When they were enrolled, when the first payments were made, and when all was said.
        JsonNode january = ask(JOURNEY + "/as-of?known-at=2026-01-09");
        JsonNode february = ask(JOURNEY + "/as-of?known-at=2026-02-09");
        JsonNode march = ask(JOURNEY + "/as-of?known-at=2026-03-01");

        assertThat(january.at("/state/journey/phase").asString()).isEqualTo("INVEST");
        assertThat(january.at("/state/journey/team")).isEmpty();
        assertThat(february.at("/state/journey/phase").asString()).isEqualTo("MAINTAIN");
        assertThat(february.at("/state/journey/team").size()).isGreaterThanOrEqualTo(3);
        assertThat(february.at("/state/money/total/spentOre").asLong()).isEqualTo(350_000_00);
        assertThat(march.at("/state/journey/phase").asString()).isEqualTo("EXIT");
        assertThat(march.at("/state/money/total/spentOre").asLong()).isEqualTo(300_000_00);

        JsonNode learned = ask(JOURNEY + "/difference?from-known-at=2026-02-09&to-known-at=2026-03-01");
        assertThat(types(learned.at("/cameIn"))).contains("fund.spending-reversed", "journey.journey-closed");
        assertThat(learned.at("/fellAway")).isEmpty();
        var differences = new HashMap<String, String>();
        learned.at("/differences")
                .forEach(each ->
                        differences.put(each.at("/path").asString(), each.at("/before") + " -> " + each.at("/after")));
        assertThat(differences)
                .containsEntry("journey.phase", "\"MAINTAIN\" -> \"EXIT\"")
                .containsEntry("money.total.spentOre", "35000000 -> 30000000")
                .containsEntry("journey.team[" + Story.WITNESS + "].leftAt", " -> \"" + LEFT_SCHOOL + "\"");
    }

    @Test
    void what_was_entered_late_is_in_one_clock_and_not_in_the_other() {
        String on = "2026-02-01";
        // So it was on that day, as is known today ...
        JsonNode so = ask(JOURNEY + "/as-of?effective-at=" + on);
        assertThat(leftSchool(so)).isEqualTo(LEFT_SCHOOL.toString());
        // ... but this is what the team knew on that day, and of that day.
        JsonNode known = ask(JOURNEY + "/as-of?known-at=" + on);
        assertThat(leftSchool(known)).isEqualTo(NOBODY_LEFT);
        JsonNode both = ask(JOURNEY + "/as-of?known-at=" + on + "&effective-at=" + on);
        assertThat(leftSchool(both)).isEqualTo(NOBODY_LEFT);
        assertThat(types(both.at("/notYetKnown"))).containsExactly("journey.team-member-left");
        assertThat(both.at("/notYetInEffect")).isEmpty();

        JsonNode learned = ask(
                JOURNEY + "/difference?from-known-at=" + on + "&from-effective-at=" + on + "&to-effective-at=" + on);
        assertThat(types(learned.at("/cameIn"))).containsExactly("journey.team-member-left");
        assertThat(learned.at("/cameIn/0/professional").asString()).isNotEmpty();
        assertThat(learned.at("/differences").toString())
                .contains("journey.team[" + Story.WITNESS + "].leftAt")
                .doesNotContain("money");
        // What is asked of an earlier day takes away what came into effect after it.
        JsonNode back = ask(JOURNEY + "/difference?from-effective-at=" + on + "&to-effective-at=2026-01-19");
        assertThat(types(back.at("/fellAway"))).contains("journey.team-member-left");
    }

    @Test
    void an_instant_is_exact_to_the_entry_and_a_day_means_its_end() {
        long consent = position(ConsentWithdrawn.class);
        Instant recorded = recorded(consent);
        assertThat(withdrawn(ask(JOURNEY + "/as-of?known-at=" + recorded).at("/state/journey")))
                .isEqualTo(recorded.toString());
        assertThat(withdrawn(ask(JOURNEY + "/as-of?known-at=" + recorded.minusNanos(1000))
                        .at("/state/journey")))
                .isEmpty();
        // The day ends at midnight in Norway, which is eleven in the evening in UTC.
        assertThat(Moment.read("known-at", "2026-02-01", Clock.systemUTC()))
                .isEqualTo(Instant.parse("2026-02-01T22:59:59.999999999Z"));
        assertThat(Moment.read("known-at", "2026-02-01T10:00:00 01:00", Clock.systemUTC()))
                .isEqualTo(Instant.parse("2026-02-01T09:00:00Z"));
    }

    @Test
    void before_the_first_entry_there_is_no_journey() {
        JsonNode asOf = ask(JOURNEY + "/as-of?known-at=2025-12-24");
        assertThat(asOf.at("/entries").asInt()).isZero();
        assertThat(asOf.at("/state/journey").isMissingNode()).isTrue();
        assertThat(asOf.at("/state/decisions").size()).isZero();
        assertThat(asOf.at("/notYetKnown").size()).isGreaterThan(40);
    }

    @Test
    void an_entry_shows_the_journey_before_and_after_it() {
        long consent = position(ConsentWithdrawn.class);
        JsonNode entry = ask(JOURNEY + "/entries/" + consent);
        assertThat(entry.at("/entry/type").asString()).isEqualTo("journey.consent-withdrawn");
        assertThat(withdrawn(entry.at("/before/journey"))).isEmpty();
        assertThat(withdrawn(entry.at("/after/journey"))).isNotEmpty();
        var paths = new ArrayList<String>();
        entry.at("/differences").forEach(each -> paths.add(each.at("/path").asString()));
        assertThat(paths)
                .containsExactlyInAnyOrder(
                        "journey.consents[" + Story.CONSENT + "].withdrawnAt",
                        "journey.consents[" + Story.CONSENT + "].inForce",
                        "journey.version",
                        "journey.position");
    }

    @Test
    void after_every_entry_comes_before_the_next() {
        JsonNode before = null;
        for (JsonNode item : ask(JOURNEY + "/timeline?limit=200").at("/items")) {
            if (item.at("/type").asString().startsWith("person.")) {
                continue;
            }
            long position = item.at("/position").asLong();
            JsonNode entry = ask(JOURNEY + "/entries/" + position);
            if (before != null) {
                assertThat(entry.at("/before")).as("before %d", position).isEqualTo(before);
            }
            before = entry.at("/after");
        }
        assertThat(before).isEqualTo(ask(JOURNEY + "/as-of").at("/state"));
    }

    @Test
    void a_person_sees_of_the_past_what_they_see_of_the_present() {
        String aron = TestService.person(Story.ARON);
        JsonNode asOf = ask(JOURNEY + "/as-of", aron);
        assertThat(asOf.at("/state/journey")).isEqualTo(ask(JOURNEY, aron));
        assertThat(asOf.toString()).doesNotContain("At last", "A door of our own", "professional");
        assertThat(asOf.at("/state/decisions/0/answers")).hasSize(1);
        Answer mias = service.get(JOURNEY + "/entries/" + position(AnswerRecorded.class), aron);
        assertThat(mias.status()).isEqualTo(404);
        assertThat(mias.json().at("/type").asString()).endsWith("journey-entry-unknown");
        assertThat(service.get(JOURNEY + "/as-of", TestService.person(Story.FRIEND))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_answer_says_which_position_it_is_true_for() {
        assertThat(service.get(JOURNEY + "/as-of", TEAM).header("Ledger-Position"))
                .isEqualTo(Long.toString(last));
    }

    @ParameterizedTest
    @CsvSource({
        "/as-of?known-at=yesterday, 400, malformed-moment",
        "/as-of?known-at=2026-02-30, 400, malformed-moment",
        "/as-of?effective-at=2026-02-01T10:00:00, 400, malformed-moment",
        "/as-of?effective-at=9999-01-01, 400, moment-ahead",
        "/as-of?known-at=9999-01-01T00:00:00Z, 400, moment-ahead",
        "/as-of?at=2026-02-01, 400, unknown-parameter",
        "/difference?to-known-at=x, 400, malformed-moment",
        "/entries/0, 404, journey-entry-unknown",
        "/entries/first, 400, malformed-id",
    })
    void every_bad_question_about_the_past_gets_its_own_problem(String path, int status, String problem) {
        for (String language : List.of("en", "nb")) {
            Answer answer = service.get(JOURNEY + path, TEAM, language);
            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.json().at("/type").asString()).isEqualTo("urn:journey-ledger:problem:" + problem);
            assertThat(answer.json().at("/detail").asString()).isNotEmpty().doesNotContain("{");
        }
        // That the fund was opened is nothing of this journey's.
        assertThat(service.get(JOURNEY + "/entries/" + position(FundOpened.class), TEAM)
                        .status())
                .isEqualTo(404);
        UUID nobody = Story.id(4711);
        assertThat(service.get("/v1/journeys/" + nobody + "/as-of", TEAM).status())
                .isEqualTo(404);
    }
}
