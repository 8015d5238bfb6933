package no.journeyledger.standalone.population;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.journeyledger.standalone.demo.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Tells the ledger of synthetic citizens, from the door to a measured benefit and a decision about their stage. Every id and
 * idempotency key follows from the seed, so telling the same population again on the same day records nothing.
 */
public final class Population {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final UUID HEALTH = id(1);
    private static final UUID LABOUR = id(2);
    private static final UUID LEADER = id(11);
    private static final UUID ADVISER = id(12);
    private static final UUID HEAD = id(13);
    private static final UUID KEEPER = id(14);
    /** So many citizens share a fund: a fund holds only so many open reservations. */
    private static final int PER_FUND = 1_000;

    private static final long FUND_ORE = 10_000_000_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI commands;
    private final Tokens tokens;
    private final LocalDate today;
    private final long seed;
    private final JsonMapper json = new JsonMapper();

    /**
     * What came of telling them.
     *
     * @param citizens how many were told of to the end
     * @param commands how many commands were accepted
     * @param problems what turned commands away, by the name of the problem
     */
    public record Told(int citizens, long commands, Map<String, Integer> problems) {}

    /**
     * Prepares to tell; nothing is sent yet.
     *
     * @param commands where command-service listens
     * @param tokens who issues tokens for the synthetic people
     * @param clock tells the day
     * @param seed which population
     */
    public Population(URI commands, Tokens tokens, Clock clock, long seed) {
        this.commands = commands;
        this.tokens = tokens;
        this.today = LocalDate.now(clock.withZone(OSLO));
        this.seed = seed;
    }

    /** Readable ids of the people and services around the synthetic citizens. */
    private static UUID id(int number) {
        return UUID.fromString("01970000-0000-7000-8000-%012d".formatted(number));
    }

    /**
     * Tells of so many citizens, several at a time.
     *
     * @param citizens how many
     * @param atOnce how many at a time
     */
    public Told tell(int citizens, int atOnce) {
        try (var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var tellers = Executors.newFixedThreadPool(
                        atOnce, Thread.ofVirtual().name("population-", 0).factory())) {
            for (int first = 0; first < citizens; first += PER_FUND) {
                prepare(new Telling(http, "synthetic-" + seed + "-fund-" + first + "-" + today.getYear()), first);
            }
            var telling = new ArrayList<Future<Telling>>();
            for (int number = 0; number < citizens; number++) {
                var citizen = Drawn.of(seed, number);
                telling.add(tellers.submit(() -> {
                    var one = new Telling(http, "synthetic-" + seed + "-" + citizen.number());
                    tell(one, citizen);
                    return one;
                }));
            }
            int told = 0;
            long accepted = 0;
            Map<String, Integer> problems = new TreeMap<>();
            for (Future<Telling> one : telling) {
                Telling done = one.get();
                accepted += done.accepted;
                if (done.problem == null) {
                    told++;
                } else {
                    problems.merge(done.problem, 1, Integer::sum);
                }
            }
            return new Told(told, accepted, problems);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("telling the ledger of a population was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ledger could not be told of a population", e.getCause());
        }
    }

    /** The fund that pays for a citizen and the others of the same thousand. */
    private UUID fund(int citizen) {
        return Drawn.of(seed, citizen - citizen % PER_FUND).id(11);
    }

    private void prepare(Telling telling, int first) {
        UUID fund = fund(first);
        telling.by(worker(KEEPER, LABOUR, "FUND_MANAGER"))
                .send("/v1/funds", body("fund", fund, "name", "Synthetic fund", "owners", List.of(LABOUR)));
        // Opened already by the same population in another year: the contribution for this year is what matters.
        telling.problem = null;
        telling.send(
                "/v1/funds/" + fund + "/contributions",
                body("organisation", LABOUR, "year", today.getYear(), "amountOre", FUND_ORE));
    }

    private String worker(UUID id, UUID service, String role) {
        return tokens.worker(id, service, role);
    }

