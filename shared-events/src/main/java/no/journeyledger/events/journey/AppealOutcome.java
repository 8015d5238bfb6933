package no.journeyledger.events.journey;

/** What came of an appeal. */
public enum AppealOutcome {
    /** The decision stands. */
    UPHELD,
    /** The decision no longer holds. */
    REVERSED,
    /** The appeal was not heard, because it came too late or from nobody who may appeal. */
    DISMISSED
}
