package no.journeyledger.command.plan;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;

/**
 * Records why a measure was dropped that the newest agreed plan leaves out.
 *
 * @param journey the journey
 * @param measure which one
 * @param reason why
 */
public record DropMeasure(UUID journey, UUID measure, Sealed reason) implements PlanCommand {

    @Override
    public Ruling<PlanRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return PlanPolicy.drop(state, this, circumstances);
    }
}
