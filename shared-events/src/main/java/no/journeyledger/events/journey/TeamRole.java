package no.journeyledger.events.journey;

/** What a member of the investment team answers for. */
public enum TeamRole {
    /** Investment leader: answerable for progress. */
    LEADER,
    COORDINATOR,
    /** The contact person whom the citizen prefers. */
    CONTACT,
    MEMBER
}
