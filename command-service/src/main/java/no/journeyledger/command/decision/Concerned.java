package no.journeyledger.command.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.command.capture.CaptureState.Standing;
import no.journeyledger.command.decision.DecisionState.Open;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.plan.PlanState;
import no.journeyledger.command.plan.PlanState.PlannedMeasure;
import no.journeyledger.events.journey.Matter;

/** Whom a decision concerns: derived by the ledger from what it is about, never chosen by the proposer. */
final class Concerned {

    private Concerned() {}

    /**
     * Everybody a decision about this concerns now. Those who have left are not concerned. Money of a measure that is no longer
     * in the plan concerns everybody enrolled.
     */
    static Set<UUID> by(Matter matter, JourneyState state) {
        List<UUID> enrolled = state.capture().standing(Standing.ENROLLED);
        return switch (matter) {
            case Matter.OfPlan ignored -> new HashSet<>(enrolled);
            case Matter.OfStageMove ignored -> new HashSet<>(enrolled);
            case Matter.OfClose ignored -> new HashSet<>(enrolled);
            case Matter.OfGoal goal -> {
                var concerned = new HashSet<UUID>(
                        goal.now() == null ? List.of() : goal.now().persons());
                PlanState.Outline agreed = state.plan().agreed();
                if (agreed != null) {
                    concerned.addAll(agreed.goals().getOrDefault(goal.goal(), List.of()));
                }
                yield stillThere(concerned, state);
            }
            case Matter.OfMeasure measure -> {
                var concerned = new HashSet<UUID>(
                        measure.now() == null ? List.of() : measure.now().persons());
                PlannedMeasure agreed = state.plan().agreedMeasure(measure.measure());
                if (agreed != null) {
                    concerned.addAll(agreed.persons());
                }
                yield stillThere(concerned, state);
            }
            case Matter.OfAdmission admission -> {
                var concerned = new HashSet<>(enrolled);
                concerned.addAll(admission.persons());
                yield concerned;
            }
            case Matter.OfReopen reopen -> {
                var concerned = new HashSet<>(enrolled);
                concerned.addAll(reopen.persons());
                yield concerned;
            }
            case Matter.OfIndividual individual -> new HashSet<>(individual.parties());
            case Matter.OfSharing sharing -> new HashSet<>(List.of(sharing.person()));
            case Matter.OfBudget budget -> {
                PlannedMeasure measure = state.plan().agreedMeasure(budget.measure());
                yield stillThere(new HashSet<>(measure == null ? enrolled : measure.persons()), state);
            }
        };
    }

    /**
     * Whether the decision concerns others now than when it was proposed, so that its wording (which names them) is no longer
     * what people answered to. A person the proposer added stays concerned for as long as they are in the household.
     */
    static boolean changed(Open decision, JourneyState state) {
        return !decision.concerned().containsAll(by(decision.matter(), state))
                || decision.concerned().stream().anyMatch(person -> !mayConcern(decision.matter(), person, state));
    }

    /** Whether a decision about this can concern the person: having left keeps nobody's rights and duties from being decided. */
    static boolean mayConcern(Matter matter, UUID person, JourneyState state) {
        return switch (matter.decisionKind()) {
            case INDIVIDUAL_DECISION, REOPEN -> state.capture().knowsAlive(person);
            case PLAN, BUDGET, STAGE_MOVE, CLOSE, GOAL, MEASURE, ADMISSION, SHARING ->
                state.capture().includes(person);
        };
    }

    private static Set<UUID> stillThere(Set<UUID> persons, JourneyState state) {
        persons.removeIf(person -> !state.capture().includes(person));
        return persons;
    }
}
