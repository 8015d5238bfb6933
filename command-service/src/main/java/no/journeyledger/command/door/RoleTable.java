package no.journeyledger.command.door;

import static java.util.Map.entry;
import static no.journeyledger.command.door.Role.FUND_MANAGER;
import static no.journeyledger.command.door.Role.OPERATOR;
import static no.journeyledger.command.door.Role.PERSON;
import static no.journeyledger.command.door.Role.PRIVACY_OFFICER;
import static no.journeyledger.command.door.Role.TEAM;
import static no.journeyledger.command.door.Role.UNIT_HEAD;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * Who may make which call: the one table. What is not in it may be called by nobody, and a call that is served but not in
 * it stops the service from starting. Whether this caller may do it on this journey is for the rules of the journey.
 */
public final class RoleTable {

    private static final Map<String, Set<Role>> CALLS = Map.ofEntries(
            entry("POST /v1/journeys", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/checklist", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/consents", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/consents/{consent}/withdrawal", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/openings", Set.of(TEAM, UNIT_HEAD)),
            entry("POST /v1/journeys/{journey}/household", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/enrolment", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/team", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/team/{worker}/leaving", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/trusted-persons", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/trusted-persons/{trusted}/confirmation", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/representations", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/representations/{representation}/ending", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/household/{person}/parental-responsibility", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/household/{person}/moving-out", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/household/{person}/death", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/household/{person}/interpreter-need", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/household/{person}/correction", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/relations", Set.of(TEAM, UNIT_HEAD, PERSON)),
            entry("POST /v1/journeys/{journey}/service-degree", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/pilot-agreements", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/pilot-agreements/acceptance", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/references", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/team/leadership", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/preferred-contacts", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/measures/{measure}/starting", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/measures/{measure}/dropping", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/individual-plans", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/vulnerability", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/additional-investments", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/follow-ups", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/follow-ups/{followUp}/moving", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/follow-ups/{followUp}/holding", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/follow-ups/{followUp}/experiences", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/corrections", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/mandates", Set.of(UNIT_HEAD)),
            entry("POST /v1/journeys/{journey}/mandates/{mandate}/revocation", Set.of(UNIT_HEAD)),
            entry("POST /v1/journeys/{journey}/meetings", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/meetings/{meeting}/sheet", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/meetings/{meeting}/confirmation", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/plans", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/measures/{measure}/finishing", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/decisions", Set.of(TEAM)),
            entry("GET /v1/journeys/{journey}/decisions/{decision}/missing", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/decisions/{decision}/wording", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/decisions/{decision}/answers", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/decisions/{decision}/hearings", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/decisions/{decision}/taking", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/decisions/{decision}/withdrawal", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/decisions/{decision}/notices", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/decisions/{decision}/appeals", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/appeals/{appeal}/ruling", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/external-decisions", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/emergencies", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/emergencies/{emergency}/hearings", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/emergencies/{emergency}/ending", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/ratings", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/self-reports", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/leavings", Set.of(TEAM, PERSON)),
            entry("POST /v1/journeys/{journey}/benefits", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/benefits/{benefit}/valuation", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/benefits/{benefit}/anchoring", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/benefits/{benefit}/readings", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/benefits/{benefit}/evaluation", Set.of(TEAM)),
            entry("POST /v1/journeys/{journey}/benefits/{benefit}/dropping", Set.of(TEAM)),
            // Analysts do not set what hides small groups from them.
            entry("POST /v1/parameters", Set.of(OPERATOR)),
            entry("POST /v1/parameters/payers", Set.of(OPERATOR)),
            // Each line of a stream must be allowed as the call it stands for.
            entry("POST /v1/intake", Set.of(TEAM, UNIT_HEAD, FUND_MANAGER)),
            entry("POST /v1/persons/{person}/erasure", Set.of(PRIVACY_OFFICER)),
            entry("POST /v1/persons/{person}/holds", Set.of(PRIVACY_OFFICER)),
            entry("POST /v1/persons/{person}/holds/{hold}/lifting", Set.of(PRIVACY_OFFICER)),
            entry("POST /v1/funds", Set.of(FUND_MANAGER)),
            entry("POST /v1/funds/{fund}/contributions", Set.of(FUND_MANAGER)),
            entry("POST /v1/funds/{fund}/transfers", Set.of(FUND_MANAGER)),
            entry("POST /v1/funds/{fund}/in-kind", Set.of(FUND_MANAGER)),
            entry("POST /v1/funds/{fund}/in-kind/{contribution}/uses", Set.of(FUND_MANAGER, TEAM)),
            entry("POST /v1/funds/{fund}/reservations/{reservation}/spending", Set.of(FUND_MANAGER, TEAM)),
            entry(
                    "POST /v1/funds/{fund}/reservations/{reservation}/spending/{spending}/reversal",
                    Set.of(FUND_MANAGER)),
            entry("POST /v1/funds/{fund}/reservations/{reservation}/release", Set.of(FUND_MANAGER, TEAM)));

    private RoleTable() {}

    /** Every call, as method and path pattern, with the roles that may make it. */
    public static Map<String, Set<Role>> calls() {
        return CALLS;
    }

    /** Whether a caller with these roles may make a call. */
    static boolean allows(String method, String pattern, Set<Role> roles) {
        return !Collections.disjoint(CALLS.getOrDefault(method + " " + pattern, Set.of()), roles);
    }
}
