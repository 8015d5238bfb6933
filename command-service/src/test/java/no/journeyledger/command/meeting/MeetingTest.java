package no.journeyledger.command.meeting;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.answer;
import static no.journeyledger.command.story.Story.enrolled;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.meeting.MeetingRejection.AreaMissing;
import no.journeyledger.command.meeting.MeetingRejection.AreaNotForBox;
import no.journeyledger.command.meeting.MeetingRejection.AuthorDidNotAttend;
import no.journeyledger.command.meeting.MeetingRejection.CircleMissing;
import no.journeyledger.command.meeting.MeetingRejection.CircleNotForBox;
import no.journeyledger.command.meeting.MeetingRejection.MeetingAfterClosing;
import no.journeyledger.command.meeting.MeetingRejection.MeetingIdTaken;
import no.journeyledger.command.meeting.MeetingRejection.MeetingInTheFuture;
import no.journeyledger.command.meeting.MeetingRejection.MeetingUnknown;
import no.journeyledger.command.meeting.MeetingRejection.NobodyAttended;
import no.journeyledger.command.meeting.MeetingRejection.NobodyOfTheHouseholdAttended;
import no.journeyledger.command.meeting.MeetingRejection.SheetIsEmpty;
import no.journeyledger.command.meeting.MeetingRejection.SheetOwnerUnknown;
import no.journeyledger.command.meeting.MeetingRejection.WithinNotForBox;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.journey.Circle;
import no.journeyledger.events.journey.MeetingEvent.MappingSheetRecorded;
import no.journeyledger.events.journey.MeetingEvent.MeetingHeld;
import no.journeyledger.events.journey.MeetingKind;
import no.journeyledger.events.journey.SheetArea;
import no.journeyledger.events.journey.SheetBox;
import no.journeyledger.events.journey.SheetEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Meetings and what is written in them. */
class MeetingTest {

    private static HoldMeeting hold(MeetingKind kind, LocalDate on, UUID... attended) {
        return new HoldMeeting(JOURNEY, MEETING, kind, on, List.of(attended));
    }

    private static RecordMappingSheet sheet(UUID owner, SheetEntry... entries) {
        return new RecordMappingSheet(JOURNEY, MEETING, owner, List.of(entries), null);
    }

    private static SheetEntry entry(UUID author, SheetBox box, @Nullable SheetArea area) {
        return new SheetEntry(author, box, area, envelope(KARI, "text"));
    }

    private static Story met() {
        return enrolled().met(MEETING, TODAY, KARI, LEADER);
    }

    @Test
    void a_meeting_is_held_and_everybody_who_attended_is_named_once() {
        enrolled()
                .when(hold(MeetingKind.MAPPING, TODAY, KARI, LEADER, KARI), worker(LEADER))
                .records(new MeetingHeld(MEETING, MeetingKind.MAPPING, TODAY, List.of(KARI, LEADER)))
                .answers(new Created.Meeting(MEETING));
    }

    @Test
    void an_attempt_nobody_answered_is_recorded_as_a_conversation() {
        enrolled()
                .when(hold(MeetingKind.CONVERSATION, TODAY, ADVISER), worker(ADVISER))
                .isDone();
    }

    @Test
    @Shows(MeetingAfterClosing.class)
    void nothing_is_recorded_of_meetings_after_closing() {
        var confirm = new ConfirmAnswers(JOURNEY, MEETING, List.of(new ConfirmedAnswer(answer(1), "hash")), false);
        for (Object command : List.of(
                hold(MeetingKind.MAPPING, TODAY, KARI), sheet(KARI, entry(KARI, SheetBox.DREAM, null)), confirm)) {
            met().closed().when(command, worker(LEADER)).isRejected(new MeetingAfterClosing(JOURNEY));
        }
    }

    @Test
    @Shows(MeetingIdTaken.class)
    void a_meeting_is_recorded_once() {
        met().when(hold(MeetingKind.MAPPING, TODAY, KARI), worker(LEADER)).isRejected(new MeetingIdTaken(MEETING));
    }

    @Test
    @Shows(MeetingInTheFuture.class)
    void a_meeting_is_recorded_when_it_has_taken_place() {
        enrolled()
                .when(hold(MeetingKind.MAPPING, TODAY.plusDays(1), KARI), worker(LEADER))
                .isRejected(new MeetingInTheFuture(TODAY.plusDays(1)));
    }

    @Test
    @Shows(NobodyAttended.class)
    void a_meeting_names_who_attended() {
        enrolled().when(hold(MeetingKind.MAPPING, TODAY), worker(LEADER)).isRejected(new NobodyAttended(MEETING));
    }

