package no.journeyledger.events.journey;

/** Where in the programme a journey is. Never merged with {@link Stage}. */
public enum Phase {
    /** From the door until enrolment. */
    CAPTURE,
    /** From enrolment. */
    INVEST,
    /** From the first agreed plan. */
    MAINTAIN,
    /** Closed. */
    EXIT
}
