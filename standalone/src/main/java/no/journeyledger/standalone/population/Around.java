package no.journeyledger.standalone.population;

import java.util.UUID;
import no.journeyledger.standalone.demo.Tokens;
import no.journeyledger.standalone.population.Step.Who;

/**
 * The services and people around the citizens of one leader: a leader has {@value #CITIZENS} citizens, and a district, whose
 * services and funds they share, {@value #LEADERS} leaders.
 *
 * @param seed which population
 * @param leader which leader, from 0
 */
record Around(long seed, int leader) {

    /** How many citizens a leader has. */
    static final int CITIZENS = 50;

    /** How many leaders a district has; a fund holds only so many open reservations. */
    static final int LEADERS = 20;

    /** Which district it is in, from 0. */
    int district() {
        return leader / LEADERS;
    }

    UUID health() {
        return ofDistrict(1);
    }

    UUID labour() {
        return ofDistrict(2);
    }

    UUID housing() {
        return ofDistrict(3);
    }

    UUID healthFund() {
        return ofDistrict(4);
    }

    UUID labourFund() {
        return ofDistrict(5);
    }

    /** Whoever is neither a person of the household nor somebody a mandate comes from has an id per leader. */
    UUID id(Who worker) {
        return switch (worker) {
            case LEADER -> ofLeader(1);
            case ADVISER -> ofLeader(2);
            case CONTACT -> ofLeader(3);
            case LABOUR_HEAD -> ofDistrict(6);
            case HEALTH_HEAD -> ofDistrict(7);
            case CITIZEN, PARTNER -> throw new IllegalArgumentException(worker + " is no worker");
        };
    }

    /** A token for one of the workers. */
    String token(Tokens tokens, Who worker) {
        return switch (worker) {
            case LEADER -> tokens.worker(id(worker), health(), "TEAM");
            case ADVISER -> tokens.worker(id(worker), labour(), "TEAM");
            case CONTACT -> tokens.worker(id(worker), housing(), "TEAM");
            case LABOUR_HEAD -> tokens.worker(id(worker), labour(), "UNIT_HEAD");
            case HEALTH_HEAD -> tokens.worker(id(worker), health(), "UNIT_HEAD");
            case CITIZEN, PARTNER -> throw new IllegalArgumentException(worker + " is no worker");
        };
    }

    /** A token for whoever keeps the district's funds. */
    String keeper(Tokens tokens) {
        return tokens.worker(ofDistrict(8), labour(), "FUND_MANAGER");
    }

    private UUID ofDistrict(int part) {
        return Drawn.id(seed, 0x10, ((long) district() << 8) | part);
    }

    private UUID ofLeader(int part) {
        return Drawn.id(seed, 0x20, ((long) leader << 8) | part);
    }
}
