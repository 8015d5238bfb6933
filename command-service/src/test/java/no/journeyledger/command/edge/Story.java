package no.journeyledger.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import no.journeyledger.command.edge.RunningService.Reply;
import no.journeyledger.economics.parameters.file.ParameterFile;

/** A household and the people around it, and what they say to the ledger. */
final class Story {

    final RunningService service;
    final UUID health = UUID.randomUUID();
    final UUID housing = UUID.randomUUID();
    final UUID leader = UUID.randomUUID();
    final UUID adviser = UUID.randomUUID();
    final UUID head = UUID.randomUUID();
    final UUID keeper = UUID.randomUUID();

    final UUID mother = UUID.randomUUID();
    final UUID father = UUID.randomUUID();
    final UUID child = UUID.randomUUID();
    final UUID friend = UUID.randomUUID();

    final String leaderToken;
    final String adviserToken;
    final String headToken;
    final String keeperToken;
    final String operatorToken;
    final LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Oslo"));

    UUID journey = UUID.randomUUID();
    UUID fund = UUID.randomUUID();
    UUID goal = UUID.randomUUID();
    UUID measure = UUID.randomUUID();
    String line = "";
    final List<Told> told = new ArrayList<>();

    /** What was asked and answered. */
    record Told(String path, Reply reply) {}

    Story(RunningService service) {
        this.service = service;
        leaderToken = service.tokens.worker(leader, health, "TEAM");
        adviserToken = service.tokens.worker(adviser, housing, "TEAM");
        headToken = service.tokens.worker(head, housing, "UNIT_HEAD");
        keeperToken = service.tokens.worker(keeper, housing, "FUND_MANAGER");
        operatorToken = service.tokens.worker(UUID.randomUUID(), housing, "OPERATOR");
    }

    private String full(String path) {
        return path.startsWith("/v1") ? path : "/v1/journeys/" + journey + path;
    }

    Reply ask(String token, String path, String body, String... headers) {
        String full = full(path);
        Reply reply = service.post(token, full, body.replace('\'', '"'), headers);
        told.add(new Told(full, reply));
        return reply;
    }

    /** Asks for what must be done; tried before, it records nothing and says exactly what is then recorded. */
    Reply done(String token, String path, String body, String... headers) {
        var tried = service.tried(token, full(path), body.replace('\'', '"'), headers);
        long before = service.head();
        Reply reply = ask(token, path, body, headers);
        assertThat(tried.status()).as(path + " " + tried).isEqualTo(200);
        assertThat(tried.wouldRecord()).as(path).isEqualTo(service.recordedAfter(before));
        assertThat(tried.body().propertyNames())
                .as(path)
                .containsAll(reply.body().propertyNames().stream()
                        .filter(name -> !name.equals("version"))
                        .toList());
        assertThat(reply.status()).as(path + " " + reply).isBetween(200, 201);
        assertThat(reply.header("ETag")).as(path).isEqualTo("\"" + reply.text("version") + "\"");
        assertThat(reply.header("Ledger-Position")).isEqualTo(reply.text("position"));
        return reply;
    }

    String asPerson(UUID person) {
        return service.tokens.person(person);
    }

    static String ids(UUID... ids) {
        return java.util.Arrays.stream(ids).map(id -> "'" + id + "'").collect(Collectors.joining(", ", "[", "]"));
    }

    /** Refers the mother, and registers the father, with these headers, and a child of nine. */
    Story comeIn(String... ofTheFather) {
        done(
                leaderToken,
                "/v1/journeys",
                "{'journey': '%s', 'person': '%s', 'name': 'M', 'birthDate': '1985-05-05', 'door': 'SELF', 'wish': 'w'}"
                        .formatted(journey, mother));
        done(leaderToken, "/household", member(father, "ADULT", "1984-04-04"), ofTheFather);
        done(leaderToken, "/household", member(child, "CHILD", today.minusYears(9) + "", mother, father));
        return this;
    }

