package no.journeyledger.events.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Where an indicator stood, or shall stand, on a day.
 *
 * @param value in the indicator's unit
 * @param on the day
 */
public record IndicatorReading(BigDecimal value, LocalDate on) {}
