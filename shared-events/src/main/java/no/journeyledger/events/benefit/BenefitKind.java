package no.journeyledger.events.benefit;

/** What kind of gain a benefit is. */
public enum BenefitKind {
    AVOIDED_COST,
    SAVED_TIME,
    PRODUCTION,
    TAX,
    QUALITY_OF_LIFE,
    OTHER
}
