package no.journeyledger.economics.appraisal;

/** Whether the values of a simulation go up and down together. */
public enum Dependence {
    /** Each value is drawn on its own; highs and lows even out, so the range is narrow. */
    INDEPENDENT,
    /** All benefits are high and all costs low at once, or the reverse: the widest range. */
    TOGETHER
}
