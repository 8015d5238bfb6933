package no.journeyledger.query.economics;

/** What the groups of an answer have in common. */
enum By {
    NOTHING("''"),
    TARGET_GROUP("coalesce(c.target_group, '')"),
    COHORT("coalesce(c.cohort::text, '')"),
    STARTING_STAGE("coalesce(c.starting_stage, '')"),
    STAGE("coalesce(c.stage, '')");

    /** The group's key, as an expression on the journeys chosen; empty where journeys of several were merged. */
    final String key;

    By(String key) {
        this.key = key;
    }
}
