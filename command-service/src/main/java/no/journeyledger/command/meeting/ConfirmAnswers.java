package no.journeyledger.command.meeting;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * A witness confirms, once for all, the answers recorded in a meeting. The witness is the actor.
 *
 * @param journey the journey
 * @param meeting the meeting
 * @param answers the answers confirmed
 * @param spokeToThePerson the witness did not attend but spoke to the person afterwards
 */
public record ConfirmAnswers(UUID journey, UUID meeting, List<ConfirmedAnswer> answers, boolean spokeToThePerson)
        implements MeetingCommand {

    @Override
    public Ruling<MeetingRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return WitnessPolicy.confirm(state, this, circumstances);
    }
}
