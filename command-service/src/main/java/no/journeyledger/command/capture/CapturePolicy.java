package no.journeyledger.command.capture;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.capture.CaptureRejection.AgreementAcceptedBefore;
import no.journeyledger.command.capture.CaptureRejection.AgreementIsAnother;
import no.journeyledger.command.capture.CaptureRejection.AgreementIsOneSided;
import no.journeyledger.command.capture.CaptureRejection.AlreadyEnrolled;
import no.journeyledger.command.capture.CaptureRejection.CaptureAfterClosing;
import no.journeyledger.command.capture.CaptureRejection.ChecklistMissing;
import no.journeyledger.command.capture.CaptureRejection.CitizenIsRegisteredByReferral;
import no.journeyledger.command.capture.CaptureRejection.GoalBelowStart;
import no.journeyledger.command.capture.CaptureRejection.HolderNotInHousehold;
import no.journeyledger.command.capture.CaptureRejection.JourneyAlreadyOpened;
import no.journeyledger.command.capture.CaptureRejection.MemberUnknown;
import no.journeyledger.command.capture.CaptureRejection.NobodyToEnrol;
import no.journeyledger.command.capture.CaptureRejection.NotQualified;
import no.journeyledger.command.capture.CaptureRejection.NotYoursToAccept;
import no.journeyledger.command.capture.CaptureRejection.ParentalResponsibilityMissing;
import no.journeyledger.command.capture.CaptureRejection.ParentalResponsibilityNotForAdults;
import no.journeyledger.command.capture.CaptureRejection.PersonAlreadyRegistered;
import no.journeyledger.command.capture.CaptureRejection.ReferenceRegisteredBefore;
import no.journeyledger.command.capture.CaptureRejection.ServiceDegreeOutOfRange;
import no.journeyledger.command.capture.CaptureRejection.ServiceDegreeUnchanged;
import no.journeyledger.command.capture.CaptureRejection.StagesDifferFromEnrolment;
import no.journeyledger.command.capture.CaptureState.Member;
import no.journeyledger.command.capture.CaptureState.Standing;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.stage.StageState;
import no.journeyledger.events.journey.CaptureEvent.ChecklistAssessed;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CaptureEvent.HouseholdMemberRegistered;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementAccepted;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementOffered;
import no.journeyledger.events.journey.CaptureEvent.ReferenceRegistered;
import no.journeyledger.events.journey.CaptureEvent.ServiceDegreeChanged;
import no.journeyledger.events.journey.HouseholdRole;

/** Who comes in, and how. */
public final class CapturePolicy {

    private CapturePolicy() {}

    /** Any service can be the way in, and so can the person. */
    public static Ruling<CaptureRejection> refer(JourneyState state, ReferPerson command) {
        if (state.journey() != null) {
            return rejected(new JourneyAlreadyOpened(command.journey()));
        }
        return accepted(
                new PersonReferred(
                        command.journey(),
                        command.person(),
                        command.name(),
                        command.birthDate(),
                        command.door(),
                        command.wish()),
                new Created.Referral(command.journey(), command.person()));
    }

    /** The checklist is recorded as it is; a target group is never a ground to turn anybody away. */
    public static Ruling<CaptureRejection> assess(
            JourneyState state, AssessChecklist command, Circumstances circumstances, BirthDates birthDates) {
        if (state.closed()) {
            return rejected(new CaptureAfterClosing(command.journey()));
        }
        if (command.serviceDegree() < 1 || command.serviceDegree() > 3) {
            return rejected(new ServiceDegreeOutOfRange(command.serviceDegree()));
        }
        boolean qualified = command.wantsChange()
                && command.complexNeeds()
                && command.longTermWork()
                && command.liftsConfidentiality();
        TargetGroupTable groups = TargetGroupTable.inForceOn(circumstances.today());
        Member citizen = state.capture().household().get(state.capture().citizen());
        boolean ofItsAge = citizen == null
                || birthDates
                        .open(citizen.birthDate())
                        .map(born -> groups.fits(command.targetGroup(), born, circumstances.today()))
                        .orElse(true);
        return accepted(
                new ChecklistAssessed(
                        command.wantsChange(),
                        command.complexNeeds(),
                        command.longTermWork(),
                        command.liftsConfidentiality(),
                        command.targetGroup(),
                        command.serviceDegree(),
                        command.reasons(),
                        qualified),
                new Created.Assessment(qualified, ofItsAge, groups.version()));
    }

    /** How much help the household gets may change as often as its situation does. */
    public static Ruling<CaptureRejection> changeServiceDegree(JourneyState state, ChangeServiceDegree command) {
        if (state.closed()) {
            return rejected(new CaptureAfterClosing(command.journey()));
        }
        Integer before = state.capture().serviceDegree();
        if (before == null) {
            return rejected(new ChecklistMissing(command.journey()));
        }
        if (command.serviceDegree() < 1 || command.serviceDegree() > 3) {
            return rejected(new ServiceDegreeOutOfRange(command.serviceDegree()));
        }
        return before == command.serviceDegree()
                ? rejected(new ServiceDegreeUnchanged(before))
                : accepted(new ServiceDegreeChanged(before, command.serviceDegree(), command.reason()));
    }

