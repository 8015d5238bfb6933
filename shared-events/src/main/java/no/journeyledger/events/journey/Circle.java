package no.journeyledger.events.journey;

/** The kinds of people in the circle "the ones around me" on the mapping sheet. */
public enum Circle {
    FAMILY,
    FRIENDS,
    LEISURE,
    HOME,
    WORK,
    PUBLIC_SECTOR
}
