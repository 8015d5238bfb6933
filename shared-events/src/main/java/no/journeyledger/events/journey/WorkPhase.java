package no.journeyledger.events.journey;

/** What a measure is meant to do. */
public enum WorkPhase {
    PREVENT,
    STABILISE,
    DEVELOP,
    SUSTAIN
}
