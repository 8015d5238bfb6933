package no.journeyledger.command.people;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.capture.CaptureState;
import no.journeyledger.command.capture.CaptureState.Member;
import no.journeyledger.command.capture.CaptureState.Standing;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.people.PeopleRejection.CitizenDoesNotMoveOut;
import no.journeyledger.command.people.PeopleRejection.HappensInTheFuture;
import no.journeyledger.command.people.PeopleRejection.HolderUnknown;
import no.journeyledger.command.people.PeopleRejection.NotAChild;
import no.journeyledger.command.people.PeopleRejection.NotInHousehold;
import no.journeyledger.command.people.PeopleRejection.NotYoursToRecord;
import no.journeyledger.command.people.PeopleRejection.NothingCorrected;
import no.journeyledger.command.people.PeopleRejection.PeopleAfterClosing;
import no.journeyledger.command.people.PeopleRejection.PeopleRecorderNotOnTeam;
import no.journeyledger.command.people.PeopleRejection.RepresentationEndsBeforeItBegins;
import no.journeyledger.command.people.PeopleRejection.RepresentationIdTaken;
import no.journeyledger.command.people.PeopleRejection.RepresentationUnknown;
import no.journeyledger.command.people.PeopleRejection.RepresentativeIsOnTeam;
import no.journeyledger.command.people.PeopleRejection.RepresentsThemselves;
import no.journeyledger.command.people.PeopleRejection.ResponsibilityUnchanged;
import no.journeyledger.command.people.PeopleRejection.ScopeMissing;
import no.journeyledger.command.people.PeopleState.Representation;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import no.journeyledger.events.journey.HouseholdRole;
import no.journeyledger.events.journey.PeopleEvent.DeathRecorded;
import no.journeyledger.events.journey.PeopleEvent.InterpreterNeedRecorded;
import no.journeyledger.events.journey.PeopleEvent.MovedOut;
import no.journeyledger.events.journey.PeopleEvent.ParentalResponsibilityChanged;
import no.journeyledger.events.journey.PeopleEvent.PersonDetailsCorrected;
import no.journeyledger.events.journey.PeopleEvent.RepresentationEnded;
import no.journeyledger.events.journey.PeopleEvent.RepresentativeAppointed;
import no.journeyledger.events.journey.Phase;
import org.jspecify.annotations.Nullable;

/** What may be recorded about the people of a household, by whom. */
public final class PeoplePolicy {

    private PeoplePolicy() {}

    /** A representative is recorded by the team, with the document it rests on; the team itself represents nobody. */
    public static Ruling<PeopleRejection> appoint(
            JourneyState state, AppointRepresentative command, Circumstances circumstances) {
        PeopleRejection notHere = notHere(state, command.person(), circumstances);
        if (notHere != null) {
            return rejected(notHere);
        }
        if (state.people().representations().containsKey(command.representation())) {
            return rejected(new RepresentationIdTaken(command.representation()));
        }
        if (command.representative().equals(command.person())) {
            return rejected(new RepresentsThemselves(command.person()));
        }
        if (state.team().includes(command.representative()) || circumstances.by(command.representative())) {
            return rejected(new RepresentativeIsOnTeam(command.representative()));
        }
        if (command.scope().isEmpty()) {
            return rejected(new ScopeMissing(command.representation()));
        }
        if (command.until() != null && command.until().isBefore(command.from())) {
            return rejected(new RepresentationEndsBeforeItBegins(command.from(), command.until()));
        }
        return accepted(
                new RepresentativeAppointed(
                        command.representation(),
                        command.person(),
                        command.representative(),
                        command.name(),
                        command.kind(),
                        List.copyOf(new LinkedHashSet<>(command.scope())),
                        command.from(),
                        command.until(),
                        command.document()),
                new Created.Representation(command.representation()));
    }

    /** A representation may be ended at any time, also after closing. */
    public static Ruling<PeopleRejection> end(
            JourneyState state, EndRepresentation command, Circumstances circumstances) {
        UUID worker = circumstances.actor().id();
        if (!state.team().includes(worker)) {
            return rejected(new PeopleRecorderNotOnTeam(worker));
        }
        Representation ending = state.people().representations().get(command.representation());
        return ending == null
                ? rejected(new RepresentationUnknown(command.representation()))
                : accepted(new RepresentationEnded(command.representation(), ending.person(), command.reason()));
    }

