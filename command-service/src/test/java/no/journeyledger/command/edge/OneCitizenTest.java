package no.journeyledger.command.edge;

import static no.journeyledger.command.edge.Story.taking;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import no.journeyledger.command.journey.Routing;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One household from the door to the exit, over HTTP; on the way every command is sent at least once. */
class OneCitizenTest {

    private static final JsonNode API =
            new JsonMapper().readTree(Path.of("..", "docs", "openapi", "command-service.json"));

    private static final Set<String> OF_A_DRY_RUN = Set.of("dryRun", "wouldRecord");

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
    void every_command_is_done_on_the_way_from_the_door_to_the_exit() {
        var s = new Story(service).comeIn();
        var consent = s.done(
                s.asPerson(s.mother),
                "/consents",
                "{'person': '%s', 'service': '%s', 'information': 'health', 'purpose': 'One plan', 'until': '%s'}"
                        .formatted(s.mother, s.health, s.today.plusYears(1)));
        s.done(s.asPerson(s.mother), "/consents/" + consent.text("consent") + "/withdrawal", "");
        s.enrol().formTeam().openFund(10_000_000);
        var guest = UUID.randomUUID();
        s.done(s.leaderToken, "/team", Story.joining(guest, UUID.randomUUID(), "CONTACT"));
        s.done(s.leaderToken, "/relations", "{'worker': '%s', 'person': '%s'}".formatted(guest, s.mother));
        s.done(s.leaderToken, "/team/" + guest + "/leaving", "{}");
        s.done(
                s.asPerson(s.mother),
                "/trusted-persons",
                "{'person': '%s', 'trusted': '%s', 'name': 'T'}".formatted(s.mother, s.friend));
        var mandate = s.done(s.headToken, "/mandates", s.mandate(s.leader, 1));
        s.done(s.headToken, "/mandates/" + mandate.text("mandate") + "/revocation", "");

        var meeting = s.meet("MAPPING", s.mother, s.father, s.leader, s.adviser, s.friend);
        s.done(
                s.leaderToken,
                "/meetings/" + meeting.text("meeting") + "/sheet",
                ("{'owner': '%s', 'entries': [{'author': '%s', 'box': 'DREAM', 'text': 'd'}, {'author': '%s', 'box':"
                                + " 'SITUATION_TODAY', 'area': 'HOUSING', 'text': 't'}]}")
                        .formatted(s.mother, s.mother, s.adviser));
        s.agreePlan();
        s.done(s.adviserToken, "/measures/" + s.measure + "/starting", "{'on': '%s'}".formatted(s.today));
        aroundThePeople(s);
        meetAgain(s, meeting.text("meeting"));

        // Refused: nobody has taken part. The refusal is recorded and names the two.
        var proposed = s.proposeBudget(1_000_000);
        assertThat(proposed.body().path("lines").path(0).path("amountOre").asLong())
                .isEqualTo(1_000_000);
        var refused = s.ask(s.adviserToken, taking(proposed), "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("reason")).isEqualTo("NOT_TAKEN_PART");
        assertThat(refused.body()
                        .path("missing")
                        .valueStream()
                        .map(one -> one.path("person").asString()))
                .containsExactlyInAnyOrder(s.mother.toString(), s.father.toString());
        assertThat(refused.header("ETag"))
                .isEqualTo("\"" + refused.text("version") + "\"")
                .isNotEqualTo("\"\"");
        assertThat(refused.position()).isPositive();

        // Another wording; then one answers in her own session, the other in a meeting with a witness.
        var reworded = s.done(
                s.leaderToken,
                "/decisions/" + proposed.text("decision") + "/wording",
                s.budget("ALLOCATE", UUID.randomUUID(), 900_000)
                        .replace("'kind': 'BUDGET', ", "")
                        .replace("We pay", "Housing pays"));
        assertThat(reworded.text("wordingHash")).isNotEqualTo(proposed.text("wordingHash"));
        s.answer(s.mother, s.mother, reworded, "AGREES");
        var recorded = s.done(
                s.leaderToken,
                "/decisions/" + reworded.text("decision") + "/answers",
                "{'person': '%s', 'wordingHash': '%s', 'answer': 'AGREES', 'means': 'IN_MEETING', 'meeting': '%s'}"
                        .formatted(s.father, reworded.text("wordingHash"), meeting.text("meeting")));
        assertThat(recorded.text("assurance")).isEqualTo("RECORDED");
        assertThat(s.ask(s.adviserToken, taking(reworded), "{}").text("reason")).isEqualTo("ASSURANCE_TOO_LOW");
        s.done(
                s.asPerson(s.friend),
                "/meetings/" + meeting.text("meeting") + "/confirmation",
                "{'answers': [{'answer': '%s', 'wordingHash': '%s'}]}"
                        .formatted(recorded.text("answer"), reworded.text("wordingHash")));
        assertThat(s.done(s.adviserToken, taking(reworded), "{'weighing': 'Both agree'}")
                        .body()
                        .path("taken")
                        .asBoolean())
                .isTrue();
        var withdrawn = s.proposeBudget(5);
        s.done(s.leaderToken, "/decisions/" + withdrawn.text("decision") + "/withdrawal", "");

        var line = reworded.body().path("lines").path(0).path("line").asString();
        var reservation = "/v1/funds/" + s.fund + "/reservations/" + line;
        var spent = s.done(s.adviserToken, reservation + "/spending", "{'amountOre': 500000, 'voucher': 'BO-1'}");
        s.done(s.keeperToken, reservation + "/spending/" + spent.text("spending") + "/reversal", "");
        s.done(s.adviserToken, reservation + "/spending", "{'amountOre': 400000}");
        s.done(s.adviserToken, "/measures/" + s.measure + "/finishing", "{'outcome': 'A home'}");
        assertThat(s.done(s.keeperToken, reservation + "/release", "{'journey': '%s'}".formatted(s.journey))
                        .body()
                        .path("releasedOre")
                        .asLong())
                .isEqualTo(500_000);

        s.done(s.adviserToken, "/openings", "{'statute': 'FORVALTNINGSLOVEN-13B', 'reason': 'r', 'minutes': 30}");
        s.done(s.leaderToken, "/ratings", s.rating(s.mother, "TEAM"));
        s.done(s.asPerson(s.mother), "/ratings", s.rating(s.mother, "CITIZEN"));
        var moved = s.done(
                s.leaderToken,
                "/decisions",
                "{'kind': 'STAGE_MOVE', 'wording': 'Stable now', 'stageMove': {'to': 'STABLE'}}");
        s.agreeAll(moved);
        s.done(s.adviserToken, taking(moved), "{'weighing': 'w'}");
        s.done(
                s.asPerson(s.mother),
                "/self-reports",
                ("{'person': '%s', 'instrument': 'WHO5', 'instrumentVersion': 'who5-1998-nb', 'moment': 'AFTER', 'on':"
                                + " '%s', 'language': 'nb', 'helperPresent': false, 'declined': false, 'answers': [3, 4,"
                                + " null, 2, 5]}")
                        .formatted(s.mother, s.today));

        var benefit = UUID.randomUUID();
        s.done(s.leaderToken, "/benefits", s.identification(benefit));
        s.done(s.leaderToken, "/benefits/" + benefit + "/valuation", s.valuation(s.gain("bill")));
        s.done(s.leaderToken, "/benefits/" + benefit + "/anchoring", s.anchoring());
        s.done(
                s.leaderToken,
                "/benefits/" + benefit + "/readings",
                "{'on': '%s', 'value': 9.5, 'remark': 'r'}".formatted(s.today));
        s.done(s.leaderToken, "/benefits/" + benefit + "/evaluation", "{'result': 'PARTLY_REALISED', 'lesson': 'l'}");
        var dropped = UUID.randomUUID();
        s.done(s.leaderToken, "/benefits", s.identification(dropped));
        s.done(s.leaderToken, "/benefits/" + dropped + "/dropping", "{'reason': 'r'}");
        s.done(s.operatorToken, "/v1/parameters", s.parameters("next", s.today.plusDays(1)));
        s.done(
                s.operatorToken,
                "/v1/parameters/payers",
                "{'payer': '%s', 'party': 'REGION'}".formatted(UUID.randomUUID()));

        atOnceAndUnderStatute(s);

        s.done(s.asPerson(s.father), "/leavings", "{'person': '%s', 'ownWords': 'Thank you'}".formatted(s.father));
        var closing = s.done(
                s.leaderToken,
                "/decisions",
                "{'kind': 'CLOSE', 'wording': 'We close', 'close': {'reason': 'SUSTAINABLE'}}");
        s.answer(s.mother, s.mother, closing, "AGREES");
        s.answer(s.mother, s.child, closing, "AGREES");
        s.heard(closing);
        s.done(s.adviserToken, taking(closing), "{'weighing': 'w'}");

        longAgo(s);

        assertThat(commandsDone()).isEqualTo(everyCommand());
        s.told.forEach(OneCitizenTest::isAsDescribed);
    }

    /** What is known of people changes, and so does who works with them. */
    private static void aroundThePeople(Story s) {
        s.done(s.leaderToken, "/service-degree", "{'serviceDegree': 3, 'reason': 'r'}");
        s.done(s.leaderToken, "/references", "{'reference': 'case 17'}");
        s.done(
                s.leaderToken,
                "/pilot-agreements",
                "{'citizenMayExpect': ['a plan'], 'municipalityExpects': ['to meet']}");
        s.done(s.asPerson(s.mother), "/pilot-agreements/acceptance", "{'version': 1}");
        String mother = "/household/" + s.mother;
        s.done(s.asPerson(s.mother), mother + "/interpreter-need", "{'interpreter': true, 'language': 'ti'}");
        s.done(s.leaderToken, mother + "/correction", "{'name': 'N', 'reason': 'r'}");
        s.done(
                s.leaderToken,
                "/household/" + s.child + "/parental-responsibility",
                "{'holders': ['%s'], 'document': 'd'}".formatted(s.mother));
        var guardian = s.done(
                s.leaderToken,
                "/representations",
                ("{'person': '%s', 'representative': '%s', 'name': 'G', 'kind': 'GUARDIAN', 'scope': ['ECONOMIC'], 'from':"
                                + " '%s', 'document': 'd'}")
                        .formatted(s.father, UUID.randomUUID(), s.today));
        s.done(s.leaderToken, "/representations/" + guardian.text("representation") + "/ending", "{'reason': 'r'}");
        var lodger = UUID.randomUUID();
        var grandmother = UUID.randomUUID();
        String happened = "{'on': '%s'}".formatted(s.today);
        s.done(s.leaderToken, "/household", Story.member(lodger, "ADULT", "1990-01-01"));
        s.done(s.leaderToken, "/household/" + lodger + "/moving-out", happened);
        s.done(s.leaderToken, "/household", Story.member(grandmother, "ADULT", "1940-01-01"));
        s.done(s.leaderToken, "/household/" + grandmother + "/death", happened);
        s.done(
                s.asPerson(s.mother),
                "/preferred-contacts",
                "{'person': '%s', 'worker': '%s'}".formatted(s.mother, s.adviser));
        var neighbour = UUID.randomUUID();
        s.done(
                s.leaderToken,
                "/trusted-persons",
                "{'person': '%s', 'trusted': '%s', 'name': 'T'}".formatted(s.mother, neighbour));
        s.done(
                s.adviserToken,
                "/trusted-persons/" + neighbour + "/confirmation",
                "{'person': '%s'}".formatted(s.mother));
        s.done(s.leaderToken, "/team/leadership", "{'to': '%s'}".formatted(s.adviser));
        s.done(s.adviserToken, "/team/leadership", "{'to': '%s'}".formatted(s.leader));
    }

    /** They meet again; the plan is adjusted, one measure is given up, and a mistake is put right. */
    private static void meetAgain(Story s, String meeting) {
        var followUp = s.done(s.leaderToken, "/follow-ups", "{'on': '%s'}".formatted(s.today.plusDays(30)));
        String path = "/follow-ups/" + followUp.text("followUp");
        s.done(s.leaderToken, path + "/moving", "{'on': '%s', 'reason': 'r'}".formatted(s.today.plusDays(20)));
        s.done(s.leaderToken, path + "/holding", "{'meeting': '%s'}".formatted(meeting));
        s.done(s.leaderToken, path + "/experiences", "{'experience': 'IMPROVED', 'words': 'w'}");
        s.done(s.leaderToken, "/vulnerability", "{'degree': 'HIGH', 'rater': 'TEAM', 'remark': 'r'}");
        s.done(s.leaderToken, "/additional-investments", "{'reason': 'r'}");
        s.done(
                s.leaderToken,
                "/individual-plans",
                "{'person': '%s', 'service': '%s', 'reference': 'r'}".formatted(s.mother, s.health));
        var other = UUID.randomUUID();
        var started = s.done(
                s.leaderToken,
                "/decisions",
                ("{'kind': 'MEASURE', 'wording': 'w', 'measure': {'change': 'START', 'id': '%s', 'goal': '%s',"
                                + " 'text': 't', 'area': 'NETWORK', 'workPhase': 'PREVENT', 'persons': ['%s'],"
                                + " 'responsible': '%s', 'from': '%s'}}")
                        .formatted(other, s.goal, s.mother, s.adviser, s.today));
        s.answer(s.mother, s.mother, started, "AGREES");
        s.done(s.adviserToken, taking(started), "{}");
        s.agreePlan();
        s.done(s.leaderToken, "/measures/" + other + "/dropping", "{'reason': 'r'}");
        s.done(s.leaderToken, "/corrections", "{'position': %d, 'text': 't'}".formatted(followUp.position()));
    }

    /** Told late: a household of long ago, in which nothing more has to be kept about the father. */
    private static void longAgo(Story s) {
        var earlier = new Story(service)
                .comeIn("Effective-At", "2009-01-01T10:00:00Z")
                .enrol("Effective-At", "2009-01-01T10:00:00Z");
        String left = "{'person': '%s'}".formatted(earlier.father);
        earlier.done(earlier.asPerson(earlier.father), "/leavings", left, "Effective-At", "2010-01-01T10:00:00Z");
        String officer = service.tokens.worker(UUID.randomUUID(), UUID.randomUUID(), "PRIVACY_OFFICER");
        String father = "/v1/persons/" + earlier.father;
        var hold = s.done(officer, father + "/holds", "{'statute': 'Tvisteloven § 26-5'}");
        s.done(officer, father + "/holds/" + hold.text("hold") + "/lifting", "");
        s.done(officer, father + "/erasure", "{'legalBasis': 'GDPR art. 17'}");
    }

    /** A service acts at once, a right is decided on and appealed against, and owners move money and give something else. */
    private static void atOnceAndUnderStatute(Story s) {
        int year = s.today.getYear();
        s.done(
                s.keeperToken,
                "/v1/funds/" + s.fund + "/transfers",
                "{'organisation': '%s', 'year': %d, 'toYear': %d, 'amountOre': 1}"
                        .formatted(s.housing, year, year + 1));
        var given = s.done(
                s.keeperToken,
                "/v1/funds/" + s.fund + "/in-kind",
                "{'organisation': '%s', 'year': %d, 'what': 'w', 'valueOre': 5, 'priceYear': %d}"
                        .formatted(s.housing, year, year));
        s.done(
                s.adviserToken,
                "/v1/funds/" + s.fund + "/in-kind/" + given.text("contribution") + "/uses",
                "{'journey': '%s', 'measure': '%s', 'valueOre': 2}".formatted(s.journey, s.measure));
        var acted = s.done(
                s.leaderToken,
                "/emergencies",
                ("{'persons': ['%s'], 'what': 'w', 'legalBasis': 'l', 'approver': '%s', 'fund': '%s', 'payingService':"
                                + " '%s', 'year': %d, 'ceilingOre': 1, 'until': '%s', 'hearBy': '%s'}")
                        .formatted(
                                s.mother,
                                s.adviser,
                                s.fund,
                                s.housing,
                                year,
                                s.today.plusDays(2),
                                s.today.plusDays(7)));
        String emergency = "/emergencies/" + acted.text("emergency");
        s.done(
                s.leaderToken,
                emergency + "/hearings",
                "{'person': '%s', 'on': '%s', 'outcome': 'HEARD', 'view': 'v'}".formatted(s.mother, s.today));
        s.done(s.leaderToken, emergency + "/ending", "{'on': '%s'}".formatted(s.today));
        var decided = s.done(
                s.leaderToken,
                "/decisions",
                ("{'kind': 'INDIVIDUAL_DECISION', 'wording': 'w', 'facts': 'f', 'legalBasis': 'l', 'individualDecision':"
                                + " {'service': '%s', 'parties': ['%s'], 'appealTerm': 'GENERAL'}}")
                        .formatted(s.housing, s.mother));
        s.answer(s.mother, s.mother, decided, "AGREES");
        s.done(s.adviserToken, taking(decided), "{}");
        String decision = "/decisions/" + decided.text("decision");
        String party = "{'party': '%s', 'on': '%s'}".formatted(s.mother, s.today);
        s.done(s.leaderToken, decision + "/notices", party);
        var appeal = s.done(s.asPerson(s.mother), decision + "/appeals", party);
        s.done(
                s.leaderToken,
                "/appeals/" + appeal.text("appeal") + "/ruling",
                "{'outcome': 'UPHELD', 'body': 'b', 'on': '%s', 'grounds': 'g'}".formatted(s.today));
        s.done(
                s.leaderToken,
                "/external-decisions",
                "{'authority': 'a', 'persons': ['%s'], 'on': '%s', 'what': 'w'}".formatted(s.mother, s.today));
    }

    /** The answer has the status and exactly the fields that the checked-in description of the API says. */
    private static void isAsDescribed(Story.Told told) {
        var operation = API.path("paths")
                .propertyStream()
                .filter(path -> told.path().matches(path.getKey().replaceAll("\\{[a-zA-Z]+}", "[^/]+")))
                .map(path -> path.getValue().path("post"))
                .findFirst()
                .orElseThrow();
        var reply = told.reply();
        var response = operation.path("responses").path(Integer.toString(reply.status()));
        assertThat(response.isMissingNode()).as(told.toString()).isFalse();
        if (reply.status() < 300) {
            var described = response.path("content")
                    .path("application/json")
                    .path("schema")
                    .path("properties")
                    .propertyNames();
            assertThat(reply.body().propertyNames())
                    .as(told.toString())
                    .containsExactlyInAnyOrderElementsOf(described.stream()
                            .filter(name -> !OF_A_DRY_RUN.contains(name))
                            .toList());
        }
    }

    private static Set<String> commandsDone() {
        return service
                .context()
                .getBean(MeterRegistry.class)
                .find("ledger.commands")
                .tag("outcome", "done")
                .counters()
                .stream()
                .map(counter -> String.valueOf(counter.getId().getTag("kind")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> everyCommand() {
        var commands = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("no.journeyledger.command")
                        .stream()
                        .filter(type -> type.getFields().stream()
                                .anyMatch(field -> field.isAnnotatedWith(TargetAggregateIdentifier.class)))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Routing.commands().forEach(command -> commands.add(command.getSimpleName()));
        assertThat(commands).hasSizeGreaterThan(60);
        // The ledger asks itself, when a day comes or has passed.
        commands.removeAll(Set.of("MarkHearingOverdue", "NoticeFollowUp"));
        return commands;
    }
}
