package no.journeyledger.query.economics;

import java.util.Arrays;
import java.util.List;

/** What the groups of an answer have in common. */
enum By {
    NOTHING("''"),
    TARGET_GROUP("coalesce(c.target_group, '')"),
    COHORT("coalesce(c.cohort::text, '')"),
    STARTING_STAGE("coalesce(c.starting_stage, '')"),
    STAGE("coalesce(c.stage, '')"),
    /** The services that plan to pay or pay something in a journey: a journey may be in several groups. */
    SERVICE("coalesce(c.scope::text, '')"),
    /** The funds that have money set aside for a journey: likewise. */
    FUND("coalesce(c.scope::text, '')");

    /** The group's key, as an expression on the journeys chosen; empty where journeys of several were merged. */
    final String key;

    By(String key) {
        this.key = key;
    }

    /** Those in which every journey is in one group, so that groups add up to the portfolio. */
    static List<By> apart() {
        return Arrays.stream(values()).filter(by -> !by.overlapping()).toList();
    }

    /** Whether a journey may be in several groups, so that groups do not add up to the portfolio. */
    boolean overlapping() {
        return this == SERVICE || this == FUND;
    }
}