    /** Parental responsibility is held by adults of the household, for a child of it. */
    public static Ruling<PeopleRejection> changeResponsibility(
            JourneyState state, ChangeParentalResponsibility command, Circumstances circumstances) {
        PeopleRejection notHere = notHere(state, command.child(), circumstances);
        if (notHere != null) {
            return rejected(notHere);
        }
        Member child = state.capture().household().get(command.child());
        if (child == null || child.role() != HouseholdRole.CHILD) {
            return rejected(new NotAChild(command.child()));
        }
        for (UUID holder : command.holders()) {
            Member member = state.capture().household().get(holder);
            if (member == null || member.role() == HouseholdRole.CHILD || !member.inHousehold()) {
                return rejected(new HolderUnknown(holder));
            }
        }
        List<UUID> holders = List.copyOf(new LinkedHashSet<>(command.holders()));
        if (new HashSet<>(holders).equals(new HashSet<>(child.parentalResponsibility()))) {
            return rejected(new ResponsibilityUnchanged(command.child()));
        }
        return accepted(new ParentalResponsibilityChanged(command.child(), holders, command.document()));
    }

    /** What somebody needs may be recorded from the first day, by whoever meets them. */
    public static Ruling<PeopleRejection> interpreterNeed(
            JourneyState state, RecordInterpreterNeed command, Circumstances circumstances, BirthDates birthDates) {
        PeopleRejection gone = gone(state, command.person());
        if (gone != null) {
            return rejected(gone);
        }
        boolean theirs = !circumstances.byPerson()
                || new WhoHasASay(state, circumstances.today(), birthDates)
                        .mayActFor(circumstances.actor().id(), command.person(), Affairs.PERSONAL);
        return !theirs
                ? rejected(new NotYoursToRecord(command.person()))
                : accepted(new InterpreterNeedRecorded(
                        command.person(), command.interpreter(), command.language(), command.otherHelp()));
    }

    /** A wrong birth date would have the rule treat a child as grown, or a grown person as a child. */
    public static Ruling<PeopleRejection> correct(
            JourneyState state, CorrectPersonDetails command, Circumstances circumstances) {
        PeopleRejection notHere = notHere(state, command.person(), circumstances);
        if (notHere != null) {
            return rejected(notHere);
        }
        if (command.name() == null && command.birthDate() == null) {
            return rejected(new NothingCorrected(command.person()));
        }
        return accepted(
                new PersonDetailsCorrected(command.person(), command.name(), command.birthDate(), command.reason()));
    }

    /** Whoever moves out is concerned by nothing more here; when nobody enrolled is left, the journey closes. */
    public static Ruling<PeopleRejection> moveOut(JourneyState state, MoveOut command, Circumstances circumstances) {
        PeopleRejection gone = gone(state, command.person());
        if (gone != null) {
            return rejected(gone);
        }
        if (command.person().equals(state.capture().citizen())) {
            return rejected(new CitizenDoesNotMoveOut(command.person()));
        }
        if (command.on().isAfter(circumstances.today())) {
            return rejected(new HappensInTheFuture(command.on()));
        }
        return ending(
                state,
                new MovedOut(command.person(), command.on()),
                state.capture().standing(command.person(), Standing.MOVED_OUT),
                CloseReason.MOVED,
                false);
    }

    /** The dead are never concerned. The journey closes when the citizen died before enrolment, or nobody enrolled is left. */
    public static Ruling<PeopleRejection> died(JourneyState state, RecordDeath command, Circumstances circumstances) {
        PeopleRejection gone = gone(state, command.person());
        if (gone != null) {
            return rejected(gone);
        }
        if (command.on().isAfter(circumstances.today())) {
            return rejected(new HappensInTheFuture(command.on()));
        }
        return ending(
                state,
                new DeathRecorded(command.person(), command.on()),
                state.capture().standing(command.person(), Standing.DIED),
                CloseReason.DIED,
                command.person().equals(state.capture().citizen()));
    }

    private static Ruling<PeopleRejection> ending(
            JourneyState state, LedgerEvent event, CaptureState after, CloseReason reason, boolean citizen) {
        boolean nobodyLeft = state.phase() == Phase.CAPTURE
                ? citizen
                : after.standing(Standing.ENROLLED).isEmpty();
        var events = new ArrayList<LedgerEvent>();
        events.add(event);
        if (nobodyLeft) {
            events.add(new JourneyClosed(reason, null));
        }
        return new Ruling.Accepted<>(List.copyOf(events), new Created.Leaving(nobodyLeft));
    }

    private static @Nullable PeopleRejection gone(JourneyState state, UUID person) {
        if (state.closed()) {
            return new PeopleAfterClosing(state.id());
        }
        Member member = state.capture().household().get(person);
        return member != null && member.inHousehold() ? null : new NotInHousehold(person);
    }

    private static @Nullable PeopleRejection notHere(JourneyState state, UUID person, Circumstances circumstances) {
        PeopleRejection gone = gone(state, person);
        if (gone != null) {
            return gone;
        }
        UUID worker = circumstances.actor().id();
        return state.team().includes(worker) ? null : new PeopleRecorderNotOnTeam(worker);
    }
}
