package no.journeyledger.command.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.journey.MeetingKind;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that a meeting, a call or a home visit took place.
 *
 * @param journey the journey
 * @param meeting its id
 * @param kind what it was for
 * @param on the day, never in the future
 * @param attended everybody who attended: persons, workers, trusted persons
 */
public record HoldMeeting(
        @TargetAggregateIdentifier UUID journey, UUID meeting, MeetingKind kind, LocalDate on, List<UUID> attended) {}
