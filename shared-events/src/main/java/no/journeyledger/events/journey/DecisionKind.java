package no.journeyledger.events.journey;

/** The kinds of decision; what each needs is in the policy table, by version. */
public enum DecisionKind {
    /** Agree or adjust a plan version. */
    PLAN,
    /** Allocate or reduce money, or release that of an unfinished measure. */
    BUDGET,
    /** Move the journey to another stage. */
    STAGE_MOVE,
    /** Closing by the municipality. */
    CLOSE
}
