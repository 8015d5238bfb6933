package no.journeyledger.economics.benefit;

/** Who gains. */
public enum Beneficiary {
    CITIZEN,
    MUNICIPALITY,
    REGION_OR_STATE,
    SOCIETY
}
