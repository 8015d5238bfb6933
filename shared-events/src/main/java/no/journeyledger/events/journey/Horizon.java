package no.journeyledger.events.journey;

/** How far ahead a goal lies. */
public enum Horizon {
    SHORT,
    LONG
}
