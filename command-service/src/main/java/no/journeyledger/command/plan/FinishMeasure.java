package no.journeyledger.command.plan;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * Records that a measure of the agreed plan was carried out.
 *
 * @param journey the journey
 * @param measure the measure
 * @param outcome what came of it, in words
 */
public record FinishMeasure(
        UUID journey, UUID measure, @Nullable Sealed outcome) implements PlanCommand {

    @Override
    public Ruling<PlanRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return PlanPolicy.finish(state, this, circumstances);
    }
}
