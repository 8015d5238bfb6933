package no.journeyledger.events.journey;

/** The life situation, ordinal: a journey moves up or, with a reason, back. A move is always a decision. */
public enum Stage {
    /** No suitable home, below the poverty line, little or no network, services absent. */
    UNTENABLE,
    /** Unstable home, no daytime activity, strained economy, inadequate follow-up. */
    VULNERABLE,
    /** Suitable home, daytime activity, clarified health and economy, mostly adequate follow-up. */
    STABLE,
    /** Suitable home, regular income, network and leisure, follow-up only sporadic. */
    SUSTAINABLE
}
