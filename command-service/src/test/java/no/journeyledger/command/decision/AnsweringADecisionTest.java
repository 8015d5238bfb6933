package no.journeyledger.command.decision;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.answer;
import static no.journeyledger.command.story.Story.planned;

import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.decision.DecisionRejection.AnswerIdTaken;
import no.journeyledger.command.decision.DecisionRejection.AnswerMeetingUnknown;
import no.journeyledger.command.decision.DecisionRejection.AnswerNeedsMeeting;
import no.journeyledger.command.decision.DecisionRejection.DidNotAttend;
import no.journeyledger.command.decision.DecisionRejection.MeansDoNotFit;
import no.journeyledger.command.decision.DecisionRejection.NotConcerned;
import no.journeyledger.command.decision.DecisionRejection.NotThroughACaseApp;
import no.journeyledger.command.decision.DecisionRejection.NotYourAnswer;
import no.journeyledger.command.decision.DecisionRejection.OwnSessionCanAnswer;
import no.journeyledger.command.decision.DecisionRejection.RecorderNotOnTeam;
import no.journeyledger.command.decision.DecisionRejection.RepresentativeUnknown;
import no.journeyledger.command.decision.DecisionRejection.WordingIsAnother;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Means;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may say what somebody answered. */
class AnsweringADecisionTest {

    private static Story proposed() {
        return planned(SAMIR, NORA)
                .registered(STEPFATHER)
                .met(MEETING, TODAY, KARI, ADVISER)
                .proposedBudget(KARI, SAMIR, NORA);
    }

    private static RecordAnswer answerOf(
            Story story, UUID person, UUID answeredBy, Answer answer, Means means, @Nullable UUID meeting) {
        return new RecordAnswer(
                JOURNEY,
                answer(1),
                DECISION,
                person,
                answeredBy,
                story.wordingHash(),
                answer,
                null,
                means,
                null,
                meeting,
                null);
    }

    private static RecordAnswer own(Story story, UUID person) {
        return answerOf(story, person, person, Answer.AGREES, Means.SELF_SERVICE, null);
    }

    private static RecordAnswer written(Story story, UUID person) {
        return answerOf(story, person, person, Answer.AGREES, Means.IN_MEETING, MEETING);
    }

    private static AnswerRecorded recorded(
            Story story,
            UUID person,
            UUID answeredBy,
            Means means,
            @Nullable UUID meeting,
            Assurance assurance,
            UUID recordedBy) {
        return new AnswerRecorded(
                answer(1),
                DECISION,
                person,
                answeredBy,
                story.wordingHash(),
                Answer.AGREES,
                null,
                means,
                null,
                meeting,
                assurance,
                recordedBy,
                null);
    }

    @Test
    void only_the_persons_own_session_gives_self() {
        Story story = proposed();
        story.when(own(story, KARI), person(KARI))
                .records(recorded(story, KARI, KARI, Means.SELF_SERVICE, null, Assurance.SELF, KARI))
                .answers(new Created.Answer(answer(1), "SELF"));
    }

    @Test
    void a_representatives_own_session_gives_self_with_means_represented() {
        Story story = proposed();
        story.when(answerOf(story, NORA, KARI, Answer.AGREES, Means.REPRESENTED, null), person(KARI))
                .records(recorded(story, NORA, KARI, Means.REPRESENTED, null, Assurance.SELF, KARI));
    }

    @Test
    void a_workers_record_waits_for_a_witness() {
        Story story = proposed();
        story.when(written(story, KARI), worker(ADVISER))
                .records(recorded(story, KARI, KARI, Means.IN_MEETING, MEETING, Assurance.RECORDED, ADVISER))
                .answers(new Created.Answer(answer(1), "RECORDED"));
    }

    @Test
    @Shows(NotThroughACaseApp.class)
    void a_case_app_cannot_answer_for_anybody() {
        Story story = proposed();
        story.when(own(story, KARI), throughCaseApp(KARI)).isRejected(new NotThroughACaseApp(KARI));
    }

    @Test
    @Shows(NotYourAnswer.class)
    void nobody_answers_as_somebody_else() {
        Story story = proposed();
        story.when(own(story, SAMIR), person(KARI)).isRejected(new NotYourAnswer(SAMIR));
    }