    @Test
    @Shows(NobodyOfTheHouseholdAttended.class)
    void a_meeting_without_the_household_is_no_meeting_with_them() {
        enrolled()
                .when(hold(MeetingKind.FOLLOW_UP, TODAY, LEADER, ADVISER), worker(LEADER))
                .isRejected(new NobodyOfTheHouseholdAttended(MEETING));
    }

    @Test
    void the_sheet_comes_back_as_its_next_version() {
        met().then(new MappingSheetRecorded(MEETING, 1, KARI, List.of(entry(KARI, SheetBox.DREAM, null)), null))
                .when(sheet(KARI, entry(LEADER, SheetBox.SHORT_TERM, SheetArea.HOUSING)), worker(LEADER))
                .records(new MappingSheetRecorded(
                        MEETING, 2, KARI, List.of(entry(LEADER, SheetBox.SHORT_TERM, SheetArea.HOUSING)), null))
                .answers(new Created.Sheet(2));
    }

    @Test
    void another_form_counts() {
        met().when(
                        new RecordMappingSheet(JOURNEY, MEETING, KARI, List.of(), envelope(KARI, "we played")),
                        worker(LEADER))
                .answers(new Created.Sheet(1));
    }

    @Test
    @Shows(MeetingUnknown.class)
    void a_sheet_and_a_confirmation_are_of_a_known_meeting() {
        enrolled()
                .when(sheet(KARI, entry(KARI, SheetBox.DREAM, null)), worker(LEADER))
                .isRejected(new MeetingUnknown(MEETING));
        enrolled()
                .when(
                        new ConfirmAnswers(JOURNEY, MEETING, List.of(new ConfirmedAnswer(answer(1), "hash")), false),
                        worker(TEACHER))
                .isRejected(new MeetingUnknown(MEETING));
    }

    @Test
    @Shows(SheetOwnerUnknown.class)
    void a_sheet_is_somebodys_of_the_household() {
        met().when(sheet(STRANGER, entry(KARI, SheetBox.DREAM, null)), worker(LEADER))
                .isRejected(new SheetOwnerUnknown(STRANGER));
    }

    @Test
    @Shows(SheetIsEmpty.class)
    void a_sheet_says_something() {
        met().when(sheet(KARI), worker(LEADER)).isRejected(new SheetIsEmpty(MEETING));
    }

    @Test
    @Shows(AreaMissing.class)
    void some_boxes_are_written_per_area() {
        met().when(sheet(KARI, entry(KARI, SheetBox.WE_DO_NOW, null)), worker(LEADER))
                .isRejected(new AreaMissing("WE_DO_NOW"));
    }

    @Test
    @Shows(AreaNotForBox.class)
    void the_others_stand_alone() {
        met().when(sheet(KARI, entry(KARI, SheetBox.DREAM, SheetArea.WORK)), worker(LEADER))
                .isRejected(new AreaNotForBox("DREAM"));
    }

    @Test
    @Shows(AuthorDidNotAttend.class)
    void an_entry_is_written_by_somebody_who_attended() {
        met().when(sheet(KARI, entry(TEACHER, SheetBox.DREAM, null)), worker(LEADER))
                .isRejected(new AuthorDidNotAttend(TEACHER));
    }

    @Test
    @Shows({CircleMissing.class, CircleNotForBox.class, WithinNotForBox.class})
    void the_circle_says_who_is_around_and_the_terms_say_within_how_long() {
        var text = envelope(KARI, "text");
        var around = new SheetEntry(KARI, SheetBox.AROUND_ME, null, Circle.FRIENDS, null, text);
        var soon = new SheetEntry(KARI, SheetBox.SHORT_TERM, SheetArea.WORK, null, "P3M", text);
        met().when(sheet(KARI, around, soon), worker(LEADER))
                .records(new MappingSheetRecorded(MEETING, 1, KARI, List.of(around, soon), null));
        met().when(sheet(KARI, entry(KARI, SheetBox.AROUND_ME, null)), worker(LEADER))
                .isRejected(new CircleMissing("AROUND_ME"));
        met().when(sheet(KARI, new SheetEntry(KARI, SheetBox.DREAM, null, Circle.HOME, null, text)), worker(LEADER))
                .isRejected(new CircleNotForBox("DREAM"));
        met().when(sheet(KARI, new SheetEntry(KARI, SheetBox.DREAM, null, null, "P3M", text)), worker(LEADER))
                .isRejected(new WithinNotForBox("DREAM"));
    }
}
