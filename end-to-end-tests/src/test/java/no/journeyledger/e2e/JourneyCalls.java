package no.journeyledger.e2e;

import static no.journeyledger.e2e.Ledger.body;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.e2e.RunningLedger.Citizen;
import no.journeyledger.e2e.RunningLedger.Worker;
import org.jspecify.annotations.Nullable;

/** The calls a case app makes on one journey. Each gives the answer as it came; the test says what it should be. */
final class JourneyCalls {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final Ledger ledger;
    private final UUID journey;

    JourneyCalls(Ledger ledger, UUID journey) {
        this.ledger = ledger;
        this.journey = journey;
    }

    UUID journey() {
        return journey;
    }

    /** The ledger's day. */
    static LocalDate today() {
        return LocalDate.now(OSLO);
    }

    Answer refer(Worker by, Citizen citizen, int age, String... headers) {
        return ledger.command(
                by.token(),
                "/v1/journeys",
                body(
                        "journey",
                        journey,
                        "person",
                        citizen.id(),
                        "name",
                        "Test Person",
                        "birthDate",
                        today().minusYears(age).minusDays(30),
                        "door",
                        "CITIZEN_SQUARE",
                        "wish",
                        "A home of our own."),
                headers);
    }

    Answer qualify(Worker by) {
        return send(
                by.token(),
                "/checklist",
                body(
                        "wantsChange", true,
                        "complexNeeds", true,
                        "longTermWork", true,
                        "liftsConfidentiality", true,
                        "targetGroup", "FAMILY_VULNERABLE",
                        "serviceDegree", 2,
                        "reasons", "Needs several services at once."));
    }

    Answer household(Worker by, Citizen member, String role, int age, Citizen... parents) {
        return send(
                by.token(),
                "/household",
                body(
                        "id", member.id(),
                        "role", role,
                        "name", "Test Member",
                        "birthDate", today().minusYears(age).minusDays(30),
                        "parentalResponsibility",
                                Arrays.stream(parents).map(Citizen::id).toList()));
    }

    Answer consent(Citizen person, UUID service) {
        return send(
                person.token(),
                "/consents",
                body(
                        "person",
                        person.id(),
                        "service",
                        service,
                        "information",
                        "housing",
                        "purpose",
                        "One plan for all of us",
                        "until",
                        today().plusYears(1)));
    }

    Answer enrol(Worker by, String startingStage, String goalStage) {
        return send(by.token(), "/enrolment", body("startingStage", startingStage, "goalStage", goalStage));
    }

    Answer join(Worker by, Worker member, String role) {
        return send(by.token(), "/team", body("worker", member.id(), "service", member.service(), "role", role));
    }

    Answer delegate(Worker unitHead, Worker member, long ceilingOre) {
        return send(
                unitHead.token(),
                "/mandates",
                body(
                        "worker", member.id(),
                        "service", unitHead.service(),
                        "ceilingOre", ceilingOre,
                        "budgetYears", List.of(today().getYear()),
                        "from", today().minusDays(1),
                        "until", today().plusDays(1),
                        "beyondTheYear", false));
    }

    Answer meet(Worker by, String kind, UUID... attended) {
        return send(by.token(), "/meetings", body("kind", kind, "on", today(), "attended", List.of(attended)));
    }

    Answer plan(Worker by, UUID goal, UUID measure, UUID payingService, List<Citizen> persons, long amountOre) {
        List<UUID> ids = persons.stream().map(Citizen::id).toList();
        return send(
                by.token(),
                "/plans",
                body(
                        "situation", "Moved five times in three years.",
                        "goals", List.of(body("id", goal, "text", "One home.", "horizon", "LONG", "persons", ids)),
                        "measures",
                                List.of(body(
                                        "id",
                                        measure,
                                        "goal",
                                        goal,
                                        "text",
                                        "A deposit.",
                                        "area",
                                        "HOUSING",
                                        "workPhase",
                                        "STABILISE",
                                        "persons",
                                        ids,
                                        "responsible",
                                        by.id(),
                                        "from",
                                        today(),
                                        "costs",
                                        List.of(body(
                                                "payingService",
                                                payingService,
                                                "year",
                                                today().getYear(),
                                                "amountOre",
                                                amountOre)))),
                        "undertakings", List.of(body("party", by.id(), "text", "Calls every Friday.")),
                        "expectedBenefits", "Peace to work."));
    }

