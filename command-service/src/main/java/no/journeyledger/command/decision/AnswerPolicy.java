package no.journeyledger.command.decision;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.DecisionRejection.AnswerIdTaken;
import no.journeyledger.command.decision.DecisionRejection.AnswerMeetingUnknown;
import no.journeyledger.command.decision.DecisionRejection.AnswerNeedsMeeting;
import no.journeyledger.command.decision.DecisionRejection.DecisionAfterClosing;
import no.journeyledger.command.decision.DecisionRejection.DidNotAttend;
import no.journeyledger.command.decision.DecisionRejection.MatterOvertaken;
import no.journeyledger.command.decision.DecisionRejection.MeansDoNotFit;
import no.journeyledger.command.decision.DecisionRejection.NotConcerned;
import no.journeyledger.command.decision.DecisionRejection.NotThroughACaseApp;
import no.journeyledger.command.decision.DecisionRejection.NotYourAnswer;
import no.journeyledger.command.decision.DecisionRejection.OwnSessionCanAnswer;
import no.journeyledger.command.decision.DecisionRejection.RecorderNotOnTeam;
import no.journeyledger.command.decision.DecisionRejection.RepresentativeUnknown;
import no.journeyledger.command.decision.DecisionRejection.WordingIsAnother;
import no.journeyledger.command.decision.DecisionState.Open;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.meeting.MeetingState.Meeting;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.Means;
import org.jspecify.annotations.Nullable;

/**
 * Who may say what somebody answered. How sure the ledger is of an answer follows from the session it came in: only a person
 * alone with the ledger gives {@link Assurance#SELF}; a worker's record waits for a witness; a case app gives nothing.
 */
public final class AnswerPolicy {

    private AnswerPolicy() {}

    /** Records an answer to the wording that stands. Whether it counts is ruled on the day of taking. */
    public static Ruling<DecisionRejection> record(
            JourneyState state, RecordAnswer command, Circumstances circumstances) {
        Open open = state.decisions().open().get(command.decision());
        if (state.closed() && (open == null || !SoundMatter.mayFollowClosing(open.matter()))) {
            return rejected(new DecisionAfterClosing(command.journey()));
        }
        if (open == null) {
            return rejected(DecisionPolicy.notOpen(state, command.decision()));
        }
        DecisionRejection notTheirs = circumstances.byPerson()
                ? notByPerson(command, circumstances)
                : notByWorker(state, command, circumstances);
        if (notTheirs != null) {
            return rejected(notTheirs);
        }
        if (!command.answeredBy().equals(command.person())
                && !state.capture().knows(command.answeredBy())
                && !state.people().isRecorded(command.answeredBy(), command.person())) {
            return rejected(new RepresentativeUnknown(command.answeredBy()));
        }
        if (!open.concerned().contains(command.person())) {
            return rejected(new NotConcerned(command.person()));
        }
        if (!open.wordingHash().equals(command.wordingHash())) {
            return rejected(new WordingIsAnother(command.decision(), open.wordingHash()));
        }
        if (Concerned.changed(open, state)) {
            return rejected(new MatterOvertaken(command.decision()));
        }
        if (open.answers().stream().anyMatch(given -> given.answerId().equals(command.answerId()))) {
            return rejected(new AnswerIdTaken(command.answerId()));
        }
        Assurance assurance = circumstances.byPerson() ? Assurance.SELF : Assurance.RECORDED;
        return accepted(
                new AnswerRecorded(
                        command.answerId(),
                        command.decision(),
                        command.person(),
                        command.answeredBy(),
                        command.wordingHash(),
                        command.answer(),
                        command.ownWords(),
                        command.means(),
                        command.help(),
                        circumstances.byPerson() ? null : command.meeting(),
                        assurance,
                        circumstances.actor().id(),
                        command.signedForm()),
                new Created.Answer(command.answerId(), assurance.name()));
    }

    private static @Nullable DecisionRejection notByPerson(RecordAnswer command, Circumstances circumstances) {
        if (!circumstances.byPersonAlone()) {
            return new NotThroughACaseApp(command.person());
        }
        if (!circumstances.by(command.answeredBy())) {
            return new NotYourAnswer(command.person());
        }
        if (command.answer() == Answer.COULD_NOT_ANSWER) {
            return new OwnSessionCanAnswer(command.person());
        }
        Means fitting = command.answeredBy().equals(command.person()) ? Means.SELF_SERVICE : Means.REPRESENTED;
        return command.means() == fitting ? null : new MeansDoNotFit(command.means());
    }

    private static @Nullable DecisionRejection notByWorker(
            JourneyState state, RecordAnswer command, Circumstances circumstances) {
        UUID recorder = circumstances.actor().id();
        if (!state.team().includes(recorder)) {
            return new RecorderNotOnTeam(recorder);
        }
        if (command.meeting() == null) {
            return new AnswerNeedsMeeting(command.person());
        }
        Meeting meeting = state.meetings().held().get(command.meeting());
        if (meeting == null) {
            return new AnswerMeetingUnknown(command.meeting());
        }
        if (command.answer() != Answer.COULD_NOT_ANSWER && !meeting.attended().contains(command.answeredBy())) {
            return new DidNotAttend(command.answeredBy(), command.meeting());
        }
        boolean represented = !command.answeredBy().equals(command.person());
        return switch (command.means()) {
            case SELF_SERVICE -> new MeansDoNotFit(command.means());
            case REPRESENTED -> represented ? null : new MeansDoNotFit(command.means());
            case IN_MEETING, REMOTE, HOME_VISIT -> null;
        };
    }
}
