package no.journeyledger.events.journey;

/** How somebody took part. */
public enum Means {
    IN_MEETING,
    REMOTE,
    HOME_VISIT,
    /** In their own signed-in session. */
    SELF_SERVICE,
    /** Through a representative. */
    REPRESENTED
}
