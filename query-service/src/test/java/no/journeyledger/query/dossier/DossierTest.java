package no.journeyledger.query.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import no.journeyledger.events.Actor;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.BudgetAction;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.DecisionEvent.DecisionProposed;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import no.journeyledger.events.journey.Participation;
import no.journeyledger.events.journey.TeamEvent.MandateDelegated;
import no.journeyledger.events.journey.WordingHash;
import no.journeyledger.query.door.Sentences;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import no.journeyledger.query.testing.TestService;
import no.journeyledger.query.testing.TestService.Keys;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.TypeRegistry;
import no.journeyledger.store.personal.PersonalDataVault;
import no.journeyledger.store.proof.LogSealer;
import no.journeyledger.store.proof.LogSigner;
import no.journeyledger.store.proof.VerifyDossier;
import no.journeyledger.store.upcasters.KnownEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The whole story, sealed; and after it one decision with all that a real one has, whose wording tries to break out of the
 * page it will be shown on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierTest {

    private static final UUID DECISION = Story.id(501);
    private static final UUID MIAS = Story.id(502);
    private static final UUID ARONS = Story.id(503);
    private static final UUID MANDATE = Story.id(504);
    private static final UUID MEETING = Story.id(61);
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final String WORDING = "Deposit for the flat </script><img src=x onerror=alert(1)> & more";
    private static final String DECISIONS = "/v1/journeys/" + Story.JOURNEY + "/decisions/";
    private static final String TEAM = TestService.worker("TEAM");
    private static final List<Integer> YEARS = List.of(2026, 2027);
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"dossier\">(.*?)</script>", Pattern.DOTALL);

    private TestLedger ledger;
    private TestService service;
    private LogSealer sealer;
    private String key;
    private long last;

    @BeforeAll
    void tellTheStory(@TempDir Path folder) throws Exception {
        ledger = new TestLedger();
        Keys keys = Keys.in(folder);
        PersonalDataVault vault = keys.vault();
        for (Story.Step step : Story.whole(vault::seal)) {
            ledger.append(step.aggregate(), step.event());
        }
        decide(vault);
        LogSigner signer = LogSigner.create(folder.resolve("signer"), "journey.example/test");
        key = signer.keys().getFirst().text();
        var source = ledger.sealer();
        var reader = new LedgerReader(source, new EventCodec(KnownEvents.catalogue()), new TypeRegistry(source));
        sealer = LogSealer.start(
                source,
                reader::readAfter,
                signer,
                List.of(),
                new LogSealer.Settings(Duration.ofMillis(20), 8_192),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
        while (sealer.sealedTo() < last) {
            Thread.sleep(10);
        }
        service = TestService.start(ledger, keys);
        assertThat(service.get("/v1/journeys?min-position=" + last, TEAM).status())
                .isEqualTo(200);
    }

    private void decide(PersonalDataVault vault) {
        Sealed wording = vault.seal(Story.MIA, WORDING);
        Sealed facts = vault.seal(Story.MIA, "They have moved five times");
        var matter = new Matter.OfBudget(
                BudgetAction.ALLOCATE,
                Story.MEASURE,
                List.of(new AmountLine(Story.id(505), Story.FUND, Story.HOUSING, 2026, 48_000_00)));
        List<UUID> concerned = List.of(Story.MIA, Story.ARON);
        String hash = WordingHash.of(DECISION, 1, matter, wording, facts, "Sosialtjenesteloven § 28", concerned);
        ledger.append(
                Story.JOURNEY,
                new MandateDelegated(
                        MANDATE,
                        Story.ADVISER,
                        Story.HOUSING,
                        50_000_00,
                        YEARS,
                        LocalDate.now(OSLO).minusDays(10),
                        LocalDate.now(OSLO).plusDays(20),
                        true));
        worker(
                Story.LEADER,
                new DecisionProposed(
                        DECISION,
                        1,
                        matter,
                        wording,
                        facts,
                        "Sosialtjenesteloven § 28",
                        concerned,
                        hash,
                        Story.LEADER,
                        "2026-01"));
        ledger.append(
                TestLedger.metadata(new Actor(Story.MIA, Actor.Kind.PERSON, null, null), TestLedger.EFFECTIVE),
                Story.JOURNEY,
                new AnswerRecorded(
                        MIAS,
                        DECISION,
                        Story.MIA,
                        Story.MIA,
                        hash,
                        Answer.AGREES,
                        vault.seal(Story.MIA, "Yes, please"),
                        Means.SELF_SERVICE,
                        null,
                        null,
                        Assurance.SELF,
                        Story.MIA,
                        null));
        worker(
                Story.LEADER,
                new AnswerRecorded(
                        ARONS,
                        DECISION,
                        Story.ARON,
                        Story.MIA,
                        hash,
                        Answer.AGREES,
                        vault.seal(Story.ARON, "Only if I keep my school"),
                        Means.REPRESENTED,
                        null,
                        MEETING,
                        Assurance.RECORDED,
                        Story.LEADER,
                        null));
        worker(
                Story.WITNESS,
                new AnswersConfirmed(MEETING, List.of(ARONS), List.of(hash), Story.WITNESS, Story.SCHOOL, false));
        last = worker(
                Story.ADVISER,
                new DecisionTaken(
                        DECISION,
                        matter,
                        hash,
                        List.of(
                                new Participation(
                                        Story.MIA,
                                        Answer.AGREES,
                                        Assurance.SELF,
                                        Means.SELF_SERVICE,
                                        Story.MIA,
                                        MIAS,
                                        null),
                                new Participation(
                                        Story.ARON,
                                        Answer.AGREES,
                                        Assurance.WITNESSED,
                                        Means.REPRESENTED,
                                        Story.MIA,
                                        ARONS,
                                        null)),
                        Story.ADVISER,
                        List.of(MANDATE),
                        vault.seal(Story.MIA, "The plan asks for it"),
                        "2026-01"));
    }

    private long worker(UUID worker, LedgerEvent event) {
        return ledger.append(
                        TestLedger.metadata(
                                new Actor(worker, Actor.Kind.WORKER, Story.HOUSING, null), TestLedger.EFFECTIVE),
                        Story.JOURNEY,
                        event)
                .lastPosition();
    }

    @AfterAll
    void end() {
        service.close();
        sealer.close();
        ledger.close();
    }

    private JsonNode grounds(UUID decision, String token) {
        TestService.Answer answer = service.get(DECISIONS + decision + "/grounds", token);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> each(JsonNode list, String first, String second) {
        var all = new ArrayList<String>();
        list.forEach(item -> all.add(
                item.at("/" + first).asString() + " " + item.at("/" + second).asString()));
        return all;
    }

    @Test
    void why_a_decision_was_refused_with_every_rule_in_its_order() {
        JsonNode refusal = grounds(Story.PLAN_DECISION, TEAM).at("/rulings/0");
        assertThat(refusal.at("/outcome").asString()).isEqualTo("REFUSED");
        assertThat(refusal.at("/revision").asInt()).isEqualTo(2);
        assertThat(refusal.at("/policyVersion").asString()).isEqualTo("2026-01");
        assertThat(refusal.at("/policy/ages/ownSayFrom/PERSONAL").asInt()).isEqualTo(16);
        assertThat(refusal.at("/policy/kinds/PLAN/needs").asString()).isEqualTo("AGREEMENT");
        assertThat(each(refusal.at("/rules"), "rule", "met"))
                .startsWith(
                        "JOURNEY_CLOSED PASSED",
                        "NOT_ENROLLED PASSED",
                        "NOBODY_CONCERNED PASSED",
                        "WORDING_CHANGED PASSED",
                        "NOT_TAKEN_PART FAILED",
                        "SOMEBODY_DISAGREES NOT_ASKED",
                        "ASSURANCE_TOO_LOW PASSED")
                .contains("TAKER_NOT_ON_TEAM NOT_ASKED", "FUND_EXHAUSTED NOT_ASKED");
        assertThat(refusal.at("/rules/4/missing").size()).isEqualTo(2);
        assertThat(refusal.at("/evidence").size()).isEqualTo(2);
        assertThat(refusal.at("/evidence/0/answers").size()).isZero();
    }

    @Test
    void why_a_decision_was_allowed_with_the_evidence_and_the_mandate_as_they_stood() {
        JsonNode ruling = grounds(DECISION, TEAM).at("/rulings/0");
        assertThat(ruling.at("/outcome").asString()).isEqualTo("TAKEN");
        assertThat(ruling.at("/rules"))
                .allSatisfy(rule -> assertThat(rule.at("/met").asString()).isEqualTo("PASSED"));
        JsonNode aron = ruling.at("/evidence/1");
        assertThat(aron.at("/answers/0/assurance").asString()).isEqualTo("WITNESSED");
        assertThat(aron.at("/answers/0/inOwnSession").asBoolean()).isFalse();
        assertThat(aron.at("/answers/0/witnesses/0/witness").asString()).isEqualTo(Story.WITNESS.toString());
        assertThat(ruling.at("/evidence/0/answers/0/inOwnSession").asBoolean()).isTrue();
        assertThat(ruling.at("/evidence/0/answers/0/ownWords").asString()).isEqualTo("Yes, please");
        JsonNode mandate = mandate(ruling, MANDATE);
        assertThat(mandate.at("/used").asBoolean()).isTrue();
        assertThat(mandate.at("/inForce").asBoolean()).isTrue();
        assertThat(mandate.at("/daysLeft").asInt()).isBetween(19, 21);
        assertThat(mandate.at("/neededOre").asLong()).isEqualTo(48_000_00);
        // Another mandate of the taker's for the same service is shown too: it was revoked.
        assertThat(mandate(ruling, Story.OLD_MANDATE).at("/inForce").asBoolean())
                .isFalse();
        assertThat(each(ruling.at("/checkedAgain"), "check", "holds"))
                .containsExactly(
                        "wording-hash true",
                        "everybody true",
                        "answers-recorded true",
                        "own-session true",
                        "witness true",
                        "on-team true",
                        "mandate true");
    }

    private static JsonNode mandate(JsonNode ruling, UUID mandate) {
        for (JsonNode each : ruling.at("/mandates")) {
            if (each.at("/mandate").asString().equals(mandate.toString())) {
                return each;
            }
        }
        throw new AssertionError("no mandate " + mandate + " in " + ruling.at("/mandates"));
    }

    /** The control: the story's decisions were never ruled on by anybody, and what is checked again finds it. */
    @Test
    void what_does_not_hold_is_found_by_checking_again() {
        JsonNode plan = grounds(Story.PLAN_DECISION, TEAM).at("/rulings/1");
        assertThat(each(plan.at("/checkedAgain"), "check", "holds"))
                .contains("wording-hash false", "own-session false", "witness true", "everybody true");
        JsonNode budget = grounds(Story.BUDGET_DECISION, TEAM).at("/rulings/1");
        assertThat(each(budget.at("/checkedAgain"), "check", "holds")).contains("everybody false");
    }

    @Test
    void a_person_is_told_their_own_evidence_and_not_what_another_answered() {
        String aron = TestService.person(Story.ARON);
        JsonNode ruling = grounds(DECISION, aron).at("/rulings/0");
        assertThat(ruling.at("/evidence").size()).isOne();
        assertThat(ruling.toString()).contains("keep my school").doesNotContain("Yes, please");
        JsonNode refusal =
                grounds(Story.BUDGET_DECISION, TestService.person(Story.MIA)).at("/rulings/0");
        assertThat(refusal.at("/rules").size()).isZero();
        assertThat(refusal.toString()).doesNotContain("DISAGREES", "Too far from school");
    }

    @Test
    void an_untried_decision_has_no_ruling_and_an_unknown_one_is_said_to_be() {
        assertThat(grounds(Story.GIVEN_UP_DECISION, TEAM).at("/rulings").size()).isZero();
        for (String what : List.of("/grounds", "/dossier")) {
            TestService.Answer unknown = service.get(DECISIONS + Story.id(9999) + what, TEAM);
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.json().at("/type").asString()).endsWith("decision-unknown");
            assertThat(service.get(DECISIONS + DECISION + what, TestService.worker("ANALYST"))
                            .status())
                    .isEqualTo(403);
        }
    }

    private String page(UUID decision, String token, String language) {
        TestService.Answer answer = service.get(DECISIONS + decision + "/dossier", token, language);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        return answer.body();
    }

    private record Checked(int exit, String report) {}

    private static Checked check(Path folder, String page, String key) throws IOException {
        Path file = folder.resolve("dossier.html");
        Files.writeString(file, page);
        var out = new ByteArrayOutputStream();
        int exit;
        try (var stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            exit = VerifyDossier.run(List.of(file.toString(), "--key", key), stream, stream);
        }
        return new Checked(exit, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void a_dossier_is_proven_offline_in_either_language(@TempDir Path folder) throws IOException {
        for (String language : List.of("en", "nb")) {
            String page = page(DECISION, TEAM, language);
            // For whoever wants to look at it: target/dossier-en.html and target/dossier-nb.html.
            Files.writeString(Path.of("target", "dossier-" + language + ".html"), page);
            Checked checked = check(folder, page, key);
            assertThat(checked.exit()).as(checked.report()).isZero();
            assertThat(checked.report()).contains("\"outcome\":\"PROVEN\"", "\"entries\":6", "\"closed\":0");
            assertThat(page).contains("Yes, please", "48\u00a0000\u00a0kr").doesNotContain("[unreadable]", "??");
        }
        assertThat(page(DECISION, TEAM, "nb")).contains("Ingen beslutning om meg skal tas uten meg.");
        assertThat(check(folder, page(Story.PLAN_DECISION, TEAM, "en"), key).exit())
                .isZero();
    }

    @Test
    void what_somebody_wrote_stays_text_on_the_page() {
        String page = page(DECISION, TEAM, "en");
        assertThat(page)
                .doesNotContain("<img")
                .contains("Deposit for the flat &lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; &amp; more");
        assertThat(page.split("</script>", -1)).hasSize(2);
        assertThat(service.get(DECISIONS + DECISION + "/dossier", TEAM).header("Content-Security-Policy"))
                .startsWith("default-src 'none'");
    }

    /** Every piece of the data altered, one at a time: none passes. */
    @Test
    @SuppressWarnings("SystemOut")
    void a_forged_dossier_is_refused(@TempDir Path folder) throws IOException {
        String page = page(DECISION, TEAM, "en");
        var forged = new ArrayList<String>();
        String data = data(page);
        var strings = Pattern.compile("\"(payload|metadata|proof|salt|text|commitment|checkpoint)\":\"([^\"]{12,})\"")
                .matcher(data);
        while (strings.find()) {
            int at = strings.start(2) + (strings.end(2) - strings.start(2)) / 2;
            while (!Character.isLetter(data.charAt(at)) || data.charAt(at - 1) == '\\') {
                at--;
            }
            char other = data.charAt(at) == 'A' ? 'B' : 'A';
            forged.add(page.replace(data, data.substring(0, at) + other + data.substring(at + 1)));
        }
        assertThat(forged).hasSizeGreaterThan(25);
        forged.add(page.replace("\"position\":" + last, "\"position\":" + (last + 1)));
        forged.add(page.replaceFirst("\"type\":\"journey.decision-taken\"", "\"type\":\"journey.decision-refused\""));
        int refused = 0;
        for (String each : forged) {
            if (check(folder, each, key).exit() == 1) {
                refused++;
            }
        }
        System.out.printf("forged dossiers: %d, refused %d%n", forged.size(), refused);
        assertThat(refused).isEqualTo(forged.size());
        // Another log's key proves nothing, and what is no dossier is not looked at.
        String another = LogSigner.create(folder.resolve("another"), "journey.example/test")
                .keys()
                .getFirst()
                .text();
        assertThat(check(folder, page, another).exit()).isEqualTo(1);
        assertThat(check(folder, "<html></html>", key).exit()).isEqualTo(2);
    }

    private static String data(String page) {
        var data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        return data.group(1);
    }

    @Test
    void what_is_closed_to_a_person_is_there_with_its_hash_only(@TempDir Path folder) throws IOException {
        String page = page(DECISION, TestService.person(Story.ARON), "en");
        Checked checked = check(folder, page, key);
        assertThat(checked.exit()).as(checked.report()).isZero();
        // Mia's answer, the confirmation of answers and the evidence of the taking are not Aron's to read.
        assertThat(checked.report()).contains("\"closed\":3");
        assertThat(page).contains("keep my school").doesNotContain("Yes, please");
    }

    @Test
    void every_sentence_of_the_dossier_is_there_in_both_languages() {
        var sentences = new Sentences();
        Set<String> english = keys(sentences, Sentences.ENGLISH);
        assertThat(english).hasSizeGreaterThan(60).isEqualTo(keys(sentences, Sentences.BOKMAL));
    }

    private static Set<String> keys(Sentences sentences, Locale language) {
        var keys = new HashSet<>(sentences.keys(language));
        keys.removeIf(each -> !each.startsWith("dossier."));
        return keys;
    }

    @Test
    void a_moment_is_written_as_in_norway() {
        assertThat(Page.moment(Instant.parse("2026-01-20T22:30:00Z"), Sentences.BOKMAL))
                .contains("20. jan. 2026", "23:30");
    }
}
