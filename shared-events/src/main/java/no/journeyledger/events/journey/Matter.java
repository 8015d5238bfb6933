package no.journeyledger.events.journey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.NotPersonal;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** What a decision is about, one shape per kind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Matter.OfPlan.class, name = "PLAN"),
    @JsonSubTypes.Type(value = Matter.OfBudget.class, name = "BUDGET"),
    @JsonSubTypes.Type(value = Matter.OfStageMove.class, name = "STAGE_MOVE"),
    @JsonSubTypes.Type(value = Matter.OfClose.class, name = "CLOSE")
})
public sealed interface Matter {

    /** The kind of decision this is the matter of. */
    @JsonIgnore
    DecisionKind decisionKind();

    /**
     * Agree to a plan version.
     *
     * @param planVersion the version
     * @param planHash the drafted version's content hash
     */
    record OfPlan(
            int planVersion,
            @NotPersonal("a hash over commitments") String planHash) implements Matter {
        @Override
        public DecisionKind decisionKind() {
            return DecisionKind.PLAN;
        }
    }

    /**
     * Money for a measure.
     *
     * @param action allocate or release
     * @param measure the measure of the plan
     * @param lines every amount line
     */
    record OfBudget(BudgetAction action, UUID measure, List<AmountLine> lines) implements Matter {
        @Override
        public DecisionKind decisionKind() {
            return DecisionKind.BUDGET;
        }
    }

    /**
     * Move to another stage.
     *
     * @param from the stage the journey is in when this is proposed
     * @param to the stage it moves to
     * @param reason why; needed for a move back
     */
    record OfStageMove(Stage from, Stage to, @Nullable Sealed reason) implements Matter {
        @Override
        public DecisionKind decisionKind() {
            return DecisionKind.STAGE_MOVE;
        }
    }

    /** Close the journey. */
    record OfClose(CloseReason reason) implements Matter {
        @Override
        public DecisionKind decisionKind() {
            return DecisionKind.CLOSE;
        }
    }
}
