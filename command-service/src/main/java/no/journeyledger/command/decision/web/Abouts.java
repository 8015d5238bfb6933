package no.journeyledger.command.decision.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.decision.Proposal;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Invalid;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.AppealTerm;
import no.journeyledger.events.journey.BudgetAction;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.CostLine;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.Goal;
import no.journeyledger.events.journey.Horizon;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.PlanChange;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.WorkPhase;
import org.jspecify.annotations.Nullable;

/** What a proposal may be about, one field per kind of decision, of which exactly one is given. */
interface Abouts {

    @Nullable
    AboutPlan plan();

    @Nullable
    AboutBudget budget();

    @Nullable
    AboutStage stageMove();

    @Nullable
    AboutClosing close();

    @Nullable
    AboutGoal goal();

    @Nullable
    AboutMeasure measure();

    @Nullable
    AboutAdmission admission();

    @Nullable
    AboutReopening reopen();

    @Nullable
    AboutRights individualDecision();

    @Nullable
    AboutSharing sharing();

    /** About a plan. */
    record AboutPlan(@NotNull @Positive Integer version) {}

    /** One amount line. */
    record Line(
            @Schema(description = "To allocate: its id, made by the ledger when left out. Otherwise: the reservation")
            @Nullable
            UUID id,

            @NotNull UUID fund,
            @NotNull UUID payingService,

            @NotNull @Min(Limits.FIRST_YEAR) @Max(Limits.LAST_YEAR)
            Integer year,

            @Schema(description = "Whole øre") @NotNull @Positive @Max(Limits.ORE)
            Long amountOre) {}

    /** About money for a measure. */
    record AboutBudget(
            @NotNull BudgetAction action,
            @NotNull UUID measure,
            @NotNull @Size(max = Limits.ITEMS) List<@NotNull @Valid Line> lines) {}

    /** About a stage. */
    record AboutStage(
            @NotNull Stage to,

            @Schema(description = "Needed for a move back") @Nullable @Size(max = Limits.TEXT)
            String reason) {}

    /** About closing. */
    record AboutClosing(@NotNull CloseReason reason) {}

    /** About one goal of the agreed plan. */
    record AboutGoal(
            @NotNull PlanChange change,

            @Schema(description = "To start one: its id, made by the ledger when left out. Otherwise: the goal")
            @Nullable
            UUID id,

            @Schema(description = "The goal in words; left out to drop it") @Nullable @Size(max = Limits.TEXT)
            String text,

            @Nullable Horizon horizon,

            @Schema(description = "Whom it names") @Nullable @Size(max = Limits.PERSONS)
            List<@NotNull UUID> persons,

            @Nullable LocalDate by,

            @Schema(description = "Needed to drop it") @Nullable @Size(max = Limits.TEXT)
            String reason) {}

    /** What a measure costs one paying service in one year. */
    record Cost(
            @NotNull UUID payingService,

            @NotNull @Min(Limits.FIRST_YEAR) @Max(Limits.LAST_YEAR)
            Integer year,

            @Schema(description = "Whole øre") @NotNull @Positive @Max(Limits.ORE)
            Long amountOre) {}

    /** About one measure of the agreed plan. */
    record AboutMeasure(
            @NotNull PlanChange change,

            @Schema(description = "To start one: its id, made by the ledger when left out. Otherwise: the measure")
            @Nullable
            UUID id,

            @Schema(description = "The goal it serves; this and what follows is left out to drop it") @Nullable
            UUID goal,

            @Nullable @Size(max = Limits.TEXT) String text,
            @Nullable LifeArea area,
            @Nullable WorkPhase workPhase,

            @Schema(description = "Whom it names") @Nullable @Size(max = Limits.PERSONS)
            List<@NotNull UUID> persons,

            @Schema(description = "The worker or person who does it") @Nullable
            UUID responsible,

            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable @Size(max = Limits.ITEMS) List<@NotNull @Valid Cost> costs,

            @Schema(description = "Needed to drop it") @Nullable @Size(max = Limits.TEXT)
            String reason) {}

    /** About taking people in, or turning them away. */
    record AboutAdmission(
            @NotNull Boolean admitted,

            @Schema(description = "Who is taken in or turned away") @NotNull @Size(max = Limits.PERSONS)
            List<@NotNull UUID> persons,

            @Schema(description = "Needed to take somebody in") @Nullable
            Stage startingStage,

            @Schema(description = "Needed to take somebody in") @Nullable
            Stage goalStage,

            @NotBlank @Size(max = Limits.TEXT) String reasons) {}

    /** About opening a closed journey again. */
    record AboutReopening(
            @Schema(description = "Who is enrolled in it then") @NotNull @Size(max = Limits.PERSONS)
            List<@NotNull UUID> persons,

            @NotBlank @Size(max = Limits.TEXT) String reasons) {}

    /** About rights or duties under statute; facts and legal basis are its grounds. */
    record AboutRights(
            @Schema(description = "The service that decides") @NotNull
            UUID service,

            @Schema(description = "Whose rights or duties they are") @NotNull @Size(max = Limits.PERSONS)
            List<@NotNull UUID> parties,

            @Schema(description = "GENERAL: three weeks. PATIENT_AND_USER: four") @NotNull
            AppealTerm appealTerm,

            @Schema(description = "An earlier decision that no longer holds then") @Nullable
            UUID reverses) {}

