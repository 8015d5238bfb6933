package no.journeyledger.economics.benefit;

/** Where a benefit card stands, and in which of the four steps that is. */
public enum Status {
    /** It was seen that there may be a gain. */
    IDENTIFIED(Step.IDENTIFY_AND_VALUE),
    /** It was valued, in kroner or in words. */
    VALUED(Step.IDENTIFY_AND_VALUE),
    /** Owner, responsible and measuring dates are agreed. */
    ANCHORED(Step.PLAN_AND_ANCHOR),
    /** The measures run and the indicator is measured. */
    MEASURED(Step.CARRY_OUT_AND_MEASURE),
    /** The target was reached. */
    REALISED(Step.EVALUATE_AND_LEARN),
    /** A part of the way to the target. */
    PARTLY_REALISED(Step.EVALUATE_AND_LEARN),
    /** No way towards the target, or away from it. */
    NOT_REALISED(Step.EVALUATE_AND_LEARN),
    /** No longer pursued. */
    DROPPED(Step.EVALUATE_AND_LEARN);

    private final Step step;

    Status(Step step) {
        this.step = step;
    }

    /** The step it belongs to. */
    public Step step() {
        return step;
    }
}
