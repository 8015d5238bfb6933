package no.journeyledger.command.meeting;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.allocation;
import static no.journeyledger.command.story.Story.answer;
import static no.journeyledger.command.story.Story.line;
import static no.journeyledger.command.story.Story.planned;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.meeting.MeetingRejection.AnswerUnknown;
import no.journeyledger.command.meeting.MeetingRejection.ConfirmedAnotherWording;
import no.journeyledger.command.meeting.MeetingRejection.ConfirmedTooLate;
import no.journeyledger.command.meeting.MeetingRejection.NotTrusted;
import no.journeyledger.command.meeting.MeetingRejection.NothingToConfirm;
import no.journeyledger.command.meeting.MeetingRejection.SomebodyWhoAttendedConfirms;
import no.journeyledger.command.meeting.MeetingRejection.WitnessDidNotAttend;
import no.journeyledger.command.meeting.MeetingRejection.WitnessFromSameService;
import no.journeyledger.command.meeting.MeetingRejection.WitnessIsConcerned;
import no.journeyledger.command.meeting.MeetingRejection.WitnessNeedsOwnSession;
import no.journeyledger.command.meeting.MeetingRejection.WitnessNotOnTeam;
import no.journeyledger.command.meeting.MeetingRejection.WitnessProposedIt;
import no.journeyledger.command.meeting.MeetingRejection.WitnessRecordedIt;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.Actor;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import no.journeyledger.events.journey.TeamEvent.TrustedPersonNamed;
import org.junit.jupiter.api.Test;

/** No answer rests on one worker's word alone. */
class WitnessingTest {

    /** The adviser wrote down in the meeting that Kari agrees to what the leader proposed. */
    private static Story written(UUID... alsoAttended) {
        var attended = new ArrayList<UUID>(List.of(KARI, ADVISER));
        attended.addAll(List.of(alsoAttended));
        return planned(SAMIR)
                .met(MEETING, TODAY, attended.toArray(UUID[]::new))
                .proposedBy(LEADER, allocation(line(100_000)), KARI, SAMIR)
                .written(KARI, Answer.AGREES, MEETING, Means.IN_MEETING);
    }

    private static ConfirmAnswers confirm(Story story, boolean spokeToThePerson) {
        return new ConfirmAnswers(
                JOURNEY, MEETING, List.of(new ConfirmedAnswer(answer(1), story.wordingHash())), spokeToThePerson);
    }

    @Test
    void a_witness_from_another_service_who_attended_confirms() {
        Story story = written(TEACHER);
        story.when(confirm(story, false), worker(TEACHER))
                .records(new AnswersConfirmed(
                        MEETING, List.of(answer(1)), List.of(story.wordingHash()), TEACHER, SCHOOL, false));
    }

    @Test
    void the_trusted_person_who_attended_confirms() {
        Story story = written(BENTE_WHOM_KARI_TRUSTS);
        story.when(confirm(story, false), person(BENTE_WHOM_KARI_TRUSTS))
                .records(new AnswersConfirmed(
                        MEETING,
                        List.of(answer(1)),
                        List.of(story.wordingHash()),
                        BENTE_WHOM_KARI_TRUSTS,
                        null,
                        false));
    }

    @Test
    void a_member_of_another_service_confirms_after_speaking_to_the_person_when_nobody_else_can() {
        Story story = written();
        story.when(confirm(story, true), worker(TEACHER))
                .records(new AnswersConfirmed(
                        MEETING, List.of(answer(1)), List.of(story.wordingHash()), TEACHER, SCHOOL, true));
    }

    @Test
    @Shows(NothingToConfirm.class)
    void a_confirmation_lists_what_it_confirms() {
        written(TEACHER)
                .when(new ConfirmAnswers(JOURNEY, MEETING, List.of(), false), worker(TEACHER))
                .isRejected(new NothingToConfirm(MEETING));
    }

    @Test
    @Shows(AnswerUnknown.class)
    void only_an_answer_that_waits_for_a_witness_is_confirmed() {
        Story story = written(TEACHER);
        story.when(
                        new ConfirmAnswers(
                                JOURNEY, MEETING, List.of(new ConfirmedAnswer(answer(9), story.wordingHash())), false),
                        worker(TEACHER))
                .isRejected(new AnswerUnknown(answer(9)));
        Story reworded = written(TEACHER).proposedBudget(KARI, SAMIR);
        reworded.when(confirm(reworded, false), worker(TEACHER)).isRejected(new AnswerUnknown(answer(1)));
    }

