package no.journeyledger.command.decision;

import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.BudgetAction;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed, in its exact wording.
 *
 * @param about what it is about
 * @param wording the exact wording people answer to
 * @param facts the facts and the rule applied, in words
 * @param legalBasis the statute it rests on, when it needs one
 * @param alsoConcerns persons of the household whom the proposer adds to those the ledger derives
 */
public record Proposal(
        About about,
        Sealed wording,
        @Nullable Sealed facts,
        @Nullable String legalBasis,
        List<UUID> alsoConcerns) {

    /** What a proposal is about, one shape per kind of decision. */
    public sealed interface About {

        /** The kind of decision. */
        default DecisionKind kind() {
            return switch (this) {
                case Plan ignored -> DecisionKind.PLAN;
                case Budget ignored -> DecisionKind.BUDGET;
                case StageMove ignored -> DecisionKind.STAGE_MOVE;
                case Close ignored -> DecisionKind.CLOSE;
                case Other other -> other.matter().decisionKind();
            };
        }
    }

    /** Agree to a drafted version of the plan. */
    public record Plan(int version) implements About {}

    /**
     * Money for a measure of the agreed plan.
     *
     * @param action allocate, or release what is reserved for an unfinished measure
     * @param measure the measure
     * @param lines every amount line; the id of a line is a new one to allocate, and the reservation's to release
     */
    public record Budget(BudgetAction action, UUID measure, List<AmountLine> lines) implements About {}

    /**
     * Move to another stage.
     *
     * @param to the stage to move to
     * @param reason why; needed for a move back
     */
    public record StageMove(Stage to, @Nullable Sealed reason) implements About {}

    /** Close the journey. */
    public record Close(CloseReason reason) implements About {}

    /**
     * Anything else, for which the ledger has nothing to add to what the proposer says.
     *
     * @param matter a goal, a measure, an admission, a reopening, rights or duties, or sharing
     */
    public record Other(Matter matter) implements About {}
}
