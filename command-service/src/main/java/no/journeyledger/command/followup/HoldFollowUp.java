package no.journeyledger.command.followup;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * Records in which meeting a follow-up was held.
 *
 * @param journey the journey
 * @param followUp which one
 * @param meeting the meeting
 */
public record HoldFollowUp(UUID journey, UUID followUp, UUID meeting) implements FollowUpCommand {

    @Override
    public Ruling<FollowUpRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return FollowUpPolicy.hold(state, this, circumstances);
    }
}
