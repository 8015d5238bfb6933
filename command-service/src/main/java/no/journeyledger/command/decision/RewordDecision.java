package no.journeyledger.command.decision;

import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Proposes an open decision again in another wording. Answers given to the wording before no longer count.
 *
 * @param journey the journey
 * @param decision the decision; its kind stays
 * @param proposal what is proposed now
 */
public record RewordDecision(@TargetAggregateIdentifier UUID journey, UUID decision, Proposal proposal)
        implements AboutOneJourney {}
