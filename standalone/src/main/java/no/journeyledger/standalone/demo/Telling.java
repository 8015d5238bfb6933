package no.journeyledger.standalone.demo;

import static no.journeyledger.standalone.demo.CommandCalls.body;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.standalone.demo.DemoPeople.Person;
import no.journeyledger.standalone.demo.DemoPeople.Someone;
import no.journeyledger.standalone.demo.DemoPeople.Worker;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tells one case, step by step. Every step goes out under a key made of the case's name and the step's number, so telling
 * the same case again repeats the answers and records nothing.
 */
final class Telling {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    /** A decision somebody proposed, the hash of its exact wording, and the reservations its lines will make. */
    record Proposal(UUID decision, String wordingHash, List<UUID> reservations) {
        static Proposal of(UUID decision, JsonNode answer) {
            var reservations = new ArrayList<UUID>();
            answer.path("lines")
                    .forEach(line ->
                            reservations.add(UUID.fromString(line.path("line").asString())));
            return new Proposal(decision, answer.path("wordingHash").asString(), List.copyOf(reservations));
        }
    }

    /** A line of a budget decision, in øre. */
    record Line(UUID fund, UUID payingService, int year, long amountOre) {
        /** A line in whole kroner. */
        static Line ofKroner(UUID fund, UUID payingService, int year, long kroner) {
            return new Line(fund, payingService, year, kroner * 100);
        }

        Map<String, Object> toBody() {
            return body("fund", fund, "payingService", payingService, "year", year, "amountOre", amountOre);
        }
    }

    private final CommandCalls calls;
    private final String name;
    private final UUID journey;
    private final LocalDate today;
    private @Nullable Instant effectiveAt;
    private int step;

    Telling(CommandCalls calls, String name, UUID journey, LocalDate today) {
        this.calls = calls;
        this.name = name;
        this.journey = journey;
        this.today = today;
    }

    /** The steps that follow took effect this many days ago, one minute apart; 0 is now. */
    Telling daysAgo(int days) {
        effectiveAt = days == 0
                ? null
                : today.minusDays(days).atTime(LocalTime.of(9, 0)).atZone(OSLO).toInstant();
        return this;
    }

    /** The day this many days ago. */
    LocalDate day(int daysAgo) {
        return today.minusDays(daysAgo);
    }

    /** The birth date of somebody who turned this old half a year ago. */
    LocalDate aged(int years) {
        return today.minusYears(years).minusMonths(6);
    }

    int year() {
        return today.getYear();
    }

    void refer(Someone by, Person citizen, LocalDate birthDate, String door, String wish) {
        send(
                by,
                "/v1/journeys",
                body(
                        "journey", journey,
                        "person", citizen.id(),
                        "name", citizen.name(),
                        "birthDate", birthDate,
                        "door", door,
                        "wish", wish));
    }

    void qualify(Worker by, String targetGroup, int serviceDegree, String reasons) {
        journey(
                by,
                "/checklist",
                body(
                        "wantsChange", true,
                        "complexNeeds", true,
                        "longTermWork", true,
                        "liftsConfidentiality", true,
                        "targetGroup", targetGroup,
                        "serviceDegree", serviceDegree,
                        "reasons", reasons));
    }

    void household(Worker by, Person member, String role, LocalDate birthDate, Person... parents) {
        journey(
                by,
                "/household",
                body(
                        "id", member.id(),
                        "role", role,
                        "name", member.name(),
                        "birthDate", birthDate,
                        "parentalResponsibility", ids(parents)));
    }

    void consent(Person by, UUID service, String information, String purpose) {
        journey(
                by,
                "/consents",
                body(
                        "person", by.id(),
                        "service", service,
                        "information", information,
                        "purpose", purpose,
                        "until", today.plusYears(2)));
    }

    void enrol(Worker by, String startingStage, String goalStage, Person... persons) {
        journey(
                by,
                "/enrolment",
                body("startingStage", startingStage, "goalStage", goalStage, "persons", ids(persons)));
    }

    void join(Worker by, Worker member, String role) {
        journey(by, "/team", body("worker", member.id(), "service", member.service(), "role", role));
    }

    /** As above, also saying where the member comes from. */
    void join(Worker by, Worker member, String role, String sector) {
        journey(by, "/team", body("worker", member.id(), "service", member.service(), "role", role, "sector", sector));
    }

    /** The person says whom on the team they prefer to turn to. */
    void prefers(Person by, Worker worker) {
        journey(by, "/preferred-contacts", body("person", by.id(), "worker", worker.id()));
    }

