package no.journeyledger.command.meeting;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.DecisionState.Given;
import no.journeyledger.command.decision.DecisionState.Open;
import no.journeyledger.command.decision.PolicyTable;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.meeting.MeetingRejection.AnswerUnknown;
import no.journeyledger.command.meeting.MeetingRejection.ConfirmedAnotherWording;
import no.journeyledger.command.meeting.MeetingRejection.ConfirmedTooLate;
import no.journeyledger.command.meeting.MeetingRejection.MeetingAfterClosing;
import no.journeyledger.command.meeting.MeetingRejection.MeetingUnknown;
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
import no.journeyledger.command.meeting.MeetingState.Meeting;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import org.jspecify.annotations.Nullable;

/**
 * Who may witness what was answered in a meeting, so that no answer rests on one worker's word alone. That the taker is no
 * witness either shows only when the decision is taken, and is ruled there.
 */
public final class WitnessPolicy {

    private WitnessPolicy() {}

    /** One confirmation, for all the answers it lists. */
    public static Ruling<MeetingRejection> confirm(
            JourneyState state, ConfirmAnswers command, Circumstances circumstances) {
        if (state.closed() && !state.decisions().anyMayFollowClosing()) {
            return rejected(new MeetingAfterClosing(command.journey()));
        }
        Meeting meeting = state.meetings().held().get(command.meeting());
        if (meeting == null) {
            return rejected(new MeetingUnknown(command.meeting()));
        }
        if (command.answers().isEmpty()) {
            return rejected(new NothingToConfirm(command.meeting()));
        }
        LocalDate lastDay = meeting.on()
                .plusDays(PolicyTable.inForceOn(circumstances.today()).witnessWithinDays());
        if (circumstances.today().isAfter(lastDay)) {
            return rejected(new ConfirmedTooLate(lastDay));
        }
        UUID witness = circumstances.actor().id();
        boolean attended = meeting.attended().contains(witness);
        MeetingRejection unfit = unfit(state, command, circumstances, attended);
        if (unfit != null) {
            return rejected(unfit);
        }
        for (ConfirmedAnswer confirmed : command.answers()) {
            MeetingRejection cannot = cannotWitness(state, command, confirmed, circumstances, meeting);
            if (cannot != null) {
                return rejected(cannot);
            }
        }
        return accepted(new AnswersConfirmed(
                command.meeting(),
                command.answers().stream().map(ConfirmedAnswer::answer).toList(),
                command.answers().stream().map(ConfirmedAnswer::wordingHash).toList(),
                witness,
                circumstances.actor().service(),
                !attended));
    }

    /** Whether this is somebody who may witness in this meeting at all. */
    private static @Nullable MeetingRejection unfit(
            JourneyState state, ConfirmAnswers command, Circumstances circumstances, boolean attended) {
        UUID witness = circumstances.actor().id();
        if (circumstances.byPerson()) {
            if (!circumstances.byPersonAlone()) {
                return new WitnessNeedsOwnSession(witness);
            }
            if (!state.team().trusted().contains(witness)) {
                return new NotTrusted(witness);
            }
            return attended ? null : new WitnessDidNotAttend(witness);
        }
        if (!attended && !command.spokeToThePerson()) {
            return new WitnessDidNotAttend(witness);
        }
        return attended || state.team().includes(witness) ? null : new WitnessNotOnTeam(witness);
    }

    private static @Nullable MeetingRejection cannotWitness(
            JourneyState state,
            ConfirmAnswers command,
            ConfirmedAnswer confirmed,
            Circumstances circumstances,
            Meeting meeting) {
        UUID witness = circumstances.actor().id();
        for (Open decision : state.decisions().open().values()) {
            for (Given given : decision.answers()) {
                if (!given.answerId().equals(confirmed.answer())
                        || given.assurance() != Assurance.RECORDED
                        || !command.meeting().equals(given.meeting())) {
                    continue;
                }
                if (!decision.wordingHash().equals(confirmed.wordingHash())) {
                    return new ConfirmedAnotherWording(confirmed.answer());
                }
                if (given.recordedBy().equals(witness)) {
                    return new WitnessRecordedIt(confirmed.answer());
                }
                if (decision.proposer().equals(witness)) {
                    return new WitnessProposedIt(decision.decision());
                }
                if (decision.concerned().contains(witness) || given.answeredBy().equals(witness)) {
                    return new WitnessIsConcerned(witness);
                }
                if (!circumstances.byPerson() && sameService(state, circumstances, given)) {
                    return new WitnessFromSameService(confirmed.answer());
                }
                return !meeting.attended().contains(witness) && somebodyElseCan(state, meeting, decision, given)
                        ? new SomebodyWhoAttendedConfirms(command.meeting())
                        : null;
            }
        }
        return new AnswerUnknown(confirmed.answer());
    }

    /** Neither the service in the token nor the one the team knows them by may be the recorder's; unknown counts as same. */
    private static boolean sameService(JourneyState state, Circumstances circumstances, Given given) {
        UUID recorders = given.recorderService();
        UUID byToken = circumstances.actor().service();
        UUID byTeam = state.team().serviceOf(circumstances.actor().id());
        return recorders == null || byToken == null || recorders.equals(byToken) || recorders.equals(byTeam);
    }

    private static boolean somebodyElseCan(JourneyState state, Meeting meeting, Open decision, Given given) {
        List<UUID> trusted = state.team().trusted();
        return meeting.attended().stream().anyMatch(who -> {
            UUID service = state.team().serviceOf(who);
            boolean worker = service != null && !service.equals(given.recorderService());
            return (worker || trusted.contains(who))
                    && !who.equals(given.recordedBy())
                    && !who.equals(decision.proposer())
                    && !who.equals(given.answeredBy())
                    && !decision.concerned().contains(who);
        });
    }
}
