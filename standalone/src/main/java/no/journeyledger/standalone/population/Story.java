package no.journeyledger.standalone.population;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.journeyledger.standalone.population.Step.Who;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a synthetic citizen's case app would have sent until today, each command with the day it took effect: from the door to
 * a plan, money from two services, measured benefits, another stage, and for some the end. Whoever came lately has not come
 * far.
 */
final class Story {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Duration APART = Duration.ofMinutes(1);
    private static final long CEILING_ORE = 100_000_000;
    /** Days from the door to each part of the story. */
    private static final int ENROLLED = 14;

    private static final int MAPPED = 21;
    private static final int AGREED = 35;
    private static final int FIRST_MONEY = 40;
    private static final int SECOND_MONEY = 90;
    private static final int FOLLOWED_UP = 120;
    private static final int LEFT = 150;
    private static final int MOVED = 240;
    private static final int FINISHED = 365;
    private static final int CLOSED = 400;
    private static final List<Integer> LABOUR_BILLS = List.of(60, 100, 140, 180);
    private static final List<Integer> HEALTH_BILLS = List.of(110, 200);
    private static final List<Integer> READ_LATER = List.of(450, 545, 640);

    private final Drawn citizen;
    private final Around around;
    private final LocalDate today;
    private final String journey;
    private final List<Step> steps = new ArrayList<>();
    private final Map<UUID, String> hashes = new LinkedHashMap<>();
    private int planVersion = 1;
    private LocalDate day;
    private Instant moment;
    private int meetings;

    private Story(Drawn citizen, Around around, LocalDate today) {
        this.citizen = citizen;
        this.around = around;
        this.today = today;
        this.journey = "/v1/journeys/" + citizen.id(1);
        this.day = today;
        this.moment = Instant.EPOCH;
    }

    /** The commands, in order. */
    static List<Step> of(Drawn citizen, Around around, LocalDate today) {
        var story = new Story(citizen, around, today);
        story.comesIn();
        story.maps();
        story.agreesOnAPlan();
        story.works();
        return List.copyOf(story.steps);
    }

    private void comesIn() {
        after(0);
        send(
                Who.LEADER,
                "/v1/journeys",
                body(
                        "journey",
                        citizen.id(1),
                        "person",
                        person(),
                        "name",
                        "Synthetic citizen " + citizen.number(),
                        "birthDate",
                        day.minusYears(citizen.age()).minusDays(40),
                        "door",
                        citizen.door(),
                        "wish",
                        "Synthetic: a wish"));
        onJourney(
                Who.LEADER,
                "/checklist",
                body(
                        "wantsChange", true,
                        "complexNeeds", true,
                        "longTermWork", true,
                        "liftsConfidentiality", true,
                        "targetGroup", citizen.targetGroup(),
                        "serviceDegree", 2,
                        "reasons", "Synthetic"));
        if (citizen.twoAdults()) {
            onJourney(
                    Who.LEADER,
                    "/household",
                    body(
                            "id",
                            partner(),
                            "role",
                            "ADULT",
                            "name",
                            "Synthetic partner " + citizen.number(),
                            "birthDate",
                            day.minusYears(citizen.age()).minusDays(90)));
        }
        after(ENROLLED);
        onJourney(
                Who.LEADER,
                "/enrolment",
                body("startingStage", citizen.startingStage(), "goalStage", "SUSTAINABLE", "persons", persons()));
        joins(Who.LEADER, around.health(), "LEADER", "HEALTH");
        joins(Who.ADVISER, around.labour(), "MEMBER", "LABOUR_AND_WELFARE");
        joins(Who.CONTACT, around.housing(), "CONTACT", "HOUSING");
        reports("WHO5", "who5-1998-nb", "BEFORE", citizen.who5(citizen.before(), JsonNodeFactory.instance.nullNode()));
        reports("LADDER", "cantril-1965-nb", "BEFORE", ladder(citizen.before()));
        mandate(Who.LABOUR_HEAD, Who.ADVISER, around.labour());
        mandate(Who.HEALTH_HEAD, Who.LEADER, around.health());
    }

    private void joins(Who worker, UUID service, String role, String sector) {
        onJourney(
                Who.LEADER,
                "/team",
                body("worker", around.id(worker), "service", service, "role", role, "sector", sector));
    }

    private void mandate(Who head, Who worker, UUID service) {
        onJourney(
                head,
                "/mandates",
                body(
                        "worker",
                        around.id(worker),
                        "service",
                        service,
                        "ceilingOre",
                        CEILING_ORE,
                        "budgetYears",
                        IntStream.rangeClosed(day.getYear(), today.getYear() + 1)
                                .boxed()
                                .toList(),
                        "from",
                        LocalDate.of(day.getYear(), 1, 1),
                        "until",
                        LocalDate.of(today.getYear() + 1, 12, 31),
                        "beyondTheYear",
                        true));
    }

