package no.journeyledger.command.meeting;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;
import no.journeyledger.command.SpeaksForAnother;

/** Why a meeting, a sheet or a confirmation was not recorded. */
@Source("The mapping meeting and its sheet (domain, section 3, step 6); the witness (section 4)")
public sealed interface MeetingRejection extends Rejection {

    /** The journey is closed. */
    record MeetingAfterClosing(UUID journey) implements MeetingRejection {}

    /** A meeting with this id is recorded already. */
    record MeetingIdTaken(UUID meeting) implements MeetingRejection {}

    /** A meeting is recorded when it has taken place. */
    record MeetingInTheFuture(LocalDate on) implements MeetingRejection {}

    /** A meeting names who attended. */
    record NobodyAttended(UUID meeting) implements MeetingRejection {}

    /** Nobody of the household, nor anybody they trust, attended: it was not a meeting with them. */
    record NobodyOfTheHouseholdAttended(UUID meeting) implements MeetingRejection {}

    /** No such meeting is recorded, or too many have been held since. */
    record MeetingUnknown(UUID meeting) implements MeetingRejection {}

    /** The owner of the sheet is not registered in the household. */
    record SheetOwnerUnknown(UUID owner) implements MeetingRejection {}

    /** A sheet has entries, or names the other form that was used. */
    record SheetIsEmpty(UUID meeting) implements MeetingRejection {}

    /** This box is written per area. */
    record AreaMissing(String box) implements MeetingRejection {}

    /** This box stands alone and has no area. */
    record AreaNotForBox(String box) implements MeetingRejection {}

    /** In "the ones around me" an entry says which kind: family, friends, leisure, home, work or public sector. */
    record CircleMissing(String box) implements MeetingRejection {}

    /** Only "the ones around me" has kinds of people. */
    record CircleNotForBox(String box) implements MeetingRejection {}

    /** Only short term and long term say within how long. */
    record WithinNotForBox(String box) implements MeetingRejection {}

    /** An entry is written by somebody who attended. */
    record AuthorDidNotAttend(UUID author) implements MeetingRejection {}

    /** A confirmation lists the answers it confirms. */
    record NothingToConfirm(UUID meeting) implements MeetingRejection {}

    /** No such answer, waiting for a witness, was recorded in this meeting on an open decision. */
    record AnswerUnknown(UUID answer) implements MeetingRejection {}

    /** The answer was given to another wording than the one confirmed. */
    record ConfirmedAnotherWording(UUID answer) implements MeetingRejection {}

    /** A witness confirms within seven days of the meeting. */
    record ConfirmedTooLate(LocalDate lastDay) implements MeetingRejection {}

    /** Whoever recorded an answer does not witness it. */
    record WitnessRecordedIt(UUID answer) implements MeetingRejection, SpeaksForAnother {}

    /** Whoever proposed a decision does not witness the answers to it. */
    record WitnessProposedIt(UUID decision) implements MeetingRejection, SpeaksForAnother {}

    /** The witness is from another service than the one who recorded the answer. */
    record WitnessFromSameService(UUID answer) implements MeetingRejection, SpeaksForAnother {}

    /** The witness attended the meeting. */
    record WitnessDidNotAttend(UUID witness) implements MeetingRejection {}

    /** Whoever the decision concerns does not witness the answers to it. */
    record WitnessIsConcerned(UUID witness) implements MeetingRejection, SpeaksForAnother {}

    /** Somebody who may witness attended, so they confirm; speaking to the person afterwards is for when nobody did. */
    record SomebodyWhoAttendedConfirms(UUID meeting) implements MeetingRejection {}

    /** A witness who did not attend is a member of the team. */
    record WitnessNotOnTeam(UUID witness) implements MeetingRejection {}

    /** A trusted person confirms in their own session, not through a case app. */
    record WitnessNeedsOwnSession(UUID witness) implements MeetingRejection, SpeaksForAnother {}

    /** This person is not named as trusted by anybody in the household. */
    record NotTrusted(UUID witness) implements MeetingRejection, SpeaksForAnother {}
}