    /** Writes down what each side expects, and both accept it: the person themselves, and somebody for the municipality. */
    void agreement(Worker by, Person citizen, List<String> citizenMayExpect, List<String> municipalityExpects) {
        String path = "/pilot-agreements";
        int version = journey(
                        by,
                        path,
                        body("citizenMayExpect", citizenMayExpect, "municipalityExpects", municipalityExpects))
                .path("agreementVersion")
                .asInt();
        journey(citizen, path + "/acceptance", body("version", version));
        journey(by, path + "/acceptance", body("version", version));
    }

    void serviceDegree(Worker by, int degree, String reason) {
        journey(by, "/service-degree", body("serviceDegree", degree, "reason", reason));
    }

    /** What somebody needs in order to take part on their own terms. */
    void needs(Worker by, Person person, String otherHelp) {
        journey(
                by,
                "/household/" + person.id() + "/interpreter-need",
                body("interpreter", false, "otherHelp", otherHelp));
    }

    /** A guardian may answer for a person, in these affairs, for two years. */
    void guardian(Worker by, int number, Person person, Person guardian, List<String> scope, String document) {
        journey(
                by,
                "/representations",
                body(
                        "id",
                        DemoPeople.id(number),
                        "person",
                        person.id(),
                        "representative",
                        guardian.id(),
                        "name",
                        guardian.name(),
                        "kind",
                        "GUARDIAN",
                        "scope",
                        scope,
                        "from",
                        today,
                        "until",
                        today.plusYears(2),
                        "document",
                        document));
    }

    /** A plan some service already has is gathered into the one plan. */
    void gathers(Worker by, int number, Person person, UUID service, String reference) {
        journey(
                by,
                "/individual-plans",
                body("id", DemoPeople.id(number), "person", person.id(), "service", service, "reference", reference));
    }

    void vulnerability(Someone by, String degree, @Nullable String remark) {
        journey(
                by,
                "/vulnerability",
                body("degree", degree, "rater", by instanceof Person ? "CITIZEN" : "TEAM", "remark", remark));
    }

    /** Work on these measures began on the day this is told of. */
    void start(Worker by, int daysAgo, int... measures) {
        for (int measure : measures) {
            journey(by, "/measures/" + DemoPeople.id(measure) + "/starting", body("on", day(daysAgo)));
        }
    }

    /** A date to meet again, this many days ago, or ahead when negative. */
    void followUp(Worker by, int number, int daysAgo) {
        journey(by, "/follow-ups", body("id", DemoPeople.id(number), "on", day(daysAgo)));
    }

    void holds(Worker by, int number, UUID meeting) {
        journey(by, "/follow-ups/" + DemoPeople.id(number) + "/holding", body("meeting", meeting));
    }

    /** How the situation is experienced: told by the leader for the family, or by one of the family. */
    void experiences(Someone by, int number, String experience, String words) {
        journey(
                by,
                "/follow-ups/" + DemoPeople.id(number) + "/experiences",
                body("person", by instanceof Person ? by.id() : null, "experience", experience, "words", words));
    }

    void additionalInvestment(Worker by, String reason) {
        journey(by, "/additional-investments", body("reason", reason));
    }

    /** Says what is right instead of what an earlier answer recorded. */
    void corrects(Worker by, JsonNode earlier, String text) {
        journey(by, "/corrections", body("position", earlier.path("position").asLong(), "text", text));
    }

    void trust(Person by, Person trusted) {
        journey(by, "/trusted-persons", body("person", by.id(), "trusted", trusted.id(), "name", trusted.name()));
    }

    /** Delegates for this year and the next, so that the demonstration can still be tried after New Year. */
    void delegate(Worker unitHead, Worker member, long ceilingOre) {
        journey(
                unitHead,
                "/mandates",
                body(
                        "worker", member.id(),
                        "service", unitHead.service(),
                        "ceilingOre", ceilingOre,
                        "budgetYears", List.of(year(), year() + 1),
                        "from", LocalDate.of(year(), 1, 1),
                        "until", LocalDate.of(year() + 1, 12, 31),
                        "beyondTheYear", true));
    }

    UUID meet(Worker by, int number, String kind, int daysAgo, Someone... attended) {
        UUID meeting = DemoPeople.id(number);
        journey(by, "/meetings", body("id", meeting, "kind", kind, "on", day(daysAgo), "attended", ids(attended)));
        return meeting;
    }

    /** One entry of the sheet; what its box has no place for is left out. */
    record Entry(
            Someone author,
            String box,
            @Nullable String area,
            @Nullable String around,
            @Nullable String within,
            String text) {
        Map<String, Object> toBody() {
            return body(
                    "author", author.id(), "box", box, "area", area, "around", around, "within", within, "text", text);
        }
    }

    static Entry entry(Someone author, String box, @Nullable String area, String text) {
        return new Entry(author, box, area, null, null, text);
    }

    /** In the circle of the ones around me. */
    static Entry around(Someone author, String circle, String text) {
        return new Entry(author, "AROUND_ME", null, circle, null, text);
    }