    private void maps() {
        after(MAPPED);
        UUID meeting = meets(Who.LEADER, "MAPPING");
        onJourney(
                Who.LEADER,
                "/meetings/" + meeting + "/sheet",
                body(
                        "owner",
                        person(),
                        "entries",
                        List.of(
                                body("author", person(), "box", "GOOD_AT", "text", "Synthetic: good at"),
                                body("author", person(), "box", "DREAM", "text", "Synthetic: a dream"))));
        vulnerability(citizen.vulnerability());
        for (String area : List.of("HOUSING", "WORK_EDUCATION", "HEALTH")) {
            rates(area, citizen.startingStage());
        }
    }

    private void agreesOnAPlan() {
        after(AGREED);
        send(
                Who.LEADER,
                journey + "/plans",
                () -> body(
                        "situation",
                        "Synthetic",
                        "goals",
                        List.of(body(
                                "id",
                                citizen.id(3),
                                "text",
                                "Synthetic goal",
                                "horizon",
                                "LONG",
                                "persons",
                                persons())),
                        "measures",
                        List.of(
                                measure(
                                        citizen.id(4),
                                        "WORK_EDUCATION",
                                        "DEVELOP",
                                        Who.ADVISER,
                                        around.labour(),
                                        FIRST_MONEY,
                                        citizen.costOre()),
                                measure(
                                        citizen.id(5),
                                        "HEALTH",
                                        "STABILISE",
                                        Who.LEADER,
                                        around.health(),
                                        SECOND_MONEY,
                                        citizen.healthCostOre())),
                        "undertakings",
                        List.of()),
                false,
                answer -> planVersion = answer.path("planVersion").asInt(1));
        decides(
                citizen.id(6),
                Who.LEADER,
                Who.ADVISER,
                () -> body(
                        "kind",
                        "PLAN",
                        "wording",
                        "Synthetic: we follow this plan",
                        "plan",
                        body("version", planVersion)));
        benefit();
    }

    private Map<String, Object> measure(
            UUID id, String area, String phase, Who responsible, UUID payingService, int days, long costOre) {
        LocalDate from = begun().plusDays(days);
        return body(
                "id",
                id,
                "goal",
                "#0",
                "text",
                "Synthetic measure",
                "area",
                area,
                "workPhase",
                phase,
                "persons",
                persons(),
                "responsible",
                around.id(responsible),
                "from",
                from,
                "costs",
                List.of(body("payingService", payingService, "year", from.getYear(), "amountOre", costOre)));
    }

    private void benefit() {
        String card = "/benefits/" + citizen.id(9);
        onJourney(
                Who.LEADER,
                "/benefits",
                body(
                        "id",
                        citizen.id(9),
                        "description",
                        "Synthetic: in work or education",
                        "beneficiary",
                        citizen.inWords() ? "CITIZEN" : "MUNICIPALITY",
                        "kind",
                        citizen.inWords() ? "QUALITY_OF_LIFE" : "AVOIDED_COST",
                        "indicator",
                        "Synthetic: days in work or education a month",
                        "unit",
                        "days",
                        "baseline",
                        body("value", 0, "on", day),
                        "target",
                        body("value", 20, "on", day.plusYears(1)),
                        "measures",
                        List.of(citizen.id(4)),
                        "source",
                        "Synthetic"));
        onJourney(Who.LEADER, card + "/valuation", citizen.inWords() ? inWords() : inMoney());
        onJourney(
                Who.LEADER,
                card + "/anchoring",
                body(
                        "owner",
                        around.id(Who.LEADER),
                        "responsible",
                        around.id(Who.ADVISER),
                        "measuringDates",
                        Stream.concat(Stream.of(FOLLOWED_UP, MOVED, FINISHED), READ_LATER.stream())
                                .map(days -> begun().plusDays(days))
                                .toList()));
    }

    private static Map<String, Object> inWords() {
        return body(
                "cashable", "NOT_CASH",
                "cashableReason", "Synthetic: a better life",
                "consequence", 3,
                "explanation", "Synthetic");
    }

    private Map<String, Object> inMoney() {
        return body(
                "cashable",
                "DIRECTLY",
                "cashableReason",
                "Synthetic: bills that do not come",
                "priceYear",
                2025,
                "gains",
                List.of(body(
                        "name", "bills",
                        "form", "CASH",
                        "receiver", "MUNICIPALITY",
                        "lowOre", citizen.valueOre() / 2,
                        "expectedOre", citizen.valueOre(),
                        "highOre", citizen.valueOre() * 2,
                        "firstYear", day.getYear(),
                        "years", citizen.years(),
                        "probability", body("share", 0.55, "reason", "Synthetic"),
                        "deadweight", body("share", 0.2, "reason", "Synthetic"),
                        "attribution", body("share", 0.1, "reason", "Synthetic"),
                        "displacement", body("reason", "Synthetic: nothing assumed"),
                        "dropOff", body("share", 0.1, "reason", "Synthetic"))));
    }

