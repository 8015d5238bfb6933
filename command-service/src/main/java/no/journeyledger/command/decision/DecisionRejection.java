package no.journeyledger.command.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;
import no.journeyledger.command.SpeaksForAnother;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.events.journey.Stage;
import org.jspecify.annotations.Nullable;

/** Why a decision was not proposed, answered or taken. */
@Source("The decision and participation in it (domain, section 4)")
public sealed interface DecisionRejection extends Rejection {

    /** The rule stood in the way. This is recorded on the journey. */
    record Refused(UUID decision, RefusalReason reason, List<Missing> missing, String wordingHash, String policyVersion)
            implements DecisionRejection {}

    /** The journey is closed: nothing more is proposed or answered. */
    record DecisionAfterClosing(UUID journey) implements DecisionRejection {}

    /** A decision with this id was proposed before. */
    record DecisionIdTaken(UUID decision) implements DecisionRejection {}

    /** No such decision is open. */
    record DecisionUnknown(UUID decision) implements DecisionRejection {}

    /** The decision is taken; it is not taken again nor changed. */
    record DecisionAlreadyTaken(UUID decision) implements DecisionRejection {}

    /** The proposal was withdrawn. */
    record ProposalWithdrawnBefore(UUID decision) implements DecisionRejection {}

    /** A new wording keeps the kind of the decision; propose another decision instead. */
    record KindStays(DecisionKind kind) implements DecisionRejection {}

    /** A decision is proposed, reworded and withdrawn by somebody on the team. */
    record ProposerNotOnTeam(UUID worker) implements DecisionRejection {}

    /** What is missing of people before a decision is taken is told to the team only, unless the attempt is recorded. */
    record OnlyForTheTeam(UUID worker) implements DecisionRejection {}

    /** Somebody added to those concerned is not registered in the household, or has left. */
    record AlsoConcernsUnknown(UUID person) implements DecisionRejection {}

    /** No such version of the plan is waiting for agreement. */
    record PlanVersionUnknown(int version) implements DecisionRejection {}

    /** Money goes to a measure of an agreed plan; no plan is agreed. */
    record PlanNotAgreed(UUID measure) implements DecisionRejection {}

    /** The measure is not in the agreed plan. */
    record MeasureNotInPlan(UUID measure) implements DecisionRejection {}

    /** The measure is finished. */
    record MeasureIsFinished(UUID measure) implements DecisionRejection {}

    /** A budget decision has between one and a hundred amount lines. */
    record LinesMissing(UUID decision) implements DecisionRejection {}

    /** The same line stands twice. */
    record LineTwice(UUID line) implements DecisionRejection {}

    /** An amount is positive and within what the ledger can hold. */
    record AmountOutOfRange(long amountOre) implements DecisionRejection {}

    /** The journey is in this stage already. */
    record StageUnchanged(Stage stage) implements DecisionRejection {}

    /** A stage is set by enrolment before it can move. */
    record StageBeforeEnrolment(UUID journey) implements DecisionRejection {}

    /** A move back carries its reason. */
    record MoveBackNeedsReason(Stage from, Stage to) implements DecisionRejection {}

    /** Since the last move there is no rating by the team, or by the citizen (who may have declined). */
    record RatingsMissing(boolean byTeam, boolean byCitizen) implements DecisionRejection {}

    /** When everybody leaves of their own wish, nobody decides it. */
    record CloseReasonNotForDecision(String reason) implements DecisionRejection {}

    /** The decision does not concern this person. */
    record NotConcerned(UUID person) implements DecisionRejection {}

    /** The answer was given to another wording than the one that stands now. */
    record WordingIsAnother(UUID decision, String wordingHash) implements DecisionRejection {}

    /** An answer with this id is recorded already. */
    record AnswerIdTaken(UUID answer) implements DecisionRejection {}

    /** In their own session a person answers as themselves. */
    record NotYourAnswer(UUID person) implements DecisionRejection, SpeaksForAnother {
        @Override
        public UUID inPlaceOf() {
            return person;
        }
    }

    /** A person answers in their own session; a case app cannot answer for anybody. */
    record NotThroughACaseApp(UUID person) implements DecisionRejection, SpeaksForAnother {
        @Override
        public UUID inPlaceOf() {
            return person;
        }
    }

    /** Only somebody of the household can answer for another. */
    record RepresentativeUnknown(UUID answeredBy) implements DecisionRejection {}

