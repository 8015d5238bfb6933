package no.journeyledger.events.benefit;

/** What came of a benefit when it was evaluated. */
public enum BenefitResult {
    REALISED,
    PARTLY_REALISED,
    NOT_REALISED
}