    private void tell(Telling telling, Drawn citizen) {
        UUID journey = citizen.id(1);
        UUID person = citizen.id(2);
        String leader = worker(LEADER, HEALTH, "TEAM");
        String adviser = worker(ADVISER, LABOUR, "TEAM");
        String self = tokens.person(person);
        String path = "/v1/journeys/" + journey;

        telling.by(leader)
                .send(
                        "/v1/journeys",
                        body(
                                "journey",
                                journey,
                                "person",
                                person,
                                "name",
                                "Synthetic citizen " + citizen.number(),
                                "birthDate",
                                today.minusYears(citizen.age()).minusDays(40),
                                "door",
                                citizen.door(),
                                "wish",
                                "Synthetic: a wish"));
        telling.send(
                path + "/checklist",
                body(
                        "wantsChange", true,
                        "complexNeeds", true,
                        "longTermWork", true,
                        "liftsConfidentiality", true,
                        "targetGroup", citizen.targetGroup(),
                        "serviceDegree", 2,
                        "reasons", "Synthetic"));
        telling.send(path + "/enrolment", body("startingStage", citizen.startingStage(), "goalStage", "SUSTAINABLE"));
        telling.send(path + "/team", body("worker", LEADER, "service", HEALTH, "role", "LEADER"));
        telling.send(path + "/team", body("worker", ADVISER, "service", LABOUR, "role", "MEMBER"));
        telling.by(worker(HEAD, LABOUR, "UNIT_HEAD"))
                .send(
                        path + "/mandates",
                        body(
                                "worker",
                                ADVISER,
                                "service",
                                LABOUR,
                                "ceilingOre",
                                1_000_000_00L,
                                "budgetYears",
                                List.of(today.getYear()),
                                "from",
                                LocalDate.of(today.getYear(), 1, 1),
                                "until",
                                LocalDate.of(today.getYear(), 12, 31)));
        report(telling.by(self), path, citizen, person, "BEFORE", citizen.before(), today.minusDays(1));
        plan(telling, path, citizen, person, leader, adviser, self);
        spend(telling, path, citizen, person, leader, adviser, self);
        benefit(telling.by(leader), path, citizen);
        move(telling, path, citizen, person, leader, adviser, self);
        report(telling.by(self), path, citizen, person, "AFTER", citizen.after(), today);
    }

    private static void report(
            Telling telling, String path, Drawn citizen, UUID person, String moment, int item, LocalDate on) {
        telling.send(
                path + "/self-reports",
                body(
                        "person",
                        person,
                        "instrument",
                        "WHO5",
                        "instrumentVersion",
                        "who5-1998-nb",
                        "moment",
                        moment,
                        "on",
                        on,
                        "language",
                        "nb",
                        "helperPresent",
                        false,
                        "declined",
                        citizen.declines(),
                        "answers",
                        citizen.declines() ? null : citizen.who5(item, JsonNodeFactory.instance.nullNode())));
    }

