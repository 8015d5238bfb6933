package no.journeyledger.command.plan;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why a plan was not drafted or a measure not finished. */
@Source("The investment plan (domain, section 3, step 7)")
public sealed interface PlanRejection extends Rejection {

    /** The journey is closed. */
    record PlanAfterClosing(UUID journey) implements PlanRejection {}

    /** A plan is made with an enrolled household. */
    record PlanBeforeEnrolment(UUID journey) implements PlanRejection {}

    /** The plan is drafted by somebody on the team. */
    record DrafterNotOnTeam(UUID worker) implements PlanRejection {}

    /** A plan has at least one goal. */
    record GoalsMissing(UUID journey) implements PlanRejection {}

    /** A goal or measure id stands twice in the plan. */
    record PlanIdTwice(UUID id) implements PlanRejection {}

    /** A measure serves a goal that is not in this plan. */
    record GoalUnknown(UUID goal) implements PlanRejection {}

    /** A goal or measure names at least one person. */
    record NamesNobody(UUID id) implements PlanRejection {}

    /** The plan names somebody who is not enrolled. */
    record PlanPersonUnknown(UUID person) implements PlanRejection {}

    /** A cost is a positive amount within what the ledger can hold. */
    record CostOutOfRange(long amountOre) implements PlanRejection {}

    /** The last day of a measure lies before its first. */
    record MeasureEndsBeforeItBegins(UUID measure) implements PlanRejection {}

    /** The measure is not in the agreed plan. */
    record MeasureUnknown(UUID measure) implements PlanRejection {}

    /** The measure is finished already. */
    record MeasureAlreadyFinished(UUID measure) implements PlanRejection {}

    /** Work on the measure began before. */
    record MeasureAlreadyStarted(UUID measure) implements PlanRejection {}

    /** What has begun is recorded, not what will. */
    record MeasureStartsInTheFuture(LocalDate on) implements PlanRejection {}

    /** The measure is in the agreed plan: people agree to a plan without it first. */
    record MeasureStillAgreed(UUID measure) implements PlanRejection {}

    /** A plan with this id was gathered before. */
    record PlanAlreadyGathered(UUID gathered) implements PlanRejection {}
}
