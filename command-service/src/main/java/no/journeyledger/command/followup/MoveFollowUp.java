package no.journeyledger.command.followup;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;

/**
 * Agrees another date instead.
 *
 * @param journey the journey
 * @param followUp which one
 * @param on the day, today or later
 * @param reason why it is moved
 */
public record MoveFollowUp(UUID journey, UUID followUp, LocalDate on, Sealed reason) implements FollowUpCommand {

    @Override
    public Ruling<FollowUpRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return FollowUpPolicy.move(state, this, circumstances);
    }
}
