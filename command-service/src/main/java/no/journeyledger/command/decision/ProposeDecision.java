package no.journeyledger.command.decision;

import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Proposes a decision. Whom it concerns is derived by the ledger.
 *
 * @param journey the journey
 * @param decision its id
 * @param proposal what is proposed, in its exact wording
 */
public record ProposeDecision(@TargetAggregateIdentifier UUID journey, UUID decision, Proposal proposal)
        implements AboutOneJourney {}
