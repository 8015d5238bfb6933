package no.journeyledger.events.journey;

/** The six life areas a situation is judged on. */
public enum LifeArea {
    HOUSING,
    WORK_EDUCATION,
    NETWORK,
    ECONOMY,
    HEALTH,
    UPBRINGING
}
