package no.journeyledger.query.door;

import static no.journeyledger.query.door.Role.AUDITOR;
import static no.journeyledger.query.door.Role.FUND_MANAGER;
import static no.journeyledger.query.door.Role.OPERATOR;
import static no.journeyledger.query.door.Role.PERSON;
import static no.journeyledger.query.door.Role.TEAM;
import static no.journeyledger.query.door.Role.UNIT_HEAD;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** Who may ask what. What is not listed is open to nobody; a person sees only what is their own household's. */
public final class RoleTable {

    /**
     * One line of the table.
     *
     * @param method how it is asked
     * @param path the path's pattern
     * @param roles any of these may
     */
    public record Line(HttpMethod method, String path, Set<Role> roles) {}

    private static final Set<Role> JOURNEY_READERS = Set.of(PERSON, TEAM, UNIT_HEAD, AUDITOR);
    private static final Set<Role> MONEY_READERS = Set.of(PERSON, TEAM, UNIT_HEAD, FUND_MANAGER, AUDITOR);
    private static final Set<Role> FUND_READERS = Set.of(TEAM, UNIT_HEAD, FUND_MANAGER, AUDITOR);
    private static final Set<Role> OPERATORS = Set.of(OPERATOR);

    /** The table. */
    public static final List<Line> LINES = List.of(
            new Line(HttpMethod.GET, "/v1/journeys", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/timeline", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/decisions", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/decisions/{decision}", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/plans", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/plans/{version}", JOURNEY_READERS),
            new Line(HttpMethod.GET, "/v1/journeys/{journey}/money", MONEY_READERS),
            new Line(HttpMethod.GET, "/v1/funds", FUND_READERS),
            new Line(HttpMethod.GET, "/v1/funds/{fund}", FUND_READERS),
            new Line(HttpMethod.GET, "/v1/funds/{fund}/postings", FUND_READERS),
            new Line(HttpMethod.GET, "/v1/projections", OPERATORS),
            new Line(HttpMethod.GET, "/v1/projections/{name}/dead-letters", OPERATORS),
            new Line(HttpMethod.POST, "/v1/projections/{name}/rebuild", OPERATORS),
            new Line(HttpMethod.POST, "/v1/projections/{name}/dead-letters/{id}/retry", OPERATORS));

    private RoleTable() {}
}
