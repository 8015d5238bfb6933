package no.journeyledger.events.benefit;

/** Who gains by a benefit. */
public enum Beneficiary {
    CITIZEN,
    MUNICIPALITY,
    REGION_OR_STATE,
    SOCIETY
}
