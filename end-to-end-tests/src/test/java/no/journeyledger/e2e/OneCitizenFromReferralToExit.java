package no.journeyledger.e2e;

import static no.journeyledger.e2e.Ledger.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.journeyledger.e2e.RunningLedger.Citizen;
import no.journeyledger.e2e.RunningLedger.Worker;
import tools.jackson.databind.JsonNode;

/**
 * The story this project exists for, told from outside: a family comes in, maps its situation, agrees a plan; a budget
 * decision is refused because two of them have not taken part, is answered and taken; the stage moves; the journey ends.
 */
final class OneCitizenFromReferralToExit {

    private static final long DEPOSIT = 4_800_000;

    private final RunningLedger running;
    private final Ledger ledger;
    private final JourneyCalls journey;

    // Four services; a fund of the housing office.
    private final UUID housing = UUID.randomUUID();
    private final UUID health = UUID.randomUUID();
    private final UUID labour = UUID.randomUUID();
    private final UUID fund = UUID.randomUUID();
    private final UUID measure = UUID.randomUUID();

    private final Worker leader;
    private final Worker adviser;
    private final Worker witness;
    private final Worker unitHead;
    private final Worker fundManager;
    private final Worker auditor;
    private final Citizen mother;
    private final Citizen father;
    private final Citizen child;

    private OneCitizenFromReferralToExit(RunningLedger running) {
        this.running = running;
        this.ledger = running.client();
        this.journey = new JourneyCalls(ledger, UUID.randomUUID());
        leader = running.worker(health, "TEAM");
        adviser = running.worker(housing, "TEAM");
        witness = running.worker(labour, "TEAM");
        unitHead = running.worker(housing, "UNIT_HEAD");
        fundManager = running.worker(UUID.randomUUID(), "FUND_MANAGER");
        auditor = running.worker(UUID.randomUUID(), "AUDITOR");
        mother = running.citizen();
        father = running.citizen();
        child = running.citizen();
    }

    static void isTold(RunningLedger running) {
        new OneCitizenFromReferralToExit(running).told();
    }

    private void told() {
        theFundIsOpened();
        theFamilyComesIn();
        theyMapTheSituationTogether();
        theyAgreeAPlan();
        Answer proposal = theDepositIsProposed();
        theDecisionIsRefusedWithoutTwoOfThem(proposal);
        theTwoTakePartInAMeetingAndAWitnessConfirms(proposal);
        Answer taken = theDecisionIsTaken(proposal);
        theTimelineShowsTheRefusalAndThenTheDecision(taken);
        theRegisterShowsWhoTookPartHowAndWhen(proposal);
        theFundShowsTheMoneyReserved(taken);
        theMoneyIsSpentAndTheRestReleased(proposal);
        theStageMoves();
        theJourneyEnds();
    }

    private void theFundIsOpened() {
        assertThat(ledger.command(null, "k", "/v1/funds", "{}").status())
                .as("nobody without a token")
                .isEqualTo(401);
        ledger.command(
                        fundManager.token(),
                        "/v1/funds",
                        body("fund", fund, "name", "Housing fund", "owners", List.of(housing)))
                .expectAccepted();
        ledger.command(
                        fundManager.token(),
                        "/v1/funds/" + fund + "/contributions",
                        body(
                                "organisation",
                                housing,
                                "year",
                                JourneyCalls.today().getYear(),
                                "amountOre",
                                10_000_000L))
                .expectAccepted();
    }

