package no.journeyledger.economics;

/** Which of the three values of an {@link Estimate} a figure was calculated from. */
public enum Bound {
    /** The low result: benefits at their low value, costs at their high one. */
    LOW,
    /** The expected result. */
    EXPECTED,
    /** The high result: benefits at their high value, costs at their low one. */
    HIGH
}
