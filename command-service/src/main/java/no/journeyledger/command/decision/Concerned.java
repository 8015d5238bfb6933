package no.journeyledger.command.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.command.capture.CaptureState.Standing;
import no.journeyledger.command.decision.DecisionState.Open;
import no.journeyledger.command.journey.JourneyState;
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
            case Matter.OfBudget budget -> {
                PlannedMeasure measure = state.plan().agreedMeasure(budget.measure());
                var concerned = new HashSet<>(measure == null ? enrolled : measure.persons());
                concerned.removeIf(person -> !state.capture().includes(person));
                yield concerned;
            }
        };
    }

    /**
     * Whether the decision concerns others now than when it was proposed, so that its wording (which names them) is no longer
     * what people answered to. A person the proposer added stays concerned for as long as they are in the household.
     */
    static boolean changed(Open decision, JourneyState state) {
        return !decision.concerned().containsAll(by(decision.matter(), state))
                || decision.concerned().stream()
                        .anyMatch(person -> !state.capture().includes(person));
    }
}