    private void theFamilyComesIn() {
        Answer referred = journey.refer(leader, mother, 36);
        assertThat(referred.status()).isEqualTo(201);
        assertThat(referred.header("ETag")).isEqualTo("\"" + referred.version() + "\"");
        assertThat(referred.header("Ledger-Position")).isEqualTo(Long.toString(referred.position()));
        journey.qualify(leader).expectAccepted();
        journey.household(leader, father, "ADULT", 39).expectAccepted();
        journey.household(leader, child, "CHILD", 10, mother, father).expectAccepted();
        journey.consent(mother, housing).expectAccepted();
        String path = "/v1/journeys/" + journey.journey();
        assertThat(ledger.ask(leader.token(), path).status())
                .as("a service the mother has not opened it to")
                .isEqualTo(403);
        Answer opened = journey.consent(mother, health).expectAccepted();
        ledger.ask(leader.token(), path + "?min-position=" + opened.position()).expectAccepted();
        Answer enrolled = journey.enrol(leader, "VULNERABLE", "SUSTAINABLE").expectAccepted();
        journey.join(leader, leader, "LEADER").expectAccepted();
        journey.join(leader, adviser, "MEMBER").expectAccepted();
        journey.join(leader, witness, "CONTACT").expectAccepted();
        journey.delegate(unitHead, adviser, DEPOSIT).expectAccepted();

        Answer stale = journey.send(
                leader.token(),
                "/relations",
                body("worker", witness.id(), "person", father.id()),
                "If-Match",
                "\"" + enrolled.version() + "\"");
        assertThat(stale.status()).as("somebody else wrote since").isEqualTo(412);
    }

    private void theyMapTheSituationTogether() {
        journey.report(mother, "BEFORE", List.of(1, 2, 1, 1, 2)).expectAccepted();
        UUID meeting = journey.meet(leader, "MAPPING", mother.id(), father.id(), child.id(), leader.id(), witness.id())
                .expectAccepted()
                .id("meeting");
        Answer sheet = journey.send(
                leader.token(),
                "/meetings/" + meeting + "/sheet",
                body(
                        "owner",
                        mother.id(),
                        "entries",
                        List.of(
                                body("author", mother.id(), "box", "DREAM", "text", "A door with our names on it."),
                                body(
                                        "author", witness.id(),
                                        "box", "SHORT_TERM",
                                        "area", "HOUSING",
                                        "text", "Look at flats together."))));
        assertThat(sheet.expectAccepted().body().path("sheetVersion").asInt()).isEqualTo(1);
    }

    private void theyAgreeAPlan() {
        Answer drafted = journey.plan(
                        leader, UUID.randomUUID(), measure, housing, List.of(mother, father, child), DEPOSIT)
                .expectAccepted();
        Answer proposal = journey.proposePlan(
                        leader, drafted.body().path("planVersion").asInt())
                .expectAccepted();
        everybodyAnswersInTheirOwnSession(proposal);
        journey.take(witness, proposal.id("decision"), null).expectAccepted();
    }

    private void everybodyAnswersInTheirOwnSession(Answer proposal) {
        journey.answerInOwnSession(mother, mother, proposal, "AGREES").expectAccepted();
        journey.answerInOwnSession(father, father, proposal, "AGREES").expectAccepted();
        journey.hear(witness, child, proposal).expectAccepted();
        Answer forTheChild = journey.answerInOwnSession(father, child, proposal, "AGREES");
        assertThat(forTheChild.expectAccepted().text("assurance")).isEqualTo("SELF");
    }

    private Answer theDepositIsProposed() {
        Answer proposal =
                journey.proposeBudget(leader, measure, fund, housing, DEPOSIT).expectAccepted();
        assertThat(proposal.body().path("concerned").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(
                        mother.id().toString(),
                        father.id().toString(),
                        child.id().toString());
        journey.answerInOwnSession(mother, mother, proposal, "AGREES").expectAccepted();
        return proposal;
    }

    private void theDecisionIsRefusedWithoutTwoOfThem(Answer proposal) {
        Answer refused = journey.take(adviser, proposal.id("decision"), "They need it now.", "Accept-Language", "en");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("reason")).isEqualTo("NOT_TAKEN_PART");
        assertThat(refused.body()
                        .path("missing")
                        .valueStream()
                        .filter(missing -> missing.path("reason").asString().equals("NOT_TAKEN_PART"))
                        .map(missing -> missing.path("person").asString()))
                .as("each person and what is missing, in " + refused)
                .containsExactlyInAnyOrder(father.id().toString(), child.id().toString());
        assertThat(refused.header("ETag")).as("the refusal is itself recorded").isNotEmpty();
    }

