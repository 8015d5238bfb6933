package no.journeyledger.economics.effect;

/** Whether an effect passes through a purse. */
public enum Form {
    /** Money in or out. */
    CASH,
    /** Time, work, health or goods. In no purse until somebody turns it into money, but real to society. */
    IN_KIND
}