    /** About opening more about a person to a service. */
    record AboutSharing(
            @Schema(description = "The consent's id; made by the ledger when left out") @Nullable
            UUID id,

            @NotNull UUID person,
            @NotNull UUID service,

            @Schema(description = "The kind of information, a code", example = "health")
            @NotNull
            @Pattern(regexp = "[a-z][a-z0-9-]{0,63}")
            String information,

            @Schema(description = "What it may be used for; nothing personal") @NotBlank @Size(max = Limits.NAME)
            String purpose,

            @Schema(description = "The last day it holds; until withdrawn when left out") @Nullable
            LocalDate until) {}

    /** The one that is given, of the stated kind if one is stated; texts are sealed with the citizen's key. */
    default Proposal.About about(Call call, Sealing sealing, UUID citizen, @Nullable DecisionKind kind) {
        var given = new ArrayList<Proposal.About>(1);
        if (plan() != null) {
            given.add(new Proposal.Plan(plan().version()));
        }
        if (budget() != null) {
            given.add(new Proposal.Budget(
                    budget().action(),
                    budget().measure(),
                    budget().lines().stream()
                            .map(line -> new AmountLine(
                                    call.idOr(line.id()),
                                    line.fund(),
                                    line.payingService(),
                                    line.year(),
                                    line.amountOre()))
                            .toList()));
        }
        if (stageMove() != null) {
            given.add(new Proposal.StageMove(
                    stageMove().to(), sealing.sealIfAny(citizen, stageMove().reason())));
        }
        if (close() != null) {
            given.add(new Proposal.Close(close().reason()));
        }
        if (goal() != null) {
            given.add(new Proposal.Other(matter(call, sealing, citizen, goal())));
        }
        if (measure() != null) {
            given.add(new Proposal.Other(matter(call, sealing, citizen, measure())));
        }
        if (admission() != null) {
            given.add(new Proposal.Other(new Matter.OfAdmission(
                    admission().admitted(),
                    List.copyOf(admission().persons()),
                    admission().startingStage(),
                    admission().goalStage(),
                    sealing.seal(citizen, admission().reasons()))));
        }
        if (reopen() != null) {
            given.add(new Proposal.Other(
                    new Matter.OfReopen(List.copyOf(reopen().persons()), sealing.seal(citizen, reopen().reasons()))));
        }
        if (individualDecision() != null) {
            given.add(new Proposal.Other(new Matter.OfIndividual(
                    individualDecision().service(),
                    List.copyOf(individualDecision().parties()),
                    individualDecision().appealTerm(),
                    individualDecision().reverses())));
        }
        if (sharing() != null) {
            given.add(new Proposal.Other(new Matter.OfSharing(
                    call.idOr(sharing().id()),
                    sharing().person(),
                    sharing().service(),
                    sharing().information(),
                    sharing().purpose(),
                    sharing().until())));
        }
        if (given.size() != 1 || (kind != null && given.getFirst().kind() != kind)) {
            throw Invalid.field(call, kind == null ? "" : "kind", "OneMatter");
        }
        return given.getFirst();
    }

    private static Matter matter(Call call, Sealing sealing, UUID citizen, AboutGoal goal) {
        UUID id = call.idOr(goal.id());
        Goal now = goal.change() == PlanChange.DROP
                ? null
                : new Goal(
                        id,
                        sealing.seal(citizen, needed(call, "goal.text", goal.text())),
                        needed(call, "goal.horizon", goal.horizon()),
                        Limits.orEmpty(goal.persons()),
                        goal.by());
        return new Matter.OfGoal(goal.change(), id, now, sealing.sealIfAny(citizen, goal.reason()));
    }

    private static Matter matter(Call call, Sealing sealing, UUID citizen, AboutMeasure measure) {
        UUID id = call.idOr(measure.id());
        Measure now = measure.change() == PlanChange.DROP
                ? null
                : new Measure(
                        id,
                        needed(call, "measure.goal", measure.goal()),
                        sealing.seal(citizen, needed(call, "measure.text", measure.text())),
                        needed(call, "measure.area", measure.area()),
                        needed(call, "measure.workPhase", measure.workPhase()),
                        Limits.orEmpty(measure.persons()),
                        needed(call, "measure.responsible", measure.responsible()),
                        needed(call, "measure.from", measure.from()),
                        measure.until(),
                        Limits.orEmpty(measure.costs()).stream()
                                .map(cost -> new CostLine(cost.payingService(), cost.year(), cost.amountOre()))
                                .toList());
        return new Matter.OfMeasure(measure.change(), id, now, sealing.sealIfAny(citizen, measure.reason()));
    }

    /** What may be left out only to drop a goal or measure. */
    private static <T> T needed(Call call, String field, @Nullable T value) {
        if (value == null) {
            throw Invalid.field(call, field, "NotNull");
        }
        return value;
    }
}
