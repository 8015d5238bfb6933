package no.journeyledger.command.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.journey.MeetingKind;

/**
 * Records that a meeting, a call or a home visit took place.
 *
 * @param journey the journey
 * @param meeting its id
 * @param kind what it was for
 * @param on the day, never in the future
 * @param attended everybody who attended: persons, workers, trusted persons
 */
public record HoldMeeting(UUID journey, UUID meeting, MeetingKind kind, LocalDate on, List<UUID> attended)
        implements MeetingCommand {

    @Override
    public Ruling<MeetingRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return MeetingPolicy.hold(state, this, circumstances);
    }
}
