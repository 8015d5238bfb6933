package no.journeyledger.command.benefit;

import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.benefit.BenefitResult;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says what came of a benefit and what was learnt: the fourth step.
 *
 * @param journey the journey
 * @param benefit the card
 * @param result what came of it
 * @param lesson what was learnt
 */
public record EvaluateBenefit(
        @TargetAggregateIdentifier UUID journey, UUID benefit, BenefitResult result, Sealed lesson)
        implements AboutOneJourney {}
