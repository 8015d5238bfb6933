package no.journeyledger.economics.selfreport;

/** Better, worse or neither, by some threshold. */
public enum Change {
    BETTER,
    /** Neither a change for the better nor for the worse, by that threshold. */
    NO_CHANGE,
    WORSE
}
