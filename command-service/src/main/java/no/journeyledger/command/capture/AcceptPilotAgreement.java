package no.journeyledger.command.capture;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * Accepts a version of the agreement: a person for themselves in their own session, a member of the team for the municipality.
 *
 * @param journey the journey
 * @param version the version
 */
public record AcceptPilotAgreement(UUID journey, int version) implements CaptureCommand {

    @Override
    public Ruling<CaptureRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return CapturePolicy.accept(state, this, circumstances);
    }
}
