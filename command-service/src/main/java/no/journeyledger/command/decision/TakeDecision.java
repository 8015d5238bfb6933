package no.journeyledger.command.decision;

import java.util.UUID;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.events.Sealed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Takes a decision, if everyone it concerns took part. The taker is the actor.
 *
 * @param journey the journey
 * @param decision the decision
 * @param weighing why, and how disagreement was answered
 */
public record TakeDecision(
        @TargetAggregateIdentifier UUID journey,
        UUID decision,
        @Nullable Sealed weighing) implements AboutOneJourney {}
