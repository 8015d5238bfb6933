package no.journeyledger.events.journey;

/** Whether a child's own view was heard before a decision. */
public enum HearingOutcome {
    /** The child's own view is recorded. */
    HEARD,
    /** The child's own wish; excuses at any age. */
    DID_NOT_WISH_TO_SPEAK,
    /** A stated reason why it was not sought; excuses below the age where only the child's own wish does. */
    NOT_SOUGHT
}
