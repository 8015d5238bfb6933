package no.journeyledger.command.followup;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpAfterClosing;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpHeldBefore;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpIdTaken;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpInThePast;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpMeetingUnknown;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpNotByTeam;
import no.journeyledger.command.followup.FollowUpRejection.FollowUpUnknown;
import no.journeyledger.command.followup.FollowUpRejection.NotYoursToExperience;
import no.journeyledger.command.followup.FollowUpRejection.ReporterIsNotLeader;
import no.journeyledger.command.followup.FollowUpState.FollowUp;
import no.journeyledger.command.followup.FollowUpState.Standing;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.people.WhoHasASay;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.FollowUpEvent.ExperienceReported;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpAgreed;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpBecameOverdue;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpFellDue;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpHeld;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpMoved;
import org.jspecify.annotations.Nullable;

/** When the team and the family meet again, and what each says of how it goes. */
public final class FollowUpPolicy {

    private FollowUpPolicy() {}

    /** A date is agreed ahead, not afterwards. */
    public static Ruling<FollowUpRejection> agree(
            JourneyState state, AgreeFollowUp command, Circumstances circumstances) {
        FollowUpRejection notTheirs = notTheirs(state, circumstances);
        if (notTheirs != null) {
            return rejected(notTheirs);
        }
        if (state.followUps().agreed().containsKey(command.followUp())) {
            return rejected(new FollowUpIdTaken(command.followUp()));
        }
        return command.on().isBefore(circumstances.effectiveOn())
                ? rejected(new FollowUpInThePast(command.on()))
                : accepted(
                        new FollowUpAgreed(command.followUp(), command.on()), new Created.FollowUp(command.followUp()));
    }

    /** Another date needs a reason; the first one stays in the history. */
    public static Ruling<FollowUpRejection> move(
            JourneyState state, MoveFollowUp command, Circumstances circumstances) {
        FollowUpRejection cannot = notOpen(state, command.followUp(), circumstances);
        if (cannot != null) {
            return rejected(cannot);
        }
        return command.on().isBefore(circumstances.effectiveOn())
                ? rejected(new FollowUpInThePast(command.on()))
                : accepted(new FollowUpMoved(command.followUp(), command.on(), command.reason()));
    }

    /** A follow-up is held in a meeting, also when it became overdue before. */
    public static Ruling<FollowUpRejection> hold(
            JourneyState state, HoldFollowUp command, Circumstances circumstances) {
        FollowUpRejection cannot = notOpen(state, command.followUp(), circumstances);
        if (cannot != null) {
            return rejected(cannot);
        }
        return state.meetings().held().containsKey(command.meeting())
                ? accepted(new FollowUpHeld(command.followUp(), command.meeting()))
                : rejected(new FollowUpMeetingUnknown(command.meeting()));
    }

    /** What the ledger notices by itself: nothing, when the follow-up was held or moved meanwhile or the journey has closed. */
    public static Ruling<FollowUpRejection> notice(JourneyState state, NoticeFollowUp command) {
        FollowUp followUp = state.followUps().agreed().get(command.followUp());
        LedgerEvent noticed = null;
        if (!state.closed() && followUp != null && followUp.on().equals(command.on())) {
            Standing standing = followUp.standing();
            if (!command.passed() && standing == Standing.AGREED) {
                noticed = new FollowUpFellDue(command.followUp(), command.on());
            } else if (command.passed() && (standing == Standing.AGREED || standing == Standing.DUE)) {
                noticed = new FollowUpBecameOverdue(command.followUp(), command.on());
            }
        }
        return new Ruling.Accepted<>(noticed == null ? List.of() : List.of(noticed), new Created.Nothing());
    }

    /** The leader reports for the family, and the family says it themselves beside it. */
    public static Ruling<FollowUpRejection> report(
            JourneyState state, ReportExperience command, Circumstances circumstances, BirthDates birthDates) {
        if (!state.followUps().agreed().containsKey(command.followUp())) {
            return rejected(new FollowUpUnknown(command.followUp()));
        }
        UUID actor = circumstances.actor().id();
        UUID person = command.person();
        if (person == null) {
            boolean leads = !circumstances.byPerson()
                    && state.team().leader().filter(actor::equals).isPresent();
            if (!leads) {
                return rejected(new ReporterIsNotLeader(actor));
            }
        } else if (!mayTell(state, person, circumstances, birthDates)) {
            return rejected(new NotYoursToExperience(person));
        }
        return accepted(new ExperienceReported(command.followUp(), person, command.experience(), command.words()));
    }

    /** In their own session the person or who speaks for them; a worker of the team may write down what a person said. */
    private static boolean mayTell(
            JourneyState state, UUID person, Circumstances circumstances, BirthDates birthDates) {
        UUID actor = circumstances.actor().id();
        return state.capture().knows(person)
                && (circumstances.byPerson()
                        ? new WhoHasASay(state, circumstances.today(), birthDates)
                                .mayActFor(actor, person, Affairs.PERSONAL)
                        : state.team().includes(actor));
    }

    private static @Nullable FollowUpRejection notOpen(JourneyState state, UUID followUp, Circumstances circumstances) {
        FollowUpRejection notTheirs = notTheirs(state, circumstances);
        if (notTheirs != null) {
            return notTheirs;
        }
        FollowUp agreed = state.followUps().agreed().get(followUp);
        if (agreed == null) {
            return new FollowUpUnknown(followUp);
        }
        return agreed.standing() == Standing.HELD ? new FollowUpHeldBefore(followUp) : null;
    }

    private static @Nullable FollowUpRejection notTheirs(JourneyState state, Circumstances circumstances) {
        if (state.closed()) {
            return new FollowUpAfterClosing(state.id());
        }
        UUID worker = circumstances.actor().id();
        return state.team().includes(worker) ? null : new FollowUpNotByTeam(worker);
    }
}
