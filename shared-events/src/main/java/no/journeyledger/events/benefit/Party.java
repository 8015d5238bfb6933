package no.journeyledger.events.benefit;

/** Who pays or gains. Together they are everybody. */
public enum Party {
    CITIZEN,
    MUNICIPALITY,
    REGION,
    STATE,
    PRIVATE
}
