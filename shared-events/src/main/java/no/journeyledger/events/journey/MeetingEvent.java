package no.journeyledger.events.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.NotPersonal;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** Meetings, what was written on the mapping sheet in them, and who confirms what was answered. */
public sealed interface MeetingEvent extends JourneyEvent {

    /**
     * A meeting, recorded call or home visit took place.
     *
     * @param meeting its id
     * @param kind what it was for
     * @param on the day
     * @param attended everybody who attended: persons, workers, trusted persons
     */
    @LogicalType("journey.meeting-held")
    record MeetingHeld(UUID meeting, MeetingKind kind, LocalDate on, List<UUID> attended) implements MeetingEvent {}

    /**
     * The mapping sheet of a meeting was recorded; it comes back to the next meeting as the next version.
     *
     * @param meeting the meeting it was written in
     * @param version 1 for the first sheet of a journey, then one more each time
     * @param owner the person whose sheet it is
     * @param entries what was written, an author per entry; empty when another form was used
     * @param otherForm where a sheet does not work for a person: the way the meeting found instead
     */
    @LogicalType(value = "journey.mapping-sheet-recorded", revision = 2)
    record MappingSheetRecorded(
            UUID meeting,
            int version,
            UUID owner,
            List<SheetEntry> entries,
            @Nullable Sealed otherForm) implements MeetingEvent {}

    /**
     * A witness confirmed, once for all, the answers recorded in a meeting.
     *
     * @param meeting the meeting
     * @param answers the ids of the answers confirmed
     * @param wordings the hashes of the wordings those answers were given to, in the same order
     * @param witness who confirms
     * @param witnessService the witness's service, {@code null} for the trusted person
     * @param spokeToThePerson whether the witness did not attend but spoke to the person afterwards
     */
    @LogicalType("journey.answers-confirmed")
    record AnswersConfirmed(
            UUID meeting,
            List<UUID> answers,
            @NotPersonal("hashes over commitments") List<String> wordings,
            UUID witness,
            @Nullable UUID witnessService,
            boolean spokeToThePerson)
            implements MeetingEvent {}
}
