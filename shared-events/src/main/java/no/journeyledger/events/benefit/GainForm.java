package no.journeyledger.events.benefit;

/** In what form a gain comes. */
public enum GainForm {
    CASH,
    IN_KIND,
    TRANSFER
}