    /** Whatever has its day, in the order of the days. */
    private void works() {
        after(FIRST_MONEY);
        onJourney(Who.ADVISER, "/measures/" + citizen.id(4) + "/starting", body("on", day));
        pays(
                citizen.id(7),
                citizen.id(4),
                Who.LEADER,
                Who.ADVISER,
                around.labourFund(),
                around.labour(),
                citizen.costOre());
        bill(LABOUR_BILLS, 0);
        after(SECOND_MONEY);
        onJourney(Who.LEADER, "/measures/" + citizen.id(5) + "/starting", body("on", day));
        pays(
                citizen.id(8),
                citizen.id(5),
                Who.ADVISER,
                Who.LEADER,
                around.healthFund(),
                around.health(),
                citizen.healthCostOre());
        bill(LABOUR_BILLS, 1);
        bill(HEALTH_BILLS, 0);
        after(FOLLOWED_UP);
        meets(Who.CONTACT, "FOLLOW_UP");
        reports("WHO5", "who5-1998-nb", "DURING", citizen.who5(citizen.after(), JsonNodeFactory.instance.nullNode()));
        reports("LADDER", "cantril-1965-nb", "DURING", ladder(citizen.after()));
        reads(citizen.succeeds() ? 6 : 1);
        rates("WORK_EDUCATION", citizen.startingStage());
        bill(LABOUR_BILLS, 2);
        if (citizen.leaves()) {
            after(LEFT);
            for (UUID person : persons()) {
                onJourney(Who.LEADER, "/leavings", body("person", person));
            }
            return;
        }
        bill(LABOUR_BILLS, 3);
        bill(HEALTH_BILLS, 1);
        moves();
        ends();
    }

    private void moves() {
        after(MOVED);
        reads(citizen.succeeds() ? 12 : 2);
        vulnerability(citizen.succeeds() ? "MODERATE" : citizen.vulnerability());
        rates("HEALTH", citizen.reachedStage());
        rates("WORK_EDUCATION", citizen.reachedStage(), citizen.moves() || citizen.tellsThemselves());
        if (citizen.moves()) {
            decides(
                    citizen.id(10),
                    Who.LEADER,
                    Who.ADVISER,
                    () -> body(
                            "kind",
                            "STAGE_MOVE",
                            "wording",
                            "Synthetic: another stage",
                            "stageMove",
                            body("to", citizen.reachedStage())));
        }
    }

    private void ends() {
        after(FINISHED);
        reads(citizen.succeeds() ? 16 : 2);
        reports("WHO5", "who5-1998-nb", "AFTER", citizen.who5(citizen.after(), JsonNodeFactory.instance.nullNode()));
        reports("LADDER", "cantril-1965-nb", "AFTER", ladder(citizen.after()));
        onJourney(Who.ADVISER, "/measures/" + citizen.id(4) + "/finishing", body("outcome", "Synthetic"));
        onJourney(Who.LEADER, "/measures/" + citizen.id(5) + "/finishing", body("outcome", "Synthetic"));
        if (citizen.reachedStage().equals("SUSTAINABLE")) {
            after(CLOSED);
            decides(
                    citizen.id(11),
                    Who.LEADER,
                    Who.ADVISER,
                    () -> body(
                            "kind",
                            "CLOSE",
                            "wording",
                            "Synthetic: we end here",
                            "close",
                            body("reason", "SUSTAINABLE")));
        }
        for (int days : READ_LATER) {
            after(days);
            reads(citizen.succeeds() ? 18 : 2);
        }
    }

    private void pays(UUID decision, UUID measure, Who proposer, Who taker, UUID fund, UUID service, long ore) {
        int year = day.getYear();
        decides(
                decision,
                proposer,
                taker,
                () -> body(
                        "kind",
                        "BUDGET",
                        "wording",
                        "Synthetic: this is paid",
                        "budget",
                        body(
                                "action",
                                "ALLOCATE",
                                "measure",
                                measure,
                                "lines",
                                List.of(body(
                                        "id", reservation(measure),
                                        "fund", fund,
                                        "payingService", service,
                                        "year", year,
                                        "amountOre", ore)))));
    }

    private UUID reservation(UUID measure) {
        return measure.equals(citizen.id(4)) ? citizen.id(12) : citizen.id(13);
    }

