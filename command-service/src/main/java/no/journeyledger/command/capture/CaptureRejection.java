package no.journeyledger.command.capture;

import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;
import no.journeyledger.events.journey.Stage;

/** Why somebody did not come in. */
@Source("Many doors, the qualifying checklist and enrolment (domain, section 3, steps 1 and 2)")
public sealed interface CaptureRejection extends Rejection {

    /** A journey with this id was opened before. */
    record JourneyAlreadyOpened(UUID journey) implements CaptureRejection {}

    /** The journey is closed. */
    record CaptureAfterClosing(UUID journey) implements CaptureRejection {}

    /** The person is in another open journey; nobody is in two at a time. */
    record PersonInAnotherJourney(UUID person) implements CaptureRejection {}

    /** The service degree is 1, 2 or 3. */
    record ServiceDegreeOutOfRange(int serviceDegree) implements CaptureRejection {}

    /** The person is registered in the household already. */
    record PersonAlreadyRegistered(UUID person) implements CaptureRejection {}

    /** There is one citizen per journey, registered by the referral. */
    record CitizenIsRegisteredByReferral(UUID person) implements CaptureRejection {}

    /** A child is registered with at least one holder of parental responsibility. */
    record ParentalResponsibilityMissing(UUID child) implements CaptureRejection {}

    /** Parental responsibility was given for somebody who is not a child. */
    record ParentalResponsibilityNotForAdults(UUID person) implements CaptureRejection {}

    /** A holder of parental responsibility is registered in the household before the child, and is not a child. */
    record HolderNotInHousehold(UUID holder) implements CaptureRejection {}

    /** The checklist has not been gone through. */
    record ChecklistMissing(UUID journey) implements CaptureRejection {}

    /** A point of the checklist does not hold. */
    record NotQualified(UUID journey) implements CaptureRejection {}

    /** Somebody to be enrolled is not registered in the household. */
    record MemberUnknown(UUID person) implements CaptureRejection {}

    /** Somebody to be enrolled is enrolled already. */
    record AlreadyEnrolled(UUID person) implements CaptureRejection {}

    /** Everybody registered is enrolled already. */
    record NobodyToEnrol(UUID journey) implements CaptureRejection {}

    /** The circles were set when the first of the household were enrolled and stay; a stage moves by a decision. */
    record StagesDifferFromEnrolment(Stage startingStage, Stage goalStage) implements CaptureRejection {}

    /** The goal lies below the starting stage. */
    record GoalBelowStart(Stage startingStage, Stage goalStage) implements CaptureRejection {}

    /** The household has this service degree already. */
    record ServiceDegreeUnchanged(int serviceDegree) implements CaptureRejection {}

    /** An agreement says what each side expects. */
    record AgreementIsOneSided(UUID journey) implements CaptureRejection {}

    /** Another version is the newest; 0 when none was offered. */
    record AgreementIsAnother(int newest) implements CaptureRejection {}

    /** A person accepts for themselves in their own session, and a member of the team for the municipality. */
    record NotYoursToAccept(UUID party) implements CaptureRejection {}

    /** They accepted this version before. */
    record AgreementAcceptedBefore(UUID party) implements CaptureRejection {}

    /** The case app has registered this reference before. */
    record ReferenceRegisteredBefore(UUID app) implements CaptureRejection {}
}
