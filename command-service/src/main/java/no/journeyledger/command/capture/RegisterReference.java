package no.journeyledger.command.capture;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * Registers under which reference a case app keeps this journey.
 *
 * @param journey the journey
 * @param app the case app, or the service of the worker
 * @param reference HMAC-SHA-256 of the reference, base64url; the reference itself goes no further than the door
 */
public record RegisterReference(UUID journey, UUID app, String reference) implements CaptureCommand {

    @Override
    public Ruling<CaptureRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return CapturePolicy.registerReference(state, this);
    }
}