    private void theTwoTakePartInAMeetingAndAWitnessConfirms(Answer proposal) {
        UUID meeting = journey.meet(leader, "FOLLOW_UP", father.id(), child.id(), leader.id(), witness.id())
                .expectAccepted()
                .id("meeting");
        Answer ofFather = journey.recordAnswer(leader, father, father, proposal, meeting, "AGREES");
        assertThat(ofFather.expectAccepted().text("assurance")).isEqualTo("RECORDED");
        Answer ofChild = journey.recordAnswer(leader, child, father, proposal, meeting, "AGREES")
                .expectAccepted();

        assertThat(journey.take(adviser, proposal.id("decision"), null).text("reason"))
                .as("one worker's word alone")
                .isEqualTo("ASSURANCE_TOO_LOW");
        assertThat(journey.confirm(adviser, proposal, meeting, ofFather, ofChild)
                                .status()
                        / 100)
                .as("who did not attend while somebody did cannot confirm")
                .isEqualTo(4);
        journey.confirm(witness, proposal, meeting, ofFather, ofChild).expectAccepted();

        assertThat(journey.take(adviser, proposal.id("decision"), null).text("reason"))
                .isEqualTo("CHILD_NOT_HEARD");
        journey.hear(witness, child, proposal).expectAccepted();
    }

    private Answer theDecisionIsTaken(Answer proposal) {
        Answer taken = journey.take(adviser, proposal.id("decision"), "All three agree.")
                .expectAccepted();
        assertThat(taken.body().path("taken").asBoolean()).isTrue();
        return taken;
    }

    private void theTimelineShowsTheRefusalAndThenTheDecision(Answer taken) {
        String path = "/v1/journeys/" + journey.journey() + "/timeline?min-position=" + taken.position();
        for (String reader : List.of(leader.token(), mother.token())) {
            List<JsonNode> entries = ledger.all(reader, path);
            assertThat(entries)
                    .isSortedAccordingTo((a, b) -> Long.compare(
                            a.path("position").asLong(), b.path("position").asLong()));
            assertThat(types(entries)
                            .filter(type ->
                                    type.equals("journey.decision-refused") || type.equals("journey.decision-taken")))
                    .containsExactly(
                            "journey.decision-taken", // the plan
                            "journey.decision-refused",
                            "journey.decision-refused",
                            "journey.decision-refused",
                            "journey.decision-taken");
            String wordedFor = reader.equals(mother.token()) ? "citizen" : "professional";
            assertThat(entries).allSatisfy(entry -> {
                assertThat(entry.path(wordedFor).asString()).isNotBlank();
                assertThat(entry.path("recordedAt").asString()).isNotBlank();
            });
        }
    }

    private static Stream<String> types(List<JsonNode> entries) {
        return entries.stream().map(entry -> entry.path("type").asString());
    }

    private void theRegisterShowsWhoTookPartHowAndWhen(Answer proposal) {
        JsonNode register = ledger.ask(
                        auditor.token(), "/v1/journeys/" + journey.journey() + "/decisions/" + proposal.id("decision"))
                .expectAccepted()
                .body();
        assertThat(register.path("wordingHash").asString()).isEqualTo(proposal.text("wordingHash"));
        assertThat(register.path("refusals").size()).isEqualTo(3);
        var tookPart = new ArrayList<String>();
        for (JsonNode answer : register.path("answers")) {
            tookPart.add(answer.path("person").asString() + " "
                    + answer.path("said").asString() + " "
                    + answer.path("means").asString() + " "
                    + answer.path("assurance").asString());
            assertThat(answer.path("recordedAt").asString())
                    .as(answer.toString())
                    .isNotBlank();
        }
        assertThat(tookPart)
                .containsExactlyInAnyOrder(
                        mother.id() + " AGREES SELF_SERVICE SELF",
                        father.id() + " AGREES IN_MEETING WITNESSED",
                        child.id() + " AGREES REPRESENTED WITNESSED");
        assertThat(register.toString())
                .contains(leader.id().toString(), witness.id().toString());
    }