    static String member(UUID id, String role, String birthDate, UUID... holders) {
        return "{'id': '%s', 'role': '%s', 'name': 'N', 'birthDate': '%s', 'parentalResponsibility': %s}"
                .formatted(id, role, birthDate, ids(holders));
    }

    static String checklist(boolean holds) {
        return ("{'wantsChange': %s, 'complexNeeds': true, 'longTermWork': true, 'liftsConfidentiality': true,"
                        + " 'targetGroup': 'FAMILY_VULNERABLE', 'serviceDegree': 2, 'reasons': 'r'}")
                .formatted(holds);
    }

    Story enrol(String... headers) {
        done(leaderToken, "/checklist", checklist(true));
        done(leaderToken, "/enrolment", "{'startingStage': 'VULNERABLE', 'goalStage': 'SUSTAINABLE'}", headers);
        return this;
    }

    Story formTeam() {
        done(leaderToken, "/team", joining(leader, health, "LEADER"));
        done(leaderToken, "/team", joining(adviser, housing, "MEMBER"));
        done(headToken, "/mandates", mandate(adviser, 10_000_000));
        return this;
    }

    static String joining(UUID worker, UUID service, String role) {
        return "{'worker': '%s', 'service': '%s', 'role': '%s'}".formatted(worker, service, role);
    }

    String mandate(UUID worker, long ceiling) {
        return "{'worker': '%s', 'service': '%s', 'ceilingOre': %d, 'budgetYears': [%d], 'from': '%s', 'until': '%s'}"
                .formatted(
                        worker,
                        housing,
                        ceiling,
                        today.getYear(),
                        today.withDayOfYear(1),
                        today.withDayOfYear(today.lengthOfYear()));
    }

    Story openFund(long amountOre) {
        done(keeperToken, "/v1/funds", "{'fund': '%s', 'name': 'F', 'owners': ['%s']}".formatted(fund, housing));
        done(
                keeperToken,
                "/v1/funds/" + fund + "/contributions",
                "{'organisation': '%s', 'year': %d, 'amountOre': %d}".formatted(housing, today.getYear(), amountOre));
        return this;
    }

    String plan() {
        return ("{'situation': 's', 'goals': [{'id': '%s', 'text': 'g', 'horizon': 'LONG', 'persons': %s}],"
                        + " 'measures': [{'id': '%s', 'goal': '#0', 'text': 't', 'area': 'HOUSING', 'workPhase':"
                        + " 'STABILISE', 'persons': %s, 'responsible': '%s', 'from': '%s', 'costs': [{'payingService':"
                        + " '%s', 'year': %d, 'amountOre': 1000000}]}], 'undertakings': [{'party': '%s', 'text': 'u'}],"
                        + " 'expectedBenefits': 'b'}")
                .formatted(
                        goal,
                        ids(mother, father),
                        measure,
                        ids(mother, father),
                        adviser,
                        today,
                        housing,
                        today.getYear(),
                        father);
    }

    /** Drafts a plan and agrees to it, all in their own sessions. */
    Story agreePlan() {
        var drafted = done(leaderToken, "/plans", plan());
        var proposed = done(
                leaderToken,
                "/decisions",
                "{'kind': 'PLAN', 'wording': 'We follow this plan', 'plan': {'version': %s}}"
                        .formatted(drafted.text("planVersion")));
        agreeAll(proposed);
        done(adviserToken, taking(proposed), "{'weighing': 'All agree'}");
        return this;
    }

    /** Everybody enrolled agrees in their own session; the mother for the child, who is heard. */
    void agreeAll(Reply proposed) {
        answer(mother, mother, proposed, "AGREES");
        answer(father, father, proposed, "AGREES");
        answer(mother, child, proposed, "AGREES");
        heard(proposed);
    }

    Reply answer(UUID by, UUID person, Reply proposed, String answer) {
        return done(
                asPerson(by),
                "/decisions/" + proposed.text("decision") + "/answers",
                "{'person': '%s', 'answeredBy': '%s', 'wordingHash': '%s', 'answer': '%s', 'means': '%s', 'ownWords': 'o'}"
                        .formatted(
                                person,
                                by,
                                proposed.text("wordingHash"),
                                answer,
                                by.equals(person) ? "SELF_SERVICE" : "REPRESENTED"));
    }

