package no.journeyledger.economics.parameters;

/** The six areas of life, in the order of the satisfaction form. */
public enum LifeArea {
    HOUSING,
    WORK_EDUCATION,
    NETWORK,
    ECONOMY,
    HEALTH,
    UPBRINGING
}
