package no.journeyledger.command.closing;

import static no.journeyledger.command.Ruling.rejected;

import java.util.ArrayList;
import java.util.List;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.capture.CaptureState;
import no.journeyledger.command.capture.CaptureState.Standing;
import no.journeyledger.command.closing.ClosingRejection.AlreadyLeft;
import no.journeyledger.command.closing.ClosingRejection.LeaverUnknown;
import no.journeyledger.command.closing.ClosingRejection.LeavingAfterClosing;
import no.journeyledger.command.closing.ClosingRejection.NotYoursToLeave;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.people.WhoHasASay;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import no.journeyledger.events.journey.ClosingEvent.PersonLeft;
import no.journeyledger.events.journey.Phase;

/** Leaving needs nobody's leave. */
public final class ClosingPolicy {

    private ClosingPolicy() {}

    /**
     * Any record of the person's wish takes effect at once. The journey closes when nobody enrolled is left in it, or before
     * enrolment when the citizen leaves.
     */
    public static Ruling<ClosingRejection> leave(
            JourneyState state, LeaveProgramme command, Circumstances circumstances, BirthDates birthDates) {
        CaptureState capture = state.capture();
        if (state.closed()) {
            return rejected(new LeavingAfterClosing(command.journey()));
        }
        if (!capture.knows(command.person())) {
            return rejected(new LeaverUnknown(command.person()));
        }
        if (!capture.includes(command.person())) {
            return rejected(new AlreadyLeft(command.person()));
        }
        if (circumstances.byPerson()
                && !new WhoHasASay(state, circumstances.today(), birthDates)
                        .mayActFor(circumstances.actor().id(), command.person(), Affairs.PERSONAL)) {
            return rejected(new NotYoursToLeave(command.person()));
        }
        CaptureState after = capture.left(command.person());
        boolean nobodyLeft = state.phase() == Phase.CAPTURE
                ? command.person().equals(capture.citizen())
                : after.standing(Standing.ENROLLED).isEmpty();
        var events = new ArrayList<LedgerEvent>();
        events.add(new PersonLeft(command.person(), command.ownWords()));
        if (nobodyLeft) {
            events.add(new JourneyClosed(CloseReason.LEFT, null));
        }
        return new Ruling.Accepted<>(List.copyOf(events), new Created.Leaving(nobodyLeft));
    }
}
