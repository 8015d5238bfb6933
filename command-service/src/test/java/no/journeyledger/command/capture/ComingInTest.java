package no.journeyledger.command.capture;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.enrolled;
import static no.journeyledger.command.story.Story.nothing;
import static no.journeyledger.command.story.Story.qualified;
import static no.journeyledger.command.story.Story.referred;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
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
import no.journeyledger.command.capture.CaptureRejection.PersonInAnotherJourney;
import no.journeyledger.command.capture.CaptureRejection.ReferenceRegisteredBefore;
import no.journeyledger.command.capture.CaptureRejection.ServiceDegreeOutOfRange;
import no.journeyledger.command.capture.CaptureRejection.ServiceDegreeUnchanged;
import no.journeyledger.command.capture.CaptureRejection.StagesDifferFromEnrolment;
import no.journeyledger.command.person.PersonClaim;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.journey.CaptureEvent.ChecklistAssessed;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementAccepted;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementOffered;
import no.journeyledger.events.journey.CaptureEvent.ReferenceRegistered;
import no.journeyledger.events.journey.CaptureEvent.ServiceDegreeChanged;
import no.journeyledger.events.journey.Door;
import no.journeyledger.events.journey.HouseholdRole;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.TargetGroup;
import no.journeyledger.events.person.PersonEvent.JourneyClaimed;
import org.junit.jupiter.api.Test;

/** Many doors, one household. */
class ComingInTest {

    private static final ReferPerson REFER =
            new ReferPerson(JOURNEY, KARI, envelope(KARI, "Kari"), born(KARI), Door.HOUSING, null);

    private static AssessChecklist checklist(boolean wantsChange, int serviceDegree) {
        return new AssessChecklist(
                JOURNEY, wantsChange, true, true, true, TargetGroup.OTHER, serviceDegree, envelope(KARI, "why"));
    }

    private static RegisterHouseholdMember register(UUID person, HouseholdRole role, UUID... holders) {
        return new RegisterHouseholdMember(
                JOURNEY, person, role, envelope(person, "name"), born(person), List.of(holders));
    }

    private static EnrolHousehold enrol(UUID... persons) {
        return new EnrolHousehold(JOURNEY, Stage.VULNERABLE, Stage.SUSTAINABLE, List.of(persons));
    }

    @Test
    void a_person_is_referred_and_claimed_for_the_journey() {
        Story story = nothing();
        story.when(REFER, worker(TEACHER))
                .records(new PersonReferred(JOURNEY, KARI, envelope(KARI, "Kari"), born(KARI), Door.HOUSING, null))
                .answers(new Created.Referral(JOURNEY, KARI));
        assertThat(story.recordedBeside(PersonClaim.idOf(KARI))).containsExactly(new JourneyClaimed(KARI, JOURNEY));
    }

    @Test
    @Shows(JourneyAlreadyOpened.class)
    void a_journey_is_opened_once() {
        referred().when(REFER, worker(TEACHER)).isRejected(new JourneyAlreadyOpened(JOURNEY));
    }

    @Test
    @Shows(PersonInAnotherJourney.class)
    void nobody_is_in_two_open_journeys() {
        nothing().claimed(KARI, id(9)).when(REFER, worker(TEACHER)).isRejected(new PersonInAnotherJourney(KARI));
        qualified()
                .registered(SAMIR)
                .claimed(SAMIR, id(9))
                .when(enrol(), worker(LEADER))
                .isRejected(new PersonInAnotherJourney(SAMIR));
    }

    @Test
    void a_checklist_with_a_point_that_does_not_hold_is_recorded_all_the_same() {
        referred()
                .when(checklist(false, 1), worker(LEADER))
                .records(new ChecklistAssessed(
                        false, true, true, true, TargetGroup.OTHER, 1, envelope(KARI, "why"), false))
                .answers(new Created.Assessment(false, true, "target-groups-2026-01"));
    }

    @Test
    @Shows(ServiceDegreeOutOfRange.class)
    void a_service_degree_is_one_two_or_three() {
        referred().when(checklist(true, 0), worker(LEADER)).isRejected(new ServiceDegreeOutOfRange(0));
        referred().when(checklist(true, 4), worker(LEADER)).isRejected(new ServiceDegreeOutOfRange(4));
    }

    @Test
    @Shows(CaptureAfterClosing.class)
    void nothing_is_captured_after_closing() {
        for (Object command : List.of(checklist(true, 1), register(SAMIR, HouseholdRole.ADULT), enrol())) {
            qualified().closed().when(command, worker(LEADER)).isRejected(new CaptureAfterClosing(JOURNEY));
        }
    }