    /** An agreement goes both ways: each side says what it expects. */
    public static Ruling<CaptureRejection> offer(JourneyState state, OfferPilotAgreement command) {
        if (state.closed()) {
            return rejected(new CaptureAfterClosing(command.journey()));
        }
        if (command.citizenMayExpect().isEmpty()
                || command.municipalityExpects().isEmpty()) {
            return rejected(new AgreementIsOneSided(command.journey()));
        }
        int version = state.capture().agreement().version() + 1;
        return accepted(
                new PilotAgreementOffered(version, command.citizenMayExpect(), command.municipalityExpects()),
                new Created.PilotAgreement(version));
    }

    /** A person accepts for themselves, with nobody in between; a member of the team accepts for the municipality. */
    public static Ruling<CaptureRejection> accept(
            JourneyState state, AcceptPilotAgreement command, Circumstances circumstances) {
        if (state.closed()) {
            return rejected(new CaptureAfterClosing(command.journey()));
        }
        UUID party = circumstances.actor().id();
        CaptureState.Agreement agreement = state.capture().agreement();
        if (agreement.version() == 0 || agreement.version() != command.version()) {
            return rejected(new AgreementIsAnother(agreement.version()));
        }
        boolean may = circumstances.byPerson()
                ? circumstances.byPersonAlone() && state.capture().includes(party)
                : state.team().includes(party);
        if (!may) {
            return rejected(new NotYoursToAccept(party));
        }
        if (agreement.acceptedBy().contains(party)) {
            return rejected(new AgreementAcceptedBefore(party));
        }
        return accepted(new PilotAgreementAccepted(
                command.version(),
                party,
                circumstances.byPerson() ? null : circumstances.actor().service()));
    }

    /** A case app has one reference to a journey. */
    public static Ruling<CaptureRejection> registerReference(JourneyState state, RegisterReference command) {
        if (command.reference().equals(state.capture().references().get(command.app()))) {
            return rejected(new ReferenceRegisteredBefore(command.app()));
        }
        return accepted(new ReferenceRegistered(command.app(), command.reference()));
    }

    /** A child is registered with somebody who can answer for them. */
    public static Ruling<CaptureRejection> register(JourneyState state, RegisterHouseholdMember command) {
        if (state.closed()) {
            return rejected(new CaptureAfterClosing(command.journey()));
        }
        if (command.role() == HouseholdRole.CITIZEN) {
            return rejected(new CitizenIsRegisteredByReferral(command.person()));
        }
        Member before = state.capture().household().get(command.person());
        // Whoever moved out may move in again; the dead and those who left the programme are told apart from them.
        if (before != null && before.standing() != Standing.MOVED_OUT) {
            return rejected(new PersonAlreadyRegistered(command.person()));
        }
        List<UUID> holders = command.parentalResponsibility();
        if (command.role() != HouseholdRole.CHILD && !holders.isEmpty()) {
            return rejected(new ParentalResponsibilityNotForAdults(command.person()));
        }
        if (command.role() == HouseholdRole.CHILD && holders.isEmpty()) {
            return rejected(new ParentalResponsibilityMissing(command.person()));
        }
        for (UUID holder : holders) {
            Member member = state.capture().household().get(holder);
            if (member == null || member.role() == HouseholdRole.CHILD || !member.inHousehold()) {
                return rejected(new HolderNotInHousehold(holder));
            }
        }
        return accepted(
                new HouseholdMemberRegistered(
                        command.person(), command.role(), command.name(), command.birthDate(), holders),
                new Created.HouseholdMember(command.person()));
    }

    /** From enrolment on, decisions may concern them. */
    public static Ruling<CaptureRejection> enrol(
            JourneyState state, EnrolHousehold command, Circumstances circumstances) {
        CaptureState capture = state.capture();
        if (state.closed()) {
            return rejected(new CaptureAfterClosing(command.journey()));
        }
        Boolean qualified = capture.qualified();
        if (qualified == null) {
            return rejected(new ChecklistMissing(command.journey()));
        }
        if (!qualified) {
            return rejected(new NotQualified(command.journey()));
        }
        StageState stages = state.stages();
        if (stages.starting() != null
                && (stages.starting() != command.startingStage() || stages.goal() != command.goalStage())) {
            return rejected(new StagesDifferFromEnrolment(command.startingStage(), command.goalStage()));
        }
        if (command.goalStage().compareTo(command.startingStage()) < 0) {
            return rejected(new GoalBelowStart(command.startingStage(), command.goalStage()));
        }
        List<UUID> persons = command.persons().isEmpty()
                ? capture.standing(Standing.REGISTERED)
                : List.copyOf(new LinkedHashSet<>(command.persons()));
        for (UUID person : persons) {
            Member member = capture.household().get(person);
            if (member == null || !member.inHousehold()) {
                return rejected(new MemberUnknown(person));
            }
            if (capture.enrolled(person)) {
                return rejected(new AlreadyEnrolled(person));
            }
        }
        if (persons.isEmpty()) {
            return rejected(new NobodyToEnrol(command.journey()));
        }
        return accepted(
                new HouseholdEnrolled(
                        persons, command.startingStage(), command.goalStage(), circumstances.effectiveOn()),
                new Created.Enrolment(persons));
    }
}
