package no.journeyledger.command.benefit;

import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Says that a benefit is no longer pursued.
 *
 * @param journey the journey
 * @param benefit the card
 * @param reason why
 */
public record DropBenefit(@TargetAggregateIdentifier UUID journey, UUID benefit, Sealed reason)
        implements AboutOneJourney {}