    Reply heard(Reply proposed) {
        return done(
                leaderToken,
                "/decisions/" + proposed.text("decision") + "/hearings",
                "{'child': '%s', 'wordingHash': '%s', 'outcome': 'HEARD', 'disagrees': false, 'view': 'v'}"
                        .formatted(child, proposed.text("wordingHash")));
    }

    /** Asks what is missing before the caller can take the decision. */
    Reply missing(String token, Reply proposed, String... headers) {
        return service.send(
                token, "GET", full("/decisions/" + proposed.text("decision") + "/missing"), new byte[0], headers);
    }

    static String taking(Reply proposed) {
        return "/decisions/" + proposed.text("decision") + "/taking";
    }

    String budget(String action, UUID line, long amountOre) {
        return ("{'kind': 'BUDGET', 'wording': 'We pay the deposit', 'facts': 'f', 'legalBasis': 'l', 'budget':"
                        + " {'action': '%s', 'measure': '%s', 'lines': [{'id': '%s', 'fund': '%s', 'payingService': '%s',"
                        + " 'year': %d, 'amountOre': %d}]}}")
                .formatted(action, measure, line, fund, housing, today.getYear(), amountOre);
    }

    Reply proposeBudget(long amountOre) {
        return done(leaderToken, "/decisions", budget("ALLOCATE", UUID.randomUUID(), amountOre));
    }

    Reply meet(String kind, UUID... attended) {
        return done(
                leaderToken,
                "/meetings",
                "{'kind': '%s', 'on': '%s', 'attended': %s}".formatted(kind, today, ids(attended)));
    }

    String rating(UUID person, String rater) {
        return "{'person': '%s', 'area': 'HOUSING', 'rating': 'STABLE', 'rater': '%s', 'remark': 'r'}"
                .formatted(person, rater);
    }

    String identification(UUID benefit) {
        return ("{'id': '%s', 'description': 'd', 'beneficiary': 'MUNICIPALITY', 'kind': 'AVOIDED_COST', 'indicator': 'i',"
                        + " 'unit': 'u', 'baseline': {'value': 12, 'on': '%s'}, 'target': {'value': 6, 'on': '%s'},"
                        + " 'measures': ['%s'], 'source': 's', 'assumptions': ['a'], 'disBenefits': ['b'], 'risk': 'r'}")
                .formatted(benefit, today, today.plusYears(1), measure);
    }

    String gain(String name) {
        String nothing = "{'reason': 'n'}";
        return ("{'name': '%s', 'form': 'CASH', 'receiver': 'MUNICIPALITY', 'lowOre': 1, 'expectedOre': 2, 'highOre': 3,"
                        + " 'firstYear': 2026, 'years': 3, 'probability': {'share': 0.9, 'reason': 'p'}, 'deadweight': %s,"
                        + " 'attribution': %s, 'displacement': %s, 'dropOff': %s}")
                .formatted(name, nothing, nothing, nothing, nothing);
    }

    String valuation(String gains) {
        return "{'cashable': 'DIRECTLY', 'cashableReason': 'r', 'priceYear': 2025, 'gains': [%s]}".formatted(gains);
    }

    String anchoring() {
        return "{'owner': '%s', 'responsible': '%s', 'measuringDates': ['%s']}".formatted(adviser, leader, today);
    }

    /** The built-in parameters under another name, from another day. */
    String parameters(String version, LocalDate from) {
        return "{'reason': 'r', 'parameters': "
                + ParameterFile.write(ParameterFile.builtIn().version("2026-01"))
                        .replace("\"2026-01\"", "\"" + version + "\"")
                        .replace("\"2026-01-01\"", "\"" + from + "\"")
                        // an apostrophe would be read as a quotation mark
                        .replace("'", "\u2019")
                + "}";
    }
}
