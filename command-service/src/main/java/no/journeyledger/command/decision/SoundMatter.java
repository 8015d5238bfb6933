package no.journeyledger.command.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Money;
import no.journeyledger.command.capture.CaptureState;
import no.journeyledger.command.decision.DecisionRejection.AdmissionOfNobody;
import no.journeyledger.command.decision.DecisionRejection.AdmissionPersonUnknown;
import no.journeyledger.command.decision.DecisionRejection.AlreadyInPlan;
import no.journeyledger.command.decision.DecisionRejection.AmountOutOfRange;
import no.journeyledger.command.decision.DecisionRejection.ChecklistNotMet;
import no.journeyledger.command.decision.DecisionRejection.CirclesDoNotFit;
import no.journeyledger.command.decision.DecisionRejection.ConsentAlreadyGiven;
import no.journeyledger.command.decision.DecisionRejection.DescriptionDoesNotFit;
import no.journeyledger.command.decision.DecisionRejection.DropNeedsReason;
import no.journeyledger.command.decision.DecisionRejection.GoalHasMeasures;
import no.journeyledger.command.decision.DecisionRejection.GoalNotInPlan;
import no.journeyledger.command.decision.DecisionRejection.JourneyIsOpen;
import no.journeyledger.command.decision.DecisionRejection.MeasureEndsTooEarly;
import no.journeyledger.command.decision.DecisionRejection.MeasureIsFinished;
import no.journeyledger.command.decision.DecisionRejection.MeasureNotInPlan;
import no.journeyledger.command.decision.DecisionRejection.NamesNobodyEnrolled;
import no.journeyledger.command.decision.DecisionRejection.PartyUnknown;
import no.journeyledger.command.decision.DecisionRejection.PlanNotAgreed;
import no.journeyledger.command.decision.DecisionRejection.ReopenPersonUnknown;
import no.journeyledger.command.decision.DecisionRejection.ReversesUnknown;
import no.journeyledger.command.decision.DecisionRejection.SharingEndsInThePast;
import no.journeyledger.command.decision.DecisionRejection.SharingPersonUnknown;
import no.journeyledger.command.decision.DecisionRejection.TurnedAwayAfterEnrolment;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.plan.PlanState;
import no.journeyledger.events.journey.CostLine;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.Phase;
import no.journeyledger.events.journey.PlanChange;
import no.journeyledger.events.journey.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What a decision may be about as things are: asked when it is proposed, and again when it is taken, since the world may have
 * moved on in between.
 */
final class SoundMatter {

    private SoundMatter() {}

    /** Whether a decision about this can be proposed and taken although the journey is closed. */
    static boolean mayFollowClosing(Matter matter) {
        return switch (matter) {
            case Matter.OfReopen ignored -> true;
            // Reversal stays possible.
            case Matter.OfIndividual individual -> individual.reverses() != null;
            case Matter.OfPlan ignored -> false;
            case Matter.OfBudget ignored -> false;
            case Matter.OfStageMove ignored -> false;
            case Matter.OfClose ignored -> false;
            case Matter.OfGoal ignored -> false;
            case Matter.OfMeasure ignored -> false;
            case Matter.OfAdmission ignored -> false;
            case Matter.OfSharing ignored -> false;
        };
    }

    static @Nullable DecisionRejection unsound(JourneyState state, Matter.OfGoal goal) {
        PlanState.Outline agreed = state.plan().agreed();
        if (agreed == null) {
            return new PlanNotAgreed(goal.goal());
        }
        boolean there = agreed.goals().containsKey(goal.goal());
        if (goal.change() == PlanChange.START && there) {
            return new AlreadyInPlan(goal.goal());
        }
        if (goal.change() != PlanChange.START && !there) {
            return new GoalNotInPlan(goal.goal());
        }
        if (goal.change() == PlanChange.DROP) {
            if (goal.reason() == null) {
                return new DropNeedsReason(goal.goal());
            }
            return agreed.measures().entrySet().stream()
                            .anyMatch(measure -> measure.getValue().goal().equals(goal.goal())
                                    && !state.plan().finished().contains(measure.getKey()))
                    ? new GoalHasMeasures(goal.goal())
                    : null;
        }
        if (goal.now() == null || !goal.now().id().equals(goal.goal())) {
            return new DescriptionDoesNotFit(goal.goal());
        }
        return allEnrolled(state, goal.now().persons()) ? null : new NamesNobodyEnrolled(goal.goal());
    }