    @Test
    @Shows(OwnSessionCanAnswer.class)
    void somebody_in_their_own_session_can_answer() {
        Story story = proposed();
        story.when(answerOf(story, KARI, KARI, Answer.COULD_NOT_ANSWER, Means.SELF_SERVICE, null), person(KARI))
                .isRejected(new OwnSessionCanAnswer(KARI));
    }

    @Test
    @Shows(MeansDoNotFit.class)
    void the_means_fit_who_is_asking() {
        Story story = proposed();
        story.when(answerOf(story, KARI, KARI, Answer.AGREES, Means.IN_MEETING, null), person(KARI))
                .isRejected(new MeansDoNotFit(Means.IN_MEETING));
        story.when(answerOf(story, KARI, KARI, Answer.AGREES, Means.SELF_SERVICE, MEETING), worker(ADVISER))
                .isRejected(new MeansDoNotFit(Means.SELF_SERVICE));
        story.when(answerOf(story, KARI, KARI, Answer.AGREES, Means.REPRESENTED, MEETING), worker(ADVISER))
                .isRejected(new MeansDoNotFit(Means.REPRESENTED));
    }

    @Test
    @Shows(RecorderNotOnTeam.class)
    void answers_and_hearings_are_recorded_by_the_team() {
        Story story = proposed();
        story.when(written(story, KARI), worker(OUTSIDER)).isRejected(new RecorderNotOnTeam(OUTSIDER));
        story.when(
                        new RecordHearing(
                                JOURNEY,
                                DECISION,
                                NORA,
                                story.wordingHash(),
                                HearingOutcome.HEARD,
                                false,
                                envelope(NORA, "view")),
                        worker(OUTSIDER))
                .isRejected(new RecorderNotOnTeam(OUTSIDER));
    }

    @Test
    @Shows(AnswerNeedsMeeting.class)
    void a_worker_names_the_meeting() {
        Story story = proposed();
        story.when(answerOf(story, KARI, KARI, Answer.AGREES, Means.IN_MEETING, null), worker(ADVISER))
                .isRejected(new AnswerNeedsMeeting(KARI));
    }

    @Test
    @Shows(AnswerMeetingUnknown.class)
    void the_meeting_is_known() {
        Story story = proposed();
        story.when(answerOf(story, KARI, KARI, Answer.AGREES, Means.IN_MEETING, LATER_MEETING), worker(ADVISER))
                .isRejected(new AnswerMeetingUnknown(LATER_MEETING));
    }

    @Test
    @Shows(DidNotAttend.class)
    void whoever_answered_in_a_meeting_attended_it() {
        Story story = proposed();
        story.when(written(story, SAMIR), worker(ADVISER)).isRejected(new DidNotAttend(SAMIR, MEETING));
        story.when(answerOf(story, SAMIR, SAMIR, Answer.COULD_NOT_ANSWER, Means.REMOTE, MEETING), worker(ADVISER))
                .isDone();
    }

    @Test
    @Shows(RepresentativeUnknown.class)
    void only_somebody_of_the_household_answers_for_another() {
        Story story = proposed();
        story.when(answerOf(story, NORA, STRANGER, Answer.AGREES, Means.REPRESENTED, null), person(STRANGER))
                .isRejected(new RepresentativeUnknown(STRANGER));
    }

    @Test
    @Shows(NotConcerned.class)
    void only_whom_it_concerns_has_an_answer() {
        Story story = proposed();
        story.when(own(story, STEPFATHER), person(STEPFATHER)).isRejected(new NotConcerned(STEPFATHER));
    }

    @Test
    @Shows(WordingIsAnother.class)
    void an_answer_is_to_the_wording_that_stands() {
        Story story = proposed();
        RecordAnswer toTheFirst = own(story, KARI);
        story.proposedBudget(KARI, SAMIR, NORA);
        story.when(toTheFirst, person(KARI)).isRejected(new WordingIsAnother(DECISION, story.wordingHash()));
    }

    @Test
    @Shows(AnswerIdTaken.class)
    void an_answer_is_recorded_once() {
        Story story = proposed().agree(KARI);
        story.when(own(story, KARI), person(KARI)).isRejected(new AnswerIdTaken(answer(1)));
    }
}
