package no.journeyledger.command.meeting;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.journey.JourneyState;
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
import no.journeyledger.command.meeting.MeetingState.Meeting;
import no.journeyledger.events.journey.MeetingEvent.MappingSheetRecorded;
import no.journeyledger.events.journey.MeetingEvent.MeetingHeld;
import no.journeyledger.events.journey.MeetingKind;
import no.journeyledger.events.journey.SheetBox;
import no.journeyledger.events.journey.SheetEntry;

/** What counts as a meeting, and what is written in it. */
public final class MeetingPolicy {

    private MeetingPolicy() {}

    /**
     * A meeting is held with the household, or with somebody they trust. A conversation may be an attempt nobody answered: it is
     * recorded all the same, since attempts count.
     */
    public static Ruling<MeetingRejection> hold(JourneyState state, HoldMeeting command, Circumstances circumstances) {
        if (state.closed() && !state.decisions().anyMayFollowClosing()) {
            return rejected(new MeetingAfterClosing(command.journey()));
        }
        if (state.meetings().held().containsKey(command.meeting())) {
            return rejected(new MeetingIdTaken(command.meeting()));
        }
        if (command.on().isAfter(circumstances.today())) {
            return rejected(new MeetingInTheFuture(command.on()));
        }
        List<UUID> attended = command.attended().stream().distinct().toList();
        if (attended.isEmpty()) {
            return rejected(new NobodyAttended(command.meeting()));
        }
        if (command.kind() != MeetingKind.CONVERSATION
                && attended.stream()
                        .noneMatch(who -> state.capture().includes(who)
                                || state.team().trusted().contains(who))) {
            return rejected(new NobodyOfTheHouseholdAttended(command.meeting()));
        }
        return accepted(
                new MeetingHeld(command.meeting(), command.kind(), command.on(), attended),
                new Created.Meeting(command.meeting()));
    }

    /** No box is compulsory, and another form counts. Everybody who attended may write. */
    public static Ruling<MeetingRejection> record(JourneyState state, RecordMappingSheet command) {
        if (state.closed()) {
            return rejected(new MeetingAfterClosing(command.journey()));
        }
        Meeting meeting = state.meetings().held().get(command.meeting());
        if (meeting == null) {
            return rejected(new MeetingUnknown(command.meeting()));
        }
        if (!state.capture().includes(command.owner())) {
            return rejected(new SheetOwnerUnknown(command.owner()));
        }
        if (command.entries().isEmpty() && command.otherForm() == null) {
            return rejected(new SheetIsEmpty(command.meeting()));
        }
        for (SheetEntry entry : command.entries()) {
            boolean perArea = perArea(entry.box());
            if (perArea && entry.area() == null) {
                return rejected(new AreaMissing(entry.box().name()));
            }
            if (!perArea && entry.area() != null) {
                return rejected(new AreaNotForBox(entry.box().name()));
            }
            if ((entry.box() == SheetBox.AROUND_ME) != (entry.around() != null)) {
                return rejected(
                        entry.around() == null
                                ? new CircleMissing(entry.box().name())
                                : new CircleNotForBox(entry.box().name()));
            }
            if (entry.within() != null && entry.box() != SheetBox.SHORT_TERM && entry.box() != SheetBox.LONG_TERM) {
                return rejected(new WithinNotForBox(entry.box().name()));
            }
            if (!meeting.attended().contains(entry.author())) {
                return rejected(new AuthorDidNotAttend(entry.author()));
            }
        }
        int version = state.meetings().sheetVersion() + 1;
        return accepted(
                new MappingSheetRecorded(
                        command.meeting(), version, command.owner(), command.entries(), command.otherForm()),
                new Created.Sheet(version));
    }

    private static boolean perArea(SheetBox box) {
        return switch (box) {
            case SITUATION_TODAY, WE_DO_NOW, SHORT_TERM, LONG_TERM, WHO_AND_WHEN -> true;
            case GOOD_AT, DIFFICULT, DREAM, AROUND_ME, TO_SUCCEED -> false;
        };
    }
}
