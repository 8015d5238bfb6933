package no.journeyledger.command.plan;

import java.util.UUID;
import no.journeyledger.events.Sealed;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Records that a measure of the agreed plan was carried out.
 *
 * @param journey the journey
 * @param measure the measure
 * @param outcome what came of it, in words
 */
public record FinishMeasure(
        @TargetAggregateIdentifier UUID journey,
        UUID measure,
        @Nullable Sealed outcome) {}
