package no.journeyledger.events.journey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
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
    @JsonSubTypes.Type(value = Matter.OfClose.class, name = "CLOSE"),
    @JsonSubTypes.Type(value = Matter.OfGoal.class, name = "GOAL"),
    @JsonSubTypes.Type(value = Matter.OfMeasure.class, name = "MEASURE"),
    @JsonSubTypes.Type(value = Matter.OfAdmission.class, name = "ADMISSION"),
    @JsonSubTypes.Type(value = Matter.OfReopen.class, name = "REOPEN"),
    @JsonSubTypes.Type(value = Matter.OfIndividual.class, name = "INDIVIDUAL_DECISION"),
    @JsonSubTypes.Type(value = Matter.OfSharing.class, name = "SHARING")
})
public sealed interface Matter {

    /** The kind of decision this is the matter of. */
    @JsonIgnore
    DecisionKind decisionKind();

    /** The affairs a decision about this belongs to: whose age and whose representative's scope is asked for. */
    default Affairs affairs() {
        return switch (this) {
            case OfBudget ignored -> Affairs.ECONOMIC;
            case OfIndividual individual -> individual.appealTerm().affairs();
            case OfPlan ignored -> Affairs.PERSONAL;
            case OfStageMove ignored -> Affairs.PERSONAL;
            case OfClose ignored -> Affairs.PERSONAL;
            case OfGoal ignored -> Affairs.PERSONAL;
            case OfMeasure ignored -> Affairs.PERSONAL;
            case OfAdmission ignored -> Affairs.PERSONAL;
            case OfReopen ignored -> Affairs.PERSONAL;
            case OfSharing ignored -> Affairs.PERSONAL;
        };
    }

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

    /**
     * One goal of the agreed plan.
     *
     * @param change what is done to it
     * @param goal its id
     * @param now how it stands then, {@code null} when it is dropped
     * @param reason why; needed to drop it
     */
    record OfGoal(
            PlanChange change,
            UUID goal,
            @Nullable Goal now,
            @Nullable Sealed reason) implements Matter {
        @Override
        public DecisionKind decisionKind() {
            return DecisionKind.GOAL;
        }
    }

    /**
     * One measure of the agreed plan.
     *
     * @param change what is done to it
     * @param measure its id
     * @param now how it stands then, {@code null} when it is dropped
     * @param reason why; needed to drop it
     */
    record OfMeasure(
            PlanChange change,
            UUID measure,
            @Nullable Measure now,
            @Nullable Sealed reason) implements Matter {
        @Override
        public DecisionKind decisionKind() {
            return DecisionKind.MEASURE;
        }
    }

    /**
     * Take people in, or turn them away.
     *
     * @param admitted whether they are taken in
     * @param persons who is taken in or turned away
     * @param startingStage the circle where the journey starts, {@code null} when they are turned away
     * @param goalStage the circle of the goal, {@code null} when they are turned away
     * @param reasons why
     */
    record OfAdmission(
            boolean admitted,
            List<UUID> persons,
            @Nullable Stage startingStage,
            @Nullable Stage goalStage,
            Sealed reasons)
            implements Matter {
        @Override
        public DecisionKind decisionKind() {
            return DecisionKind.ADMISSION;
        }
    }

    /**
     * Open a closed journey again.
     *
     * @param persons who is enrolled in it then
     * @param reasons why
     */
    record OfReopen(List<UUID> persons, Sealed reasons) implements Matter {
        @Override
        public DecisionKind decisionKind() {
            return DecisionKind.REOPEN;
        }
    }

    /**
     * Decide on rights or duties under statute. Facts and legal basis are its grounds.
     *
     * @param service the service that decides
     * @param parties whose rights or duties they are
     * @param appealTerm how long they may appeal
     * @param reverses an earlier decision that no longer holds then, {@code null} for none
     */
    record OfIndividual(
            UUID service,
            List<UUID> parties,
            AppealTerm appealTerm,
            @Nullable UUID reverses) implements Matter {
        @Override
        public DecisionKind decisionKind() {
            return DecisionKind.INDIVIDUAL_DECISION;
        }
    }

    /**
     * Open more about a person to a service.
     *
     * @param consent the id of the consent it gives
     * @param person whom the information is about
     * @param service who may have it
     * @param information the kind of information, a code such as {@code health}
     * @param purpose what it may be used for
     * @param until the last day it holds, {@code null} when until withdrawn
     */
    record OfSharing(
            UUID consent,
            UUID person,
            UUID service,
            @NotPersonal("a code") String information,

            @NotPersonal("what it may be used for; the API says: never about a person")
            String purpose,

            @Nullable LocalDate until)
            implements Matter {
        @Override
        public DecisionKind decisionKind() {
            return DecisionKind.SHARING;
        }
    }
}