    @Test
    @Shows(CitizenIsRegisteredByReferral.class)
    void there_is_one_citizen() {
        referred()
                .when(register(SAMIR, HouseholdRole.CITIZEN), worker(LEADER))
                .isRejected(new CitizenIsRegisteredByReferral(SAMIR));
    }

    @Test
    @Shows(PersonAlreadyRegistered.class)
    void a_person_is_registered_once() {
        referred()
                .when(register(KARI, HouseholdRole.ADULT), worker(LEADER))
                .isRejected(new PersonAlreadyRegistered(KARI));
    }

    @Test
    @Shows(ParentalResponsibilityMissing.class)
    void a_child_is_registered_with_somebody_who_can_answer_for_them() {
        referred()
                .when(register(NORA, HouseholdRole.CHILD), worker(LEADER))
                .isRejected(new ParentalResponsibilityMissing(NORA));
    }

    @Test
    @Shows(ParentalResponsibilityNotForAdults.class)
    void nobody_holds_parental_responsibility_for_an_adult() {
        referred()
                .when(register(SAMIR, HouseholdRole.ADULT, KARI), worker(LEADER))
                .isRejected(new ParentalResponsibilityNotForAdults(SAMIR));
    }

    @Test
    @Shows(HolderNotInHousehold.class)
    void a_holder_is_registered_before_the_child_and_is_no_child() {
        referred()
                .when(register(NORA, HouseholdRole.CHILD, STRANGER), worker(LEADER))
                .isRejected(new HolderNotInHousehold(STRANGER));
        referred()
                .registered(ELIAS)
                .when(register(NORA, HouseholdRole.CHILD, ELIAS), worker(LEADER))
                .isRejected(new HolderNotInHousehold(ELIAS));
    }

    @Test
    void an_enrolment_that_is_entered_late_is_dated_the_day_it_took_effect() {
        qualified()
                .enteredLate(40)
                .when(enrol(), worker(LEADER))
                .records(
                        new HouseholdEnrolled(List.of(KARI), Stage.VULNERABLE, Stage.SUSTAINABLE, TODAY.minusDays(40)));
    }

    @Test
    void the_whole_household_is_enrolled_unless_somebody_is_named() {
        Story story = qualified().registered(NORA);
        story.when(enrol(), worker(LEADER))
                .records(new HouseholdEnrolled(List.of(KARI, NORA), Stage.VULNERABLE, Stage.SUSTAINABLE, TODAY))
                .answers(new Created.Enrolment(List.of(KARI, NORA)));
        assertThat(story.recordedBeside(PersonClaim.idOf(NORA))).containsExactly(new JourneyClaimed(NORA, JOURNEY));
        qualified().registered(NORA).when(enrol(KARI), worker(LEADER)).answers(new Created.Enrolment(List.of(KARI)));
    }

    @Test
    void somebody_who_left_may_come_back() {
        enrolled(SAMIR).left(SAMIR).when(enrol(SAMIR), worker(LEADER)).isDone();
    }

    @Test
    @Shows(ChecklistMissing.class)
    void the_checklist_comes_before_enrolment() {
        referred().when(enrol(), worker(LEADER)).isRejected(new ChecklistMissing(JOURNEY));
    }

    @Test
    @Shows(NotQualified.class)
    void a_household_is_not_enrolled_while_a_point_of_the_checklist_does_not_hold() {
        referred()
                .then(new ChecklistAssessed(
                        true, true, true, false, TargetGroup.OTHER, 1, envelope(KARI, "why"), false))
                .when(enrol(), worker(LEADER))
                .isRejected(new NotQualified(JOURNEY));
    }

    @Test
    @Shows(StagesDifferFromEnrolment.class)
    void the_circles_of_the_first_enrolment_stay() {
        enrolled()
                .registered(SAMIR)
                .when(new EnrolHousehold(JOURNEY, Stage.STABLE, Stage.SUSTAINABLE, List.of()), worker(LEADER))
                .isRejected(new StagesDifferFromEnrolment(Stage.STABLE, Stage.SUSTAINABLE));
    }

    @Test
    @Shows(GoalBelowStart.class)
    void the_goal_is_not_below_the_start() {
        qualified()
                .when(new EnrolHousehold(JOURNEY, Stage.STABLE, Stage.UNTENABLE, List.of()), worker(LEADER))
                .isRejected(new GoalBelowStart(Stage.STABLE, Stage.UNTENABLE));
    }

    @Test
    @Shows(MemberUnknown.class)
    void only_the_household_is_enrolled() {
        qualified().when(enrol(STRANGER), worker(LEADER)).isRejected(new MemberUnknown(STRANGER));
    }

    @Test
    @Shows(AlreadyEnrolled.class)
    void a_person_is_enrolled_once() {
        enrolled().when(enrol(KARI), worker(LEADER)).isRejected(new AlreadyEnrolled(KARI));
    }

