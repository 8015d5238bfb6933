package no.journeyledger.economics.discounting;

/** When in a year its payments fall. Those of year 0 fall on the day of the analysis, always. */
public enum PaymentTiming {
    /** On the last day of the year: the payment of year t is discounted by DF(t). The convention unless stated. */
    YEAR_END,
    /** In the middle of the year: DF(t - 1) / (1 + r_t)^0.5. */
    MID_YEAR,
    /** On the first day of the year: DF(t - 1). */
    YEAR_START
}