    static @Nullable DecisionRejection unsound(JourneyState state, Matter.OfMeasure measure) {
        PlanState.Outline agreed = state.plan().agreed();
        if (agreed == null) {
            return new PlanNotAgreed(measure.measure());
        }
        if (state.plan().finished().contains(measure.measure())) {
            return new MeasureIsFinished(measure.measure());
        }
        boolean there = agreed.measures().containsKey(measure.measure());
        if (measure.change() == PlanChange.START && there) {
            return new AlreadyInPlan(measure.measure());
        }
        if (measure.change() != PlanChange.START && !there) {
            return new MeasureNotInPlan(measure.measure());
        }
        if (measure.change() == PlanChange.DROP) {
            return measure.reason() == null ? new DropNeedsReason(measure.measure()) : null;
        }
        Measure now = measure.now();
        if (now == null || !now.id().equals(measure.measure())) {
            return new DescriptionDoesNotFit(measure.measure());
        }
        if (!agreed.goals().containsKey(now.goal())) {
            return new GoalNotInPlan(now.goal());
        }
        if (!allEnrolled(state, now.persons())) {
            return new NamesNobodyEnrolled(measure.measure());
        }
        if (now.until() != null && now.until().isBefore(now.from())) {
            return new MeasureEndsTooEarly(measure.measure());
        }
        for (CostLine cost : now.costs()) {
            if (!Money.fits(cost.amountOre())) {
                return new AmountOutOfRange(cost.amountOre());
            }
        }
        return null;
    }

    static @Nullable DecisionRejection unsound(JourneyState state, Matter.OfAdmission admission) {
        if (admission.persons().isEmpty()) {
            return new AdmissionOfNobody(state.id());
        }
        for (UUID person : admission.persons()) {
            CaptureState.Member member = state.capture().household().get(person);
            if (member == null || member.standing() != CaptureState.Standing.REGISTERED) {
                return new AdmissionPersonUnknown(person);
            }
        }
        if (!admission.admitted()) {
            return state.phase() == Phase.CAPTURE ? null : new TurnedAwayAfterEnrolment(state.id());
        }
        if (!Boolean.TRUE.equals(state.capture().qualified())) {
            return new ChecklistNotMet(state.id());
        }
        Stage starting = admission.startingStage();
        Stage goal = admission.goalStage();
        boolean fit = starting != null
                && goal != null
                && goal.compareTo(starting) >= 0
                && (state.stages().starting() == null
                        || (state.stages().starting() == starting
                                && state.stages().goal() == goal));
        return fit ? null : new CirclesDoNotFit(starting, goal);
    }

    static @Nullable DecisionRejection unsound(JourneyState state, Matter.OfReopen reopen) {
        if (!state.closed()) {
            return new JourneyIsOpen(state.id());
        }
        if (reopen.persons().isEmpty()) {
            return new AdmissionOfNobody(state.id());
        }
        for (UUID person : reopen.persons()) {
            if (!state.capture().knowsAlive(person)) {
                return new ReopenPersonUnknown(person);
            }
        }
        return null;
    }

    static @Nullable DecisionRejection unsound(JourneyState state, Matter.OfIndividual individual) {
        for (UUID party : individual.parties()) {
            if (!state.capture().knowsAlive(party)) {
                return new PartyUnknown(party);
            }
        }
        return individual.reverses() == null || state.authority().holds(individual.reverses())
                ? null
                : new ReversesUnknown(individual.reverses());
    }

    static @Nullable DecisionRejection unsound(JourneyState state, Matter.OfSharing sharing, LocalDate today) {
        if (!state.capture().includes(sharing.person())) {
            return new SharingPersonUnknown(sharing.person());
        }
        if (sharing.until() != null && sharing.until().isBefore(today)) {
            return new SharingEndsInThePast(sharing.until());
        }
        return state.consents().given().containsKey(sharing.consent())
                ? new ConsentAlreadyGiven(sharing.consent())
                : null;
    }

    private static boolean allEnrolled(JourneyState state, List<UUID> persons) {
        return !persons.isEmpty() && persons.stream().allMatch(state.capture()::enrolled);
    }
}
