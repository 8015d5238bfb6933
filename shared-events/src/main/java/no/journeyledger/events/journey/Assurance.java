package no.journeyledger.events.journey;

/** How sure the ledger can be that a person took part, weakest first so that they compare. */
public enum Assurance {
    /** One worker's word alone; satisfies no kind. */
    RECORDED,
    /** Recorded by a team member and confirmed by a witness. */
    WITNESSED,
    /** The person's own signed-in session said so. */
    SELF
}