    /** In the short or long term, within a time. */
    static Entry within(Someone author, String box, String area, String period, String text) {
        return new Entry(author, box, area, null, period, text);
    }

    void sheet(Worker by, UUID meeting, Person owner, Entry... entries) {
        journey(
                by,
                "/meetings/" + meeting + "/sheet",
                body(
                        "owner",
                        owner.id(),
                        "entries",
                        Arrays.stream(entries).map(Entry::toBody).toList()));
    }

    void anotherForm(Worker by, UUID meeting, Person owner, String otherForm) {
        journey(
                by,
                "/meetings/" + meeting + "/sheet",
                body("owner", owner.id(), "entries", List.of(), "otherForm", otherForm));
    }

    static Map<String, Object> goal(int number, String text, String horizon, Person... persons) {
        return body("id", DemoPeople.id(number), "text", text, "horizon", horizon, "persons", ids(persons));
    }

    Map<String, Object> measure(
            int number,
            int goal,
            String text,
            String area,
            String workPhase,
            Someone responsible,
            List<Person> persons,
            Line... costs) {
        return body(
                "id",
                DemoPeople.id(number),
                "goal",
                DemoPeople.id(goal),
                "text",
                text,
                "area",
                area,
                "workPhase",
                workPhase,
                "persons",
                persons.stream().map(Person::id).toList(),
                "responsible",
                responsible.id(),
                "from",
                LocalDate.of(year(), 1, 1),
                "costs",
                Arrays.stream(costs)
                        .map(line -> body(
                                "payingService", line.payingService(),
                                "year", line.year(),
                                "amountOre", line.amountOre()))
                        .toList());
    }

    static Map<String, Object> undertakes(UUID party, String text) {
        return body("party", party, "text", text);
    }

    /** Drafts the next version of the plan and says which it is. */
    int plan(
            Worker by,
            String situation,
            List<Map<String, Object>> goals,
            List<Map<String, Object>> measures,
            List<Map<String, Object>> undertakings,
            String expectedBenefits) {
        return journey(
                        by,
                        "/plans",
                        body(
                                "situation", situation,
                                "goals", goals,
                                "measures", measures,
                                "undertakings", undertakings,
                                "expectedBenefits", expectedBenefits))
                .path("planVersion")
                .asInt();
    }

    Proposal proposePlan(Worker by, int number, int planVersion, String wording) {
        return propose(by, number, "PLAN", wording, "plan", body("version", planVersion));
    }

    Proposal proposeBudget(Worker by, int number, int measure, String wording, Line... lines) {
        return propose(by, number, "BUDGET", wording, "budget", allocation(measure, lines));
    }

    Proposal proposeStage(Worker by, int number, String to, String wording) {
        return propose(by, number, "STAGE_MOVE", wording, "stageMove", body("to", to));
    }

    /** Proposes the same budget decision in other words: a new hash, and the answers to the old one no longer count. */
    Proposal rewordBudget(Worker by, Proposal proposal, int measure, String wording, Line... lines) {
        JsonNode answer = journey(
                by,
                "/decisions/" + proposal.decision() + "/wording",
                body("wording", wording, "budget", allocation(measure, lines)));
        return Proposal.of(proposal.decision(), answer);
    }

    private static Map<String, Object> allocation(int measure, Line... lines) {
        return body(
                "action", "ALLOCATE",
                "measure", DemoPeople.id(measure),
                "lines", Arrays.stream(lines).map(Line::toBody).toList());
    }

    private Proposal propose(
            Worker by, int number, String kind, String wording, String matter, Map<String, Object> ofMatter) {
        UUID decision = DemoPeople.id(number);
        JsonNode answer =
                journey(by, "/decisions", body("id", decision, "kind", kind, "wording", wording, matter, ofMatter));
        return Proposal.of(decision, answer);
    }

    /** The person answers in their own signed-in session. */
    void answers(Person person, Proposal proposal, String answer, @Nullable String ownWords) {
        journey(
                person,
                "/decisions/" + proposal.decision() + "/answers",
                body(
                        "person",
                        person.id(),
                        "wordingHash",
                        proposal.wordingHash(),
                        "answer",
                        answer,
                        "ownWords",
                        ownWords,
                        "means",
                        "SELF_SERVICE"));
    }

    /** A holder of parental responsibility agrees for a child, in their own signed-in session. */
    void agreesFor(Person child, Person parent, Proposal proposal) {
        journey(
                parent,
                "/decisions/" + proposal.decision() + "/answers",
                body(
                        "person", child.id(),
                        "answeredBy", parent.id(),
                        "wordingHash", proposal.wordingHash(),
                        "answer", "AGREES",
                        "means", "REPRESENTED"));
    }