    @Test
    @Shows(NobodyToEnrol.class)
    void enrolling_everybody_again_enrols_nobody() {
        enrolled().when(enrol(), worker(LEADER)).isRejected(new NobodyToEnrol(JOURNEY));
    }

    @Test
    void an_age_outside_the_target_group_is_said_and_turns_nobody_away() {
        var checklist = new AssessChecklist(
                JOURNEY, true, true, true, true, TargetGroup.YOUTH_VULNERABLE, 1, envelope(KARI, "why"));
        referred()
                .when(checklist, worker(LEADER))
                .answers(new Created.Assessment(true, false, "target-groups-2026-01"));
        var groups = TargetGroupTable.inForceOn(TODAY);
        assertThat(groups.fits(TargetGroup.YOUTH_VULNERABLE, TODAY.minusYears(16), TODAY))
                .isTrue();
        assertThat(groups.fits(
                        TargetGroup.YOUTH_VULNERABLE, TODAY.minusYears(16).plusDays(1), TODAY))
                .isFalse();
        assertThat(groups.fits(
                        TargetGroup.YOUTH_VULNERABLE, TODAY.minusYears(26).plusDays(1), TODAY))
                .isTrue();
        assertThat(groups.fits(TargetGroup.OTHER, TODAY.minusYears(70), TODAY)).isTrue();
    }

    @Test
    @Shows({ServiceDegreeUnchanged.class, ChecklistMissing.class, ServiceDegreeOutOfRange.class})
    void the_service_degree_changes_with_a_reason() {
        var to2 = new ChangeServiceDegree(JOURNEY, 2, envelope(KARI, "manages more"));
        qualified().when(to2, worker(LEADER)).records(new ServiceDegreeChanged(3, 2, envelope(KARI, "manages more")));
        qualified()
                .when(new ChangeServiceDegree(JOURNEY, 3, envelope(KARI, "x")), worker(LEADER))
                .isRejected(new ServiceDegreeUnchanged(3));
        qualified()
                .when(new ChangeServiceDegree(JOURNEY, 4, envelope(KARI, "x")), worker(LEADER))
                .isRejected(new ServiceDegreeOutOfRange(4));
        referred().when(to2, worker(LEADER)).isRejected(new ChecklistMissing(JOURNEY));
    }

    @Test
    @Shows({AgreementIsOneSided.class, AgreementIsAnother.class, NotYoursToAccept.class, AgreementAcceptedBefore.class})
    void the_pilot_agreement_goes_both_ways_and_each_side_accepts_for_itself() {
        var expects = List.of(envelope(KARI, "one plan"));
        var offered = new PilotAgreementOffered(1, expects, expects);
        enrolled()
                .when(new OfferPilotAgreement(JOURNEY, expects, expects), worker(LEADER))
                .records(offered)
                .answers(new Created.PilotAgreement(1));
        enrolled()
                .when(new OfferPilotAgreement(JOURNEY, expects, List.of()), worker(LEADER))
                .isRejected(new AgreementIsOneSided(JOURNEY));
        var accept = new AcceptPilotAgreement(JOURNEY, 1);
        enrolled().when(accept, person(KARI)).isRejected(new AgreementIsAnother(0));
        enrolled().then(offered).when(accept, person(KARI)).records(new PilotAgreementAccepted(1, KARI, null));
        enrolled().then(offered).when(accept, worker(LEADER)).records(new PilotAgreementAccepted(1, LEADER, HEALTH));
        enrolled().then(offered).when(accept, throughCaseApp(KARI)).isRejected(new NotYoursToAccept(KARI));
        enrolled().then(offered).when(accept, worker(OUTSIDER)).isRejected(new NotYoursToAccept(OUTSIDER));
        enrolled()
                .then(offered)
                .then(new PilotAgreementAccepted(1, KARI, null))
                .when(accept, person(KARI))
                .isRejected(new AgreementAcceptedBefore(KARI));
    }

    @Test
    @Shows(ReferenceRegisteredBefore.class)
    void a_case_apps_reference_is_kept_as_a_hash() {
        var reference = new RegisterReference(JOURNEY, LABOUR, "hash");
        referred().when(reference, worker(ADVISER)).records(new ReferenceRegistered(LABOUR, "hash"));
        referred()
                .then(new ReferenceRegistered(LABOUR, "hash"))
                .when(reference, worker(ADVISER))
                .isRejected(new ReferenceRegisteredBefore(LABOUR));
    }

    @Test
    void nobody_is_registered_under_the_id_of_somebody_in_another_open_journey() {
        referred()
                .claimed(SAMIR, id(9))
                .when(register(SAMIR, HouseholdRole.ADULT), worker(LEADER))
                .isRejected(new PersonInAnotherJourney(SAMIR));
    }
}
