package no.journeyledger.events.journey;

/** How the family's situation is experienced at a follow-up, compared with before. */
public enum Experience {
    IMPROVED,
    UNCHANGED,
    WORSE
}