    private void plan(
            Telling telling, String path, Drawn citizen, UUID person, String leader, String adviser, String self) {
        JsonNode drafted = telling.by(leader)
                .send(
                        path + "/plans",
                        body(
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
                                        List.of(person))),
                                "measures",
                                List.of(body(
                                        "id",
                                        citizen.id(4),
                                        "goal",
                                        "#0",
                                        "text",
                                        "Synthetic measure",
                                        "area",
                                        "WORK_EDUCATION",
                                        "workPhase",
                                        "DEVELOP",
                                        "persons",
                                        List.of(person),
                                        "responsible",
                                        ADVISER,
                                        "from",
                                        today,
                                        "costs",
                                        List.of(body(
                                                "payingService", LABOUR,
                                                "year", today.getYear(),
                                                "amountOre", citizen.costOre())))),
                                "undertakings",
                                List.of()));
        decide(
                telling,
                path,
                citizen.id(5),
                person,
                leader,
                adviser,
                self,
                body(
                        "kind",
                        "PLAN",
                        "wording",
                        "Synthetic: we follow this plan",
                        "plan",
                        body("version", drafted.path("planVersion").asInt(1))));
    }

    private void spend(
            Telling telling, String path, Drawn citizen, UUID person, String leader, String adviser, String self) {
        decide(
                telling,
                path,
                citizen.id(6),
                person,
                leader,
                adviser,
                self,
                body(
                        "kind",
                        "BUDGET",
                        "wording",
                        "Synthetic: this is paid",
                        "budget",
                        body(
                                "action",
                                "ALLOCATE",
                                "measure",
                                citizen.id(4),
                                "lines",
                                List.of(body(
                                        "id", citizen.id(7),
                                        "fund", fund(citizen.number()),
                                        "payingService", LABOUR,
                                        "year", today.getYear(),
                                        "amountOre", citizen.costOre())))));
        telling.by(adviser)
                .send(
                        "/v1/funds/" + fund(citizen.number()) + "/reservations/" + citizen.id(7) + "/spending",
                        body("id", citizen.id(8), "amountOre", citizen.spentOre()));
    }

    private void benefit(Telling telling, String path, Drawn citizen) {
        UUID card = citizen.id(9);
        telling.send(
                path + "/benefits",
                body(
                        "id",
                        card,
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
                        body("value", 0, "on", today.minusDays(1)),
                        "target",
                        body("value", 20, "on", today.plusYears(1)),
                        "measures",
                        List.of(citizen.id(4)),
                        "source",
                        "Synthetic"));
        Map<String, Object> nothing = body("reason", "Synthetic: nothing assumed");
        telling.send(
                path + "/benefits/" + card + "/valuation",
                citizen.inWords()
                        ? body(
                                "cashable", "NOT_CASH",
                                "cashableReason", "Synthetic: a better life",
                                "consequence", 3,
                                "explanation", "Synthetic")
                        : body(
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
                                        "firstYear", today.getYear(),
                                        "years", citizen.years(),
                                        "probability", body("share", 0.55, "reason", "Synthetic"),
                                        "deadweight", body("share", 0.2, "reason", "Synthetic"),
                                        "attribution", body("share", 0.1, "reason", "Synthetic"),
                                        "displacement", nothing,
                                        "dropOff", body("share", 0.1, "reason", "Synthetic")))));
        telling.send(
                path + "/benefits/" + card + "/anchoring",
                body("owner", LEADER, "responsible", ADVISER, "measuringDates", List.of(today)));
        telling.send(path + "/benefits/" + card + "/readings", body("on", today, "value", citizen.succeeds() ? 16 : 2));
    }

    private void move(
            Telling telling, String path, Drawn citizen, UUID person, String leader, String adviser, String self) {
        Map<String, Object> rating = body("person", person, "area", "WORK_EDUCATION", "rating", citizen.reachedStage());
        telling.by(leader).send(path + "/ratings", with(rating, "rater", "TEAM"));
        telling.by(self).send(path + "/ratings", with(rating, "rater", "CITIZEN"));
        if (citizen.moves()) {
            decide(
                    telling,
                    path,
                    citizen.id(10),
                    person,
                    leader,
                    adviser,
                    self,
                    body(
                            "kind",
                            "STAGE_MOVE",
                            "wording",
                            "Synthetic: another stage",
                            "stageMove",
                            body("to", citizen.reachedStage())));
        }
    }

    /** Proposed by the leader, agreed to by the citizen in their own session, taken by the adviser. */
    private static void decide(
            Telling telling,
            String path,
            UUID decision,
            UUID person,
            String leader,
            String adviser,
            String self,
            Map<String, Object> proposal) {
        JsonNode proposed = telling.by(leader).send(path + "/decisions", with(proposal, "id", decision));
        telling.by(self)
                .send(
                        path + "/decisions/" + decision + "/answers",
                        body(
                                "person",
                                person,
                                "wordingHash",
                                proposed.path("wordingHash").asString(""),
                                "answer",
                                "AGREES",
                                "means",
                                "SELF_SERVICE"));
        telling.by(adviser).send(path + "/decisions/" + decision + "/taking", body("weighing", "Synthetic: agreed"));
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        var more = new LinkedHashMap<>(body);
        more.put(name, value);
        return more;
    }

    private static Map<String, Object> body(@Nullable Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                body.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return body;
    }

    /** One citizen's commands, in order; after the first that is turned away nothing more is sent. */
    private final class Telling {

        private final HttpClient http;
        private final String name;
        private String token = "";
        private int step;
        private long accepted;
        private @Nullable String problem;

        Telling(HttpClient http, String name) {
            this.http = http;
            this.name = name;
        }

        Telling by(String bearer) {
            token = bearer;
            return this;
        }

        JsonNode send(String path, Map<String, Object> body) {
            step++;
            if (problem != null) {
                return json.createObjectNode();
            }
            var request = HttpRequest.newBuilder(commands.resolve(path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Idempotency-Key", name + "-" + step)
                    .header("Content-Type", "application/json")
                    .header("Purpose", "synthetic population")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build();
            try {
                HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                JsonNode answer = json.readTree(response.body());
                if (response.statusCode() / 100 == 2) {
                    accepted++;
                    return answer;
                }
                String type = answer.path("type").asString("");
                problem = type.substring(type.lastIndexOf(':') + 1) + " at step " + step;
                return answer;
            } catch (IOException e) {
                problem = "no answer at step " + step;
                return json.createObjectNode();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("telling the ledger of a citizen was interrupted", e);
            }
        }
    }
}
