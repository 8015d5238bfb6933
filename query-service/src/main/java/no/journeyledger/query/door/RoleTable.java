package no.journeyledger.query.door;

import static no.journeyledger.query.door.Role.ANALYST;
import static no.journeyledger.query.door.Role.AUDITOR;
import static no.journeyledger.query.door.Role.FUND_MANAGER;
import static no.journeyledger.query.door.Role.OPERATOR;
import static no.journeyledger.query.door.Role.PERSON;
import static no.journeyledger.query.door.Role.PRIVACY_OFFICER;
import static no.journeyledger.query.door.Role.TEAM;
import static no.journeyledger.query.door.Role.UNIT_HEAD;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may ask what: the one table. What is not listed is open to nobody, and a question that is served without being listed
 * stops the service from starting. A role alone opens no journey: see {@link Reach}.
 */
public final class RoleTable {

    /**
     * One line of the table.
     *
     * @param method how it is asked
     * @param path the path's pattern
     * @param roles any of these may
     * @param reach how far it reaches into persons' data
     */
    public record Line(HttpMethod method, String path, Set<Role> roles, Reach reach) {

        /** A line about one journey, which its path names. */
        public Line(HttpMethod method, String path, Set<Role> roles) {
            this(method, path, roles, Reach.ONE_JOURNEY);
        }

        /** Method and path pattern, the name of the call in logs and tables. */
        public String call() {
            return method + " " + path;
        }

        /** The path as the description of the API writes it: names of its parts and nothing of what they may be. */
        public String described() {
            return described(path);
        }

        static String described(String pattern) {
            return pattern.replaceAll("\\{\\*?([A-Za-z]+)(:[^}]*)?}", "{$1}");
        }

        /** Nothing reaches further than its path can be checked for. */
        public Line {
            if ((reach == Reach.ONE_JOURNEY) != path.contains("{journey}")) {
                throw new IllegalArgumentException(method + " " + path
                        + ": a path with {journey} reaches one journey; for another say what it reaches");
            }
            if ((reach == Reach.ONE_PERSON) != path.contains("{person}")) {
                throw new IllegalArgumentException(
                        method + " " + path + ": a path with {person} reaches one person, and no other does");
            }
        }
    }

    private static final Set<Role> JOURNEY_READERS = Set.of(PERSON, TEAM, UNIT_HEAD, AUDITOR);
    private static final Set<Role> MONEY_READERS = Set.of(PERSON, TEAM, UNIT_HEAD, FUND_MANAGER, AUDITOR);
    private static final Set<Role> FUND_READERS = Set.of(TEAM, UNIT_HEAD, FUND_MANAGER, AUDITOR);
    private static final Set<Role> EFFECT_READERS = Set.of(PERSON, TEAM, AUDITOR);
    private static final Set<Role> PORTFOLIO_READERS = Set.of(ANALYST, AUDITOR);
    private static final Set<Role> PARAMETER_READERS = Set.of(TEAM, ANALYST, AUDITOR, OPERATOR);
    private static final Set<Role> OPERATORS = Set.of(OPERATOR);
    private static final Set<Role> AUDITORS = Set.of(AUDITOR);
    private static final Set<Role> ALL = Set.of(Role.values());

    /** The table. */
    public static final List<Line> LINES = List.of(
            new Line(HttpMethod.GET, "/v1/journeys", JOURNEY_READERS, Reach.JOURNEYS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/timeline", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/timeline/stream", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/decisions", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/decisions/{decision}", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/decisions/{decision}/grounds", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/decisions/{decision}/dossier", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/plans", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/plans/{version}", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/course", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/sheets", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/as-of", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/difference", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/entries/{position}", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/money", MONEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/economics", EFFECT_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/economics/export", EFFECT_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/economics/what-if", EFFECT_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/economics/what-if/export", EFFECT_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/benefits", EFFECT_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/self-reports", EFFECT_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/self-reports/export", EFFECT_READERS),
            new Line(HttpMethod.GET, "/v1/portfolio/economics", PORTFOLIO_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/portfolio/economics/export", PORTFOLIO_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/portfolio/economics/what-if", PORTFOLIO_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/portfolio/economics/what-if/export", PORTFOLIO_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/portfolio/stages", PORTFOLIO_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/portfolio/stages/export", PORTFOLIO_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/portfolio/money", PORTFOLIO_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/portfolio/money/export", PORTFOLIO_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/portfolio/matrix", PORTFOLIO_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/portfolio/matrix/export", PORTFOLIO_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/portfolio/self-reports", PORTFOLIO_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/portfolio/self-reports/export", PORTFOLIO_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/parameters", PARAMETER_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/parameters/{version}", PARAMETER_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/persons/{person}/reads", Set.of(PERSON, PRIVACY_OFFICER), Reach.ONE_PERSON),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/now", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/follow-ups", Set.of(TEAM, AUDITOR), Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/mandates", Set.of(TEAM, UNIT_HEAD, AUDITOR), Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/reports/caseload", Set.of(UNIT_HEAD, AUDITOR), Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/reports/participation", Set.of(UNIT_HEAD, AUDITOR), Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/reports/fund-balances", FUND_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/funds", FUND_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/funds/{fund}", FUND_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/funds/{fund}/postings", FUND_READERS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/log/checkpoint", Set.of(), Reach.EVERYBODY),
            new Line(HttpMethod.GET, "/v1/log/checkpoints", Set.of(), Reach.EVERYBODY),
            new Line(HttpMethod.GET, "/v1/log/keys", Set.of(), Reach.EVERYBODY),
            new Line(HttpMethod.GET, "/v1/log/tile/{level:[0-9]+}/{*number}", Set.of(), Reach.EVERYBODY),
            new Line(HttpMethod.GET, "/v1/log/tile/entries/{*number}", AUDITORS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/log/proofs/{position}", ALL, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/log/export", AUDITORS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/projections", OPERATORS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/projections/{name}/dead-letters", OPERATORS, Reach.NO_PERSON),
            new Line(HttpMethod.GET, "/v1/projections/rebuild", OPERATORS, Reach.NO_PERSON),
            new Line(HttpMethod.POST, "/v1/projections/rebuild", OPERATORS, Reach.NO_PERSON),
            new Line(HttpMethod.POST, "/v1/projections/comparison", OPERATORS, Reach.NO_PERSON),
            new Line(HttpMethod.POST, "/v1/projections/{name}/rebuild", OPERATORS, Reach.NO_PERSON),
            new Line(HttpMethod.POST, "/v1/projections/{name}/dead-letters/{id}/retry", OPERATORS, Reach.NO_PERSON));

    /** What somebody from outside the household reads to answer for whom they represent: the decision and the plan it is about. */
    public static final Set<String> TO_REPRESENTATIVES = Set.of(
            "GET /v1/journeys/{journey}/decisions",
            "GET /v1/journeys/{journey}/decisions/{decision}",
            "GET /v1/journeys/{journey}/plans",
            "GET /v1/journeys/{journey}/plans/{version}");

    private static final Map<String, Line> BY_CALL =
            LINES.stream().collect(Collectors.toUnmodifiableMap(Line::call, line -> line));

    private RoleTable() {}

    static boolean isOpenToRepresentatives(Line line) {
        return TO_REPRESENTATIVES.contains(line.call());
    }

    /** The line of a call, {@code null} when there is none: then it is open to nobody. */
    static @Nullable Line find(String method, String path) {
        return BY_CALL.get(method + " " + path);
    }
}
