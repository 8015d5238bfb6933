package no.journeyledger.economics.parameters;

/** How far a value may be relied on. */
public enum Standing {
    /** Its source states it. */
    SOURCED,
    /** It only shows how the calculation works; replace it by one that is documented. */
    ILLUSTRATIVE
}
