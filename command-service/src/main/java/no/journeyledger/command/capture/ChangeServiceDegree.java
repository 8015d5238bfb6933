package no.journeyledger.command.capture;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;

/**
 * Changes how much help the household gets.
 *
 * @param journey the journey
 * @param serviceDegree 1 self-service, 2 contact person, 3 much help, lasting
 * @param reason why
 */
public record ChangeServiceDegree(UUID journey, int serviceDegree, Sealed reason) implements CaptureCommand {

    @Override
    public Ruling<CaptureRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return CapturePolicy.changeServiceDegree(state, this);
    }
}
