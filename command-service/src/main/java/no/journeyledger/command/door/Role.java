package no.journeyledger.command.door;

/** What a caller may be at the door. A person in their own session is {@link #PERSON} and nothing else. */
public enum Role {
    /** A citizen, representative or trusted person in their own signed-in session. */
    PERSON,
    /** A worker around a household. */
    TEAM,
    /** The head of a service, who delegates its mandates. */
    UNIT_HEAD,
    /** Whoever keeps an organisation's funds. */
    FUND_MANAGER,
    /** Replays the history; writes nothing. */
    AUDITOR,
    /** Protects the privacy of the persons: erases, and holds back from erasing. */
    PRIVACY_OFFICER,
    /** Queries figures; writes nothing. */
    ANALYST,
    /** Runs the service and keeps the book of parameters; writes nothing on a journey. */
    OPERATOR
}
