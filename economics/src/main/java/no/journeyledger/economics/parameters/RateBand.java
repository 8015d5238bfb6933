package no.journeyledger.economics.parameters;

import java.math.BigDecimal;

/**
 * A discount rate that applies from one year to the next band.
 *
 * @param firstYear the first year it discounts; year 1 is the year after the analysis
 * @param rate real, risk-adjusted, per year; 0.04 for 4 %
 */
public record RateBand(int firstYear, BigDecimal rate) {}