    /** A team member records an agreement given in a meeting; it waits for a witness. */
    UUID recordsAgreement(
            Worker recorder, Person person, Person answeredBy, Proposal proposal, UUID meeting, String ownWords) {
        JsonNode answer = journey(
                recorder,
                "/decisions/" + proposal.decision() + "/answers",
                body(
                        "person",
                        person.id(),
                        "answeredBy",
                        answeredBy.id(),
                        "wordingHash",
                        proposal.wordingHash(),
                        "answer",
                        "AGREES",
                        "ownWords",
                        ownWords,
                        "means",
                        person.equals(answeredBy) ? "IN_MEETING" : "REPRESENTED",
                        "meeting",
                        meeting));
        return UUID.fromString(answer.path("answer").asString());
    }

    void confirms(Someone witness, Proposal proposal, UUID meeting, UUID... answers) {
        journey(
                witness,
                "/meetings/" + meeting + "/confirmation",
                body(
                        "answers",
                        Arrays.stream(answers)
                                .map(answer -> body("answer", answer, "wordingHash", proposal.wordingHash()))
                                .toList()));
    }

    void heard(Worker by, Person child, Proposal proposal, boolean disagrees, String view) {
        journey(
                by,
                "/decisions/" + proposal.decision() + "/hearings",
                body(
                        "child",
                        child.id(),
                        "wordingHash",
                        proposal.wordingHash(),
                        "outcome",
                        "HEARD",
                        "disagrees",
                        disagrees,
                        "view",
                        view));
    }

    void take(Worker by, Proposal proposal, @Nullable String weighing) {
        journey(by, "/decisions/" + proposal.decision() + "/taking", body("weighing", weighing));
    }

    /** Somebody tries to take the decision too early; the refusal is part of the story. */
    void tryToTake(Worker by, Proposal proposal) {
        String path = "/v1/journeys/" + journey + "/decisions/" + proposal.decision() + "/taking";
        CommandCalls.Reply reply = calls.send(by, nextKey(), path, nextMoment(), body());
        if (reply.status() != 422 || !reply.body().has("missing")) {
            throw DemoCases.NotLoaded.because(name, step, path, reply);
        }
    }

    void rates(Someone by, Person person, String area, String rating, @Nullable String remark) {
        journey(
                by,
                "/ratings",
                body(
                        "person", person.id(),
                        "area", area,
                        "rating", rating,
                        "rater", by instanceof Person ? "CITIZEN" : "TEAM",
                        "remark", remark));
    }

    void reports(Person person, String instrument, String version, String moment, int daysAgo, Integer... answers) {
        journey(
                person,
                "/self-reports",
                body(
                        "person",
                        person.id(),
                        "instrument",
                        instrument,
                        "instrumentVersion",
                        version,
                        "moment",
                        moment,
                        "on",
                        day(daysAgo),
                        "language",
                        "nb",
                        "helperPresent",
                        false,
                        "declined",
                        false,
                        "answers",
                        new ArrayList<>(Arrays.asList(answers))));
    }

    /** Spends part of a reservation and says which spending it was. */
    UUID spend(Worker by, Line line, UUID reservation, long kroner, String voucher) {
        JsonNode answer = send(
                by,
                "/v1/funds/" + line.fund() + "/reservations/" + reservation + "/spending",
                body("amountOre", kroner * 100, "voucher", voucher));
        return UUID.fromString(answer.path("spending").asString());
    }

    void reverse(Worker by, Line line, UUID reservation, UUID spending) {
        send(
                by,
                "/v1/funds/" + line.fund() + "/reservations/" + reservation + "/spending/" + spending + "/reversal",
                body());
    }

    void release(Worker by, Line line, UUID reservation) {
        send(by, "/v1/funds/" + line.fund() + "/reservations/" + reservation + "/release", body("journey", journey));
    }

    void finish(Worker by, int measure, String outcome) {
        journey(by, "/measures/" + DemoPeople.id(measure) + "/finishing", body("outcome", outcome));
    }

    /** A command on the journey this case is about. */
    JsonNode journey(Someone by, String path, Map<String, Object> body) {
        return send(by, "/v1/journeys/" + journey + path, body);
    }

    /** Any command; the case cannot go on without it. */
    JsonNode send(Someone by, String path, Map<String, Object> body) {
        CommandCalls.Reply reply = calls.send(by, nextKey(), path, nextMoment(), body);
        if (!reply.accepted()) {
            throw DemoCases.NotLoaded.because(name, step, path, reply);
        }
        return reply.body();
    }

    private String nextKey() {
        step++;
        return "demo-" + name + "-" + step;
    }

    private @Nullable Instant nextMoment() {
        Instant moment = effectiveAt;
        if (moment != null) {
            effectiveAt = moment.plusSeconds(60);
        }
        return moment;
    }

    private static List<UUID> ids(Someone... someone) {
        return Arrays.stream(someone).map(Someone::id).toList();
    }
}
