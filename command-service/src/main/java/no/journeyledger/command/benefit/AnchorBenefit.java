package no.journeyledger.command.benefit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says who answers for a benefit and when it is measured: the second step.
 *
 * @param journey the journey
 * @param benefit the card
 * @param owner who answers for the benefit being realised
 * @param responsible who does and measures it
 * @param measuringDates when it is measured
 */
public record AnchorBenefit(
        @TargetAggregateIdentifier UUID journey,
        UUID benefit,
        UUID owner,
        UUID responsible,
        List<LocalDate> measuringDates)
        implements AboutOneJourney {}
