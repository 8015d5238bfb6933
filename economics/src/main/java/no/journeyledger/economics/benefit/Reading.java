package no.journeyledger.economics.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A value of an indicator on a day: its baseline or its target.
 *
 * @param value in the indicator's unit
 * @param on the day
 */
public record Reading(BigDecimal value, LocalDate on) {}