    @Test
    @Shows(ConfirmedAnotherWording.class)
    void a_confirmation_is_of_the_wording_that_was_answered_to() {
        written(TEACHER)
                .when(
                        new ConfirmAnswers(JOURNEY, MEETING, List.of(new ConfirmedAnswer(answer(1), "another")), false),
                        worker(TEACHER))
                .isRejected(new ConfirmedAnotherWording(answer(1)));
    }

    @Test
    @Shows(ConfirmedTooLate.class)
    void a_witness_confirms_within_seven_days() {
        Story story = written(TEACHER);
        story.on(TODAY.plusDays(8))
                .when(confirm(story, false), worker(TEACHER))
                .isRejected(new ConfirmedTooLate(TODAY.plusDays(7)));
        story.on(TODAY.plusDays(7)).when(confirm(story, false), worker(TEACHER)).isDone();
    }

    @Test
    @Shows(WitnessRecordedIt.class)
    void whoever_recorded_an_answer_does_not_witness_it() {
        Story story = written();
        story.when(confirm(story, false), worker(ADVISER)).isRejected(new WitnessRecordedIt(answer(1)));
    }

    @Test
    @Shows(WitnessProposedIt.class)
    void whoever_proposed_does_not_witness_the_answers() {
        Story story = written(LEADER);
        story.when(confirm(story, false), worker(LEADER)).isRejected(new WitnessProposedIt(DECISION));
    }

    @Test
    @Shows(WitnessFromSameService.class)
    void the_witness_is_from_another_service_than_the_recorder() {
        Story story = written(COLLEAGUE_OF_ADVISER);
        story.when(confirm(story, false), worker(COLLEAGUE_OF_ADVISER))
                .isRejected(new WitnessFromSameService(answer(1)));
        Story disguised = written(COLLEAGUE_OF_ADVISER);
        disguised
                .when(confirm(disguised, false), new Actor(COLLEAGUE_OF_ADVISER, Actor.Kind.WORKER, SCHOOL, null))
                .isRejected(new WitnessFromSameService(answer(1)));
    }

    @Test
    @Shows(WitnessDidNotAttend.class)
    void a_witness_attended() {
        Story story = written();
        story.when(confirm(story, false), worker(TEACHER)).isRejected(new WitnessDidNotAttend(TEACHER));
        story.when(confirm(story, true), person(BENTE_WHOM_KARI_TRUSTS))
                .isRejected(new WitnessDidNotAttend(BENTE_WHOM_KARI_TRUSTS));
    }

    @Test
    @Shows(WitnessIsConcerned.class)
    void whoever_the_decision_concerns_is_no_witness() {
        Story story = written(SAMIR).then(new TrustedPersonNamed(KARI, SAMIR, envelope(KARI, "Samir")));
        story.when(confirm(story, false), person(SAMIR)).isRejected(new WitnessIsConcerned(SAMIR));
    }

    @Test
    @Shows(SomebodyWhoAttendedConfirms.class)
    void somebody_who_attended_comes_before_somebody_who_did_not() {
        Story story = written(BENTE_WHOM_KARI_TRUSTS);
        story.when(confirm(story, true), worker(TEACHER)).isRejected(new SomebodyWhoAttendedConfirms(MEETING));
    }

    @Test
    @Shows(WitnessNotOnTeam.class)
    void a_witness_who_did_not_attend_is_on_the_team() {
        Story story = written();
        story.when(confirm(story, true), worker(OUTSIDER)).isRejected(new WitnessNotOnTeam(OUTSIDER));
    }

    @Test
    @Shows(WitnessNeedsOwnSession.class)
    void a_case_app_is_no_witness() {
        Story story = written(BENTE_WHOM_KARI_TRUSTS);
        story.when(confirm(story, false), throughCaseApp(BENTE_WHOM_KARI_TRUSTS))
                .isRejected(new WitnessNeedsOwnSession(BENTE_WHOM_KARI_TRUSTS));
    }

    @Test
    @Shows(NotTrusted.class)
    void a_person_who_witnesses_is_one_they_trust() {
        Story story = written(STRANGER);
        story.when(confirm(story, false), person(STRANGER)).isRejected(new NotTrusted(STRANGER));
    }
}
