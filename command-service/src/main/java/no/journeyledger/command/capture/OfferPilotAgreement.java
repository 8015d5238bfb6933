package no.journeyledger.command.capture;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;

/**
 * Writes down, as the next version, what the citizen and the municipality may expect of each other.
 *
 * @param journey the journey
 * @param citizenMayExpect what the citizen may expect, at least one entry
 * @param municipalityExpects what the municipality expects, at least one entry
 */
public record OfferPilotAgreement(UUID journey, List<Sealed> citizenMayExpect, List<Sealed> municipalityExpects)
        implements CaptureCommand {

    @Override
    public Ruling<CaptureRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return CapturePolicy.offer(state, this);
    }
}
