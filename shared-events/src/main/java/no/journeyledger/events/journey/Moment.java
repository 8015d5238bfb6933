package no.journeyledger.events.journey;

/** When in the journey a self-report was made. */
public enum Moment {
    BEFORE,
    DURING,
    AFTER
}
