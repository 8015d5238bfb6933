package no.journeyledger.command.capture;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
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
import no.journeyledger.command.capture.CaptureRejection.ParentalResponsibilityMissing;
import no.journeyledger.command.capture.CaptureRejection.ParentalResponsibilityNotForAdults;
import no.journeyledger.command.capture.CaptureRejection.PersonAlreadyRegistered;
import no.journeyledger.command.capture.CaptureRejection.ServiceDegreeOutOfRange;
import no.journeyledger.command.capture.CaptureRejection.StagesDifferFromEnrolment;
import no.journeyledger.command.capture.CaptureState.Member;
import no.journeyledger.command.capture.CaptureState.Standing;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.stage.StageState;
import no.journeyledger.events.journey.CaptureEvent.ChecklistAssessed;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CaptureEvent.HouseholdMemberRegistered;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
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
    public static Ruling<CaptureRejection> assess(JourneyState state, AssessChecklist command) {
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
                new Created.Assessment(qualified));
    }

    /** A child is registered with somebody who can answer for them. */
    public static Ruling<CaptureRejection> register(JourneyState state, RegisterHouseholdMember command) {
        if (state.closed()) {
            return rejected(new CaptureAfterClosing(command.journey()));
        }
        if (command.role() == HouseholdRole.CITIZEN) {
            return rejected(new CitizenIsRegisteredByReferral(command.person()));
        }
        if (state.capture().knows(command.person())) {
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
            if (member == null || member.role() == HouseholdRole.CHILD) {
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
            if (!capture.knows(person)) {
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
