package no.journeyledger.events.benefit;

/** Whether a gain is money that somebody can spend on something else. */
public enum Cashable {
    BY_BUDGET_CUT,
    DIRECTLY,
    NOT_CASH
}
