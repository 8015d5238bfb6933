package no.journeyledger.events.journey;

/** A self-report instrument. */
public enum Instrument {
    /** WHO-5 well-being index: five items 0-5 over two weeks. */
    WHO5,
    /** The 0-10 ladder: now and in five years. */
    LADDER,
    /** Satisfaction 0-10 per life area, in the order of LifeArea. */
    SATISFACTION,
    /** How the person was met by the services, 0-10. */
    MET_BY_SERVICES
}