    private void theFundShowsTheMoneyReserved(Answer taken) {
        Answer answer = ledger.ask(fundManager.token(), "/v1/funds/" + fund + "?min-position=" + taken.position())
                .expectAccepted();
        assertThat(Long.parseLong(answer.header("Ledger-Position"))).isGreaterThanOrEqualTo(taken.position());
        JsonNode year = answer.body().path("years").path(0);
        assertThat(year.path("contributedOre").asLong()).isEqualTo(10_000_000);
        assertThat(year.path("reservedOre").asLong()).isEqualTo(DEPOSIT);
        assertThat(year.path("spentOre").asLong()).isZero();
        assertThat(year.path("availableOre").asLong()).isEqualTo(10_000_000 - DEPOSIT);

        Answer never = ledger.ask(
                fundManager.token(), "/v1/funds/" + fund + "?min-position=" + (taken.position() + 1_000_000));
        assertThat(never.status()).as("a position that is not there yet").isEqualTo(503);
        assertThat(never.header("Retry-After")).isNotEmpty();
    }

    private void theMoneyIsSpentAndTheRestReleased(Answer proposal) {
        String reservation = "/v1/funds/" + fund + "/reservations/"
                + proposal.body().path("lines").path(0).path("line").asString();
        ledger.command(adviser.token(), reservation + "/spending", body("amountOre", 4_000_000L, "voucher", "BO-1"))
                .expectAccepted();
        assertThat(ledger.command(adviser.token(), reservation + "/spending", body("amountOre", 900_000L))
                        .status())
                .as("spending never exceeds the reservation")
                .isIn(409, 422);
        journey.send(adviser.token(), "/measures/" + measure + "/finishing", body("outcome", "They moved in."))
                .expectAccepted();
        Answer released = ledger.command(adviser.token(), reservation + "/release", body("journey", journey.journey()))
                .expectAccepted();
        JsonNode year = ledger.ask(fundManager.token(), "/v1/funds/" + fund + "?min-position=" + released.position())
                .expectAccepted()
                .body()
                .path("years")
                .path(0);
        assertThat(year.path("spentOre").asLong()).isEqualTo(4_000_000);
        assertThat(year.path("reservedOre").asLong()).isZero();
        assertThat(year.path("availableOre").asLong()).isEqualTo(6_000_000);
        String money = ledger.ask(leader.token(), "/v1/journeys/" + journey.journey() + "/money")
                .expectAccepted()
                .text();
        assertThat(money).contains(measure.toString(), housing.toString());
    }

    private void theStageMoves() {
        journey.rate(leader.token(), mother, "HOUSING", "SUSTAINABLE", "TEAM").expectAccepted();
        journey.rate(mother.token(), mother, "HOUSING", "SUSTAINABLE", "CITIZEN")
                .expectAccepted();
        Answer proposal = journey.proposeStage(leader, "SUSTAINABLE").expectAccepted();
        everybodyAnswersInTheirOwnSession(proposal);
        journey.take(leader, proposal.id("decision"), "All of us see it.").expectAccepted();
        journey.report(mother, "AFTER", List.of(4, 4, 3, 4, 4)).expectAccepted();
    }

    private void theJourneyEnds() {
        Answer proposal = journey.proposeClose(leader, "SUSTAINABLE").expectAccepted();
        everybodyAnswersInTheirOwnSession(proposal);
        Answer closed = journey.take(leader, proposal.id("decision"), "The goal is reached.")
                .expectAccepted();
        JsonNode view = ledger.ask(
                        leader.token(), "/v1/journeys/" + journey.journey() + "?min-position=" + closed.position())
                .expectAccepted()
                .body();
        assertThat(view.path("phase").asString()).isEqualTo("EXIT");
        assertThat(view.path("circles").path("now").asString()).isEqualTo("SUSTAINABLE");
        assertThat(journey.plan(leader, UUID.randomUUID(), UUID.randomUUID(), housing, List.of(mother), 1)
                        .status())
                .as("nothing more is planned")
                .isEqualTo(409);

        var again = new JourneyCalls(ledger, UUID.randomUUID());
        again.refer(leader, mother, 36).expectAccepted();
        assertThat(ledger.ask(running.citizen().token(), "/v1/journeys/" + journey.journey())
                        .status())
                .as("nobody else sees it")
                .isIn(403, 404);
    }
}