    /** One of the bills of a measure. */
    private void bill(List<Integer> bills, int which) {
        boolean labour = bills.equals(LABOUR_BILLS);
        after(bills.get(which));
        send(
                labour ? Who.ADVISER : Who.LEADER,
                "/v1/funds/" + (labour ? around.labourFund() : around.healthFund()) + "/reservations/"
                        + (labour ? citizen.id(12) : citizen.id(13)) + "/spending",
                body(
                        "id",
                        citizen.id((labour ? 20 : 30) + which),
                        "amountOre",
                        (labour ? citizen.spentOre() : citizen.healthCostOre()) / bills.size()));
    }

    private void reads(int value) {
        onJourney(Who.LEADER, "/benefits/" + citizen.id(9) + "/readings", body("on", day, "value", value));
    }

    private void vulnerability(String degree) {
        onJourney(Who.LEADER, "/vulnerability", body("degree", degree, "rater", "TEAM"));
    }

    /** By the team, and by the citizen beside it: without both nobody moves to another stage. */
    private void rates(String area, String rating) {
        rates(area, rating, citizen.tellsThemselves());
    }

    private void rates(String area, String rating, boolean citizenToo) {
        Map<String, Object> rated = body("person", person(), "area", area, "rating", rating);
        onJourney(Who.LEADER, "/ratings", with(rated, "rater", "TEAM"));
        if (citizenToo) {
            onJourney(Who.CITIZEN, "/ratings", with(rated, "rater", "CITIZEN"));
        }
    }

    private void reports(String instrument, String version, String when, List<Object> answers) {
        onJourney(
                citizen.tellsThemselves() ? Who.CITIZEN : Who.LEADER,
                "/self-reports",
                body(
                        "person",
                        person(),
                        "instrument",
                        instrument,
                        "instrumentVersion",
                        version,
                        "moment",
                        when,
                        "on",
                        day,
                        "language",
                        "nb",
                        "helperPresent",
                        !citizen.tellsThemselves(),
                        "declined",
                        citizen.declines(),
                        "answers",
                        citizen.declines() ? null : answers));
    }

    private static List<Object> ladder(int now) {
        return List.of(now + 2, now + 4);
    }

    private UUID meets(Who by, String kind) {
        UUID meeting = citizen.id(40 + meetings++);
        var attended = new ArrayList<>(persons());
        Stream.of(Who.LEADER, Who.ADVISER, Who.CONTACT).map(around::id).forEach(attended::add);
        onJourney(by, "/meetings", body("id", meeting, "kind", kind, "on", day, "attended", attended));
        return meeting;
    }

    /**
     * Talked about in a meeting, proposed, agreed to by everybody in a session of their own, taken. Nobody confirms an answer
     * years later, so no answer is recorded for somebody else.
     */
    private void decides(UUID decision, Who proposer, Who taker, Supplier<Map<String, Object>> proposal) {
        meets(proposer, "CONVERSATION");
        String path = journey + "/decisions/" + decision;
        send(
                proposer,
                journey + "/decisions",
                () -> with(proposal.get(), "id", decision),
                true,
                answer -> hashes.put(decision, answer.path("wordingHash").asString("")));
        for (UUID person : persons()) {
            send(
                    person.equals(person()) ? Who.CITIZEN : Who.PARTNER,
                    path + "/answers",
                    () -> body(
                            "person",
                            person,
                            "wordingHash",
                            hashes.getOrDefault(decision, ""),
                            "answer",
                            "AGREES",
                            "means",
                            "SELF_SERVICE"),
                    true,
                    null);
        }
        send(taker, path + "/taking", body("weighing", "Synthetic: agreed"));
    }

    private UUID person() {
        return citizen.id(2);
    }

    private UUID partner() {
        return citizen.id(14);
    }

    private List<UUID> persons() {
        return citizen.twoAdults() ? List.of(person(), partner()) : List.of(person());
    }

    private LocalDate begun() {
        return today.minusDays(citizen.daysAgo());
    }

    /** What follows happened so many days after the door. */
    private void after(int days) {
        day = begun().plusDays(days);
        Instant morning = day.atTime(MORNING).atZone(OSLO).toInstant();
        moment = morning.isAfter(moment) ? morning : moment;
    }

    private void onJourney(Who by, String path, Map<String, Object> body) {
        send(by, journey + path, body);
    }

    private void send(Who by, String path, Map<String, Object> body) {
        send(by, path, () -> body, false, null);
    }

    /** Yesterday is the last day that is told of: the whole of it has been. */
    private void send(
            Who by,
            String path,
            Supplier<Map<String, Object>> body,
            boolean needs,
            @Nullable Consumer<JsonNode> learns) {
        if (day.isBefore(today)) {
            steps.add(new Step(by, moment, path, body, needs, learns));
            moment = moment.plus(APART);
        }
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        var more = new LinkedHashMap<>(body);
        more.put(name, value);
        return more;
    }

    static Map<String, Object> body(@Nullable Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                body.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return body;
    }
}
