package no.journeyledger.command.decision;

import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Withdraws a proposal before it is taken.
 *
 * @param journey the journey
 * @param decision the decision
 */
public record WithdrawProposal(@TargetAggregateIdentifier UUID journey, UUID decision) implements AboutOneJourney {}
