package no.journeyledger.store.reads;

/** On what ground somebody may read. */
public enum Basis {
    /** It is the person's own record. */
    OWN,
    /** The person's consent opens it to the reader's service. */
    CONSENT,
    /** They represent the person, from outside the household, within what they represent them in. */
    REPRESENTED,
    /** They are on the team that prepares a decision with the person. */
    TEAM,
    /** It was opened under a named statute, for a short while. */
    STATUTE,
    /** The audit of the municipality. */
    AUDIT,
    /** The protection of the person's own privacy. */
    PRIVACY
}