    /** An answer or a hearing is recorded by somebody on the team. */
    record RecorderNotOnTeam(UUID worker) implements DecisionRejection {}

    /** A worker records an answer from a meeting, a call or a home visit, and names it. */
    record AnswerNeedsMeeting(UUID person) implements DecisionRejection {}

    /** No such meeting is recorded, or too many have been held since. */
    record AnswerMeetingUnknown(UUID meeting) implements DecisionRejection {}

    /** Whoever answered attended the meeting. */
    record DidNotAttend(UUID answeredBy, UUID meeting) implements DecisionRejection {}

    /**
     * The means do not fit who is asking: a session of one's own is SELF_SERVICE, or REPRESENTED for another; a worker records
     * neither SELF_SERVICE nor, for the person's own answer, REPRESENTED.
     */
    record MeansDoNotFit(Means means) implements DecisionRejection {}

    /** Somebody in their own session can answer; could-not-answer is recorded by the team. */
    record OwnSessionCanAnswer(UUID person) implements DecisionRejection {}

    /** A hearing carries the child's view, or the reason why it was not sought. */
    record HearingNeedsView(UUID child) implements DecisionRejection {}

    /** What the decision is about has changed since it was proposed. */
    record MatterOvertaken(UUID decision) implements DecisionRejection {}

    /** Somebody who would come in is in another open journey. */
    record ConcernedInAnotherJourney(UUID person) implements DecisionRejection {}

    /** The goal is not in the agreed plan. */
    record GoalNotInPlan(UUID goal) implements DecisionRejection {}

    /** The goal or measure is in the agreed plan already: change it instead. */
    record AlreadyInPlan(UUID id) implements DecisionRejection {}

    /** What is given up is given up for a reason. */
    record DropNeedsReason(UUID id) implements DecisionRejection {}

    /** Unfinished measures serve the goal: drop them, or let them serve another, first. */
    record GoalHasMeasures(UUID goal) implements DecisionRejection {}

    /** A goal or measure that is taken up or changed is described, under its own id. */
    record DescriptionDoesNotFit(UUID id) implements DecisionRejection {}

    /** A goal or measure names at least one person, and only enrolled ones. */
    record NamesNobodyEnrolled(UUID id) implements DecisionRejection {}

    /** The last day of a measure lies before its first. */
    record MeasureEndsTooEarly(UUID measure) implements DecisionRejection {}

    /** An admission or a reopening names at least one person. */
    record AdmissionOfNobody(UUID journey) implements DecisionRejection {}

    /** Somebody to be taken in is not registered in the household, or is enrolled already. */
    record AdmissionPersonUnknown(UUID person) implements DecisionRejection {}

    /** Nobody is turned away from a journey that somebody is enrolled in: close it instead. */
    record TurnedAwayAfterEnrolment(UUID journey) implements DecisionRejection {}

    /** The checklist has not been gone through, or a point of it does not hold. */
    record ChecklistNotMet(UUID journey) implements DecisionRejection {}

    /** Who is taken in starts in a circle and has one as the goal, not below it, and the same as those before. */
    record CirclesDoNotFit(
            @Nullable Stage startingStage, @Nullable Stage goalStage) implements DecisionRejection {}

    /** The journey is open. */
    record JourneyIsOpen(UUID journey) implements DecisionRejection {}

    /** Somebody the journey would be opened again for is not in the household. */
    record ReopenPersonUnknown(UUID person) implements DecisionRejection {}

    /** A party is not in the household. */
    record PartyUnknown(UUID person) implements DecisionRejection {}

    /** The decision to be reversed is not known as one about rights or duties that still holds. */
    record ReversesUnknown(UUID decision) implements DecisionRejection {}

    /** Whoever the information is about is not in the household. */
    record SharingPersonUnknown(UUID person) implements DecisionRejection {}

    /** The last day it would be shared has passed. */
    record SharingEndsInThePast(LocalDate until) implements DecisionRejection {}

    /** A consent with this id is given already. */
    record ConsentAlreadyGiven(UUID consent) implements DecisionRejection {}

    /** The fund holds as many open reservations as it can. */
    record FundHoldsTooMuch(UUID fund) implements DecisionRejection {}

    /** No such fund. */
    record DecisionFundUnknown(UUID fund) implements DecisionRejection {}

    /** The reservation to release is not one of this measure, or less than the amount remains of it. */
    record ReservationDoesNotFit(UUID reservation) implements DecisionRejection {}
}
