package no.journeyledger.command.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records where the indicator stands: the third step.
 *
 * @param journey the journey
 * @param benefit the card
 * @param on the day it was measured
 * @param value in the indicator's unit
 * @param remark in words
 */
public record MeasureBenefit(
        @TargetAggregateIdentifier UUID journey,
        UUID benefit,
        LocalDate on,
        BigDecimal value,
        @Nullable Sealed remark) implements AboutOneJourney {}
