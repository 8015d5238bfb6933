package no.journeyledger.economics.benefit;

/** What kind of gain it is. */
public enum BenefitKind {
    /** A cost that does not arise. */
    AVOIDED_COST,
    /** Time set free; not cash until a budget is cut. */
    SAVED_TIME,
    /** Work done. */
    PRODUCTION,
    /** Tax paid. */
    TAX,
    /** A better life. */
    QUALITY_OF_LIFE,
    /** Anything else. */
    OTHER
}
