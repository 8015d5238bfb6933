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
    CLOSE,
    /** Take up, change or give up a goal of the agreed plan. */
    GOAL,
    /** Start, change or drop a measure of the agreed plan. */
    MEASURE,
    /** Taking people into the programme, or turning them away. */
    ADMISSION,
    /** Opening a closed journey again. */
    REOPEN,
    /** Rights or duties of a party under statute. */
    INDIVIDUAL_DECISION,
    /** Opening more about a person to a service. */
    SHARING
}
