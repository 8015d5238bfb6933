package no.journeyledger.store.reads;

/** Why somebody reads a person's data. Codes, not free text: the log of who read must not itself tell about the person. */
public enum Purpose {
    /** A person reads their own record. */
    OWN_RECORD,
    /** Somebody comes in, or is received. */
    REFERRAL,
    /** A meeting or a plan is prepared. */
    PLANNING,
    /** A decision is prepared, answered or taken. */
    DECISION,
    /** The journey is followed up. */
    FOLLOW_UP,
    /** Money is paid, released or accounted for. */
    PAYMENT,
    /** An appeal or a complaint is dealt with. */
    APPEAL,
    /** Life, health or a child's safety is at stake. */
    EMERGENCY,
    /** The history is audited. */
    AUDIT,
    /** A person asked for access, correction or erasure. */
    PRIVACY_REQUEST
}
