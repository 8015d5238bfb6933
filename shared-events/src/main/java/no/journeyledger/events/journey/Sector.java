package no.journeyledger.events.journey;

/** Where a member of the team comes from, inside the municipality or outside it. */
public enum Sector {
    HEALTH,
    KINDERGARTEN_AND_SCHOOL,
    CHILD_WELFARE,
    LABOUR_AND_WELFARE,
    HOUSING,
    MENTAL_HEALTH_AND_SUBSTANCE,
    WORK_AND_LEISURE,
    INTEGRATION,
    /** Region and state: outside the municipality. */
    REGION_AND_STATE,
    /** Voluntary organisations: outside the municipality. */
    VOLUNTARY,
    /** Outside the municipality. */
    PRIVATE,
    /** The family's own network. */
    OWN_NETWORK
}
