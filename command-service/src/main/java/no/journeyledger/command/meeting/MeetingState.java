package no.journeyledger.command.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import no.journeyledger.events.journey.MeetingEvent.MappingSheetRecorded;
import no.journeyledger.events.journey.MeetingEvent.MeetingHeld;

/**
 * The meetings answers may still come from, and the version of the mapping sheet.
 *
 * @param held the newest meetings, by id
 * @param sheetVersion the newest version of the sheet, 0 before the first
 */
public record MeetingState(Map<UUID, Meeting> held, int sheetVersion) {

    /** Before the first meeting. */
    public static final MeetingState EMPTY = new MeetingState(Map.of(), 0);

    /** Answers are recorded soon after a meeting and confirmed within a week, so a journey keeps only its newest meetings. */
    static final int KEPT = 60;

    /** Nothing is left out in a state read back. */
    public MeetingState {
        held = Kept.map(held);
    }

    /** A meeting: the day, and who attended. */
    public record Meeting(LocalDate on, List<UUID> attended) {

        /** Nothing is left out in a state read back. */
        public Meeting {
            attended = Kept.list(attended);
        }
    }

    /** The state after the event. */
    public MeetingState evolve(MeetingEvent event) {
        return switch (event) {
            case MeetingHeld meeting ->
                new MeetingState(
                        Kept.withNewest(held, meeting.meeting(), new Meeting(meeting.on(), meeting.attended()), KEPT),
                        sheetVersion);
            case MappingSheetRecorded sheet -> new MeetingState(held, sheet.version());
            case AnswersConfirmed ignored -> this;
        };
    }
}
