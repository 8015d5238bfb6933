package no.journeyledger.economics.parameters;

/** Whose gain a unit value counts. A value counted for one purse is never social value. */
public enum CountedFor {
    /** The municipality's own purse. */
    MUNICIPALITY,
    /** All public purses. */
    PUBLIC_PURSES,
    /** The citizen. */
    CITIZEN,
    /** Everybody. */
    SOCIETY
}
