package no.journeyledger.economics.parameters;

/** Whether a value is something made or saved, or money that changes hands. */
public enum Nature {
    /** Goods, work or time that are made, used or saved: society is richer or poorer. */
    RESOURCE,
    /** Money that moves from one party to another: society is neither. */
    TRANSFER
}
