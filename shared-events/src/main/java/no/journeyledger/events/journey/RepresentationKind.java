package no.journeyledger.events.journey;

/** On what ground somebody represents another. */
public enum RepresentationKind {
    /** Appointed by the authority for guardianship. */
    GUARDIAN,
    /** Chosen by the person in a power of attorney. */
    ATTORNEY
}