    Answer proposePlan(Worker by, int version) {
        return propose(by, "PLAN", "We follow this plan.", "plan", body("version", version));
    }

    Answer proposeBudget(Worker by, UUID measure, UUID fund, UUID payingService, long amountOre) {
        return propose(
                by,
                "BUDGET",
                "The housing office pays the deposit.",
                "budget",
                body(
                        "action",
                        "ALLOCATE",
                        "measure",
                        measure,
                        "lines",
                        List.of(body(
                                "fund",
                                fund,
                                "payingService",
                                payingService,
                                "year",
                                today().getYear(),
                                "amountOre",
                                amountOre))));
    }

    Answer proposeStage(Worker by, String to) {
        return propose(by, "STAGE_MOVE", "We see it as " + to + " now.", "stageMove", body("to", to));
    }

    Answer proposeClose(Worker by, String reason) {
        return propose(by, "CLOSE", "The journey has reached its goal.", "close", body("reason", reason));
    }

    private Answer propose(Worker by, String kind, String wording, String matter, Map<String, Object> ofMatter) {
        return send(by.token(), "/decisions", body("kind", kind, "wording", wording, matter, ofMatter));
    }

    /** In the person's own session, for themselves or for a child. */
    Answer answerInOwnSession(Citizen by, Citizen person, Answer proposal, String answer) {
        return send(
                by.token(),
                "/decisions/" + proposal.id("decision") + "/answers",
                body(
                        "person",
                        person.id(),
                        "answeredBy",
                        by.id(),
                        "wordingHash",
                        proposal.text("wordingHash"),
                        "answer",
                        answer,
                        "ownWords",
                        "Yes.",
                        "means",
                        by.equals(person) ? "SELF_SERVICE" : "REPRESENTED"));
    }

    /** Recorded by a team member from a meeting. */
    Answer recordAnswer(
            Worker recorder, Citizen person, Citizen answeredBy, Answer proposal, UUID meeting, String answer) {
        return send(
                recorder.token(),
                "/decisions/" + proposal.id("decision") + "/answers",
                body(
                        "person",
                        person.id(),
                        "answeredBy",
                        answeredBy.id(),
                        "wordingHash",
                        proposal.text("wordingHash"),
                        "answer",
                        answer,
                        "ownWords",
                        "That is fine.",
                        "means",
                        answeredBy.equals(person) ? "IN_MEETING" : "REPRESENTED",
                        "meeting",
                        meeting));
    }

    Answer confirm(Worker witness, Answer proposal, UUID meeting, Answer... answers) {
        return send(
                witness.token(),
                "/meetings/" + meeting + "/confirmation",
                body(
                        "answers",
                        Arrays.stream(answers)
                                .map(answer -> body(
                                        "answer", answer.id("answer"), "wordingHash", proposal.text("wordingHash")))
                                .toList()));
    }

    Answer hear(Worker by, Citizen child, Answer proposal) {
        return send(
                by.token(),
                "/decisions/" + proposal.id("decision") + "/hearings",
                body(
                        "child",
                        child.id(),
                        "wordingHash",
                        proposal.text("wordingHash"),
                        "outcome",
                        "HEARD",
                        "disagrees",
                        false,
                        "view",
                        "Wants to keep the same school."));
    }

    Answer take(Worker by, UUID decision, @Nullable String weighing, String... headers) {
        return send(by.token(), "/decisions/" + decision + "/taking", body("weighing", weighing), headers);
    }

    Answer rate(String token, Citizen person, String area, String rating, String rater) {
        return send(token, "/ratings", body("person", person.id(), "area", area, "rating", rating, "rater", rater));
    }

    Answer report(Citizen person, String moment, List<Integer> answers) {
        return send(
                person.token(),
                "/self-reports",
                body(
                        "person",
                        person.id(),
                        "instrument",
                        "WHO5",
                        "instrumentVersion",
                        "who5-1998-nb",
                        "moment",
                        moment,
                        "on",
                        today(),
                        "language",
                        "nb",
                        "helperPresent",
                        false,
                        "declined",
                        false,
                        "answers",
                        answers));
    }

    /** Any command on this journey. */
    Answer send(String token, String path, Map<String, Object> body, String... headers) {
        return ledger.command(token, "/v1/journeys/" + journey + path, body, headers);
    }
}
