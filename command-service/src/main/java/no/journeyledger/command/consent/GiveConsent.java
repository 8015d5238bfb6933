package no.journeyledger.command.consent;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import org.jspecify.annotations.Nullable;

/**
 * Opens information about a person to a service.
 *
 * @param journey the journey
 * @param consent its id
 * @param person whom the information is about
 * @param service who may have it
 * @param information the kind of information, a code such as {@code health}
 * @param purpose what it may be used for
 * @param until the last day it holds, {@code null} until withdrawn
 */
public record GiveConsent(
        UUID journey,
        UUID consent,
        UUID person,
        UUID service,
        String information,
        String purpose,
        @Nullable LocalDate until)
        implements ConsentCommand {

    @Override
    public Ruling<ConsentRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return ConsentPolicy.give(state, this, circumstances, birthDates);
    }
}
