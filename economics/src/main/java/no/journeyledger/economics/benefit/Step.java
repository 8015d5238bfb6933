package no.journeyledger.economics.benefit;

/** The four steps of realising benefits. */
public enum Step {
    IDENTIFY_AND_VALUE,
    PLAN_AND_ANCHOR,
    CARRY_OUT_AND_MEASURE,
    EVALUATE_AND_LEARN
}
