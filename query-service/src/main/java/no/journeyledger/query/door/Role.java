package no.journeyledger.query.door;

/** In what capacity somebody reads. */
public enum Role {
    /** A citizen in their own session: their own household's journeys and nothing else. */
    PERSON,
    TEAM,
    UNIT_HEAD,
    FUND_MANAGER,
    AUDITOR,
    /** Protects the privacy of the persons: sees who read, erases; reads no journey. */
    PRIVACY_OFFICER,
    ANALYST,
    OPERATOR
}
