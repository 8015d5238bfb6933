package no.journeyledger.command.plan;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * Records that work on a measure of the agreed plan began.
 *
 * @param journey the journey
 * @param measure which one
 * @param on the day it began, never in the future
 */
public record StartMeasure(UUID journey, UUID measure, LocalDate on) implements PlanCommand {

    @Override
    public Ruling<PlanRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return PlanPolicy.start(state, this, circumstances);
    }
}
