package no.journeyledger.events.journey;

/** Why a journey closed. */
public enum CloseReason {
    /** The situation is sustainable. */
    SUSTAINABLE,
    /** Everybody left of their own wish. */
    LEFT,
    /** Moved to another municipality. */
    MOVED,
    DIED,
    OTHER,
    /** Nobody was taken in, by an ADMISSION decision. */
    TURNED_AWAY
}
