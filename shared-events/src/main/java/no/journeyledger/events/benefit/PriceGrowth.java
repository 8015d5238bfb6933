package no.journeyledger.events.benefit;

import java.math.BigDecimal;

/**
 * How the real price of a gain grows, counted from the price year. Only where it is documented.
 *
 * @param rate real growth a year; 0.01 for 1 %
 * @param source where that is documented; nothing personal
 */
public record PriceGrowth(BigDecimal rate, String source) {}
