package no.journeyledger.events.journey;

/** Why a decision was refused. The order here is the order in which the rule refuses; it is part of the contract. */
public enum RefusalReason {
    /** The journey is closed. */
    JOURNEY_CLOSED,
    /** Nobody is enrolled, or the person has left. */
    NOT_ENROLLED,
    /** The decision concerns nobody. */
    NOBODY_CONCERNED,
    /** The wording, or whom it concerns, changed after somebody answered. */
    WORDING_CHANGED,
    /** Somebody whom it concerns has not taken part. */
    NOT_TAKEN_PART,
    /** Somebody disagrees where agreement is needed. */
    SOMEBODY_DISAGREES,
    /** An answer is one worker's word alone. */
    ASSURANCE_TOO_LOW,
    /** A child's own view was neither heard nor excused. */
    CHILD_NOT_HEARD,
    /** Somebody answered for another without being entitled to. */
    REPRESENTATIVE_OUT_OF_SCOPE,
    TAKER_NOT_ON_TEAM,
    /** The taker is registered as related to a person concerned. */
    TAKER_RELATED,
    /** No delegation for the paying service. */
    MANDATE_MISSING,
    /** The delegation is not in force today. */
    MANDATE_EXPIRED,
    /** The delegation does not cover the budget year. */
    MANDATE_WRONG_YEAR,
    /** The amount is above the delegation's ceiling. */
    MANDATE_EXCEEDED,
    /** The same person proposed and took a decision above the threshold. */
    PROPOSER_IS_TAKER,
    /** Grounds or weighing are missing. */
    WEIGHING_MISSING,
    /** The fund has less available than the decision needs. */
    FUND_EXHAUSTED
}
