package no.journeyledger.command.followup;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * Agrees a date to meet again.
 *
 * @param journey the journey
 * @param followUp its id
 * @param on the day, today or later
 */
public record AgreeFollowUp(UUID journey, UUID followUp, LocalDate on) implements FollowUpCommand {

    @Override
    public Ruling<FollowUpRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return FollowUpPolicy.agree(state, this, circumstances);
    }
}
