package no.journeyledger.command.plan.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Ids;
import no.journeyledger.command.door.Invalid;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.command.plan.DraftPlan;
import no.journeyledger.command.plan.DropMeasure;
import no.journeyledger.command.plan.FinishMeasure;
import no.journeyledger.command.plan.GatherPlan;
import no.journeyledger.command.plan.PlanRejection;
import no.journeyledger.command.plan.StartMeasure;
import no.journeyledger.events.journey.CostLine;
import no.journeyledger.events.journey.Goal;
import no.journeyledger.events.journey.Horizon;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.Undertaking;
import no.journeyledger.events.journey.WorkPhase;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "The plan")
class PlanController {

    private static final Capability<PlanRejection> PLAN = new Capability<>(PlanRejection.class, PlanController::status);
    private static final java.util.regex.Pattern INDEX = java.util.regex.Pattern.compile("#(0|[1-9][0-9]?)");

    private final Door door;
    private final Sealing sealing;

    PlanController(Door door, Sealing sealing) {
        this.door = door;
        this.sealing = sealing;
    }

    /** A goal. */
    record PlannedGoal(
            @Schema(description = "Its id, kept from version to version; made by the ledger when left out") @Nullable
            UUID id,

            @NotBlank @Size(max = Limits.TEXT) String text,
            @NotNull Horizon horizon,

            @Schema(description = "Whom it names") @NotNull @Size(max = Limits.PERSONS)
            List<@NotNull UUID> persons,

            @Schema(description = "The day it should be reached") @Nullable
            LocalDate by) {}

    /** What a measure costs one paying service in one year. */
    record PlannedCost(
            @NotNull UUID payingService,

            @NotNull @Min(Limits.FIRST_YEAR) @Max(Limits.LAST_YEAR)
            Integer year,

            @Schema(description = "Whole øre") @NotNull @Positive @Max(Limits.ORE)
            Long amountOre) {}

    /** A measure. */
    record PlannedMeasure(
            @Schema(description = "Its id, kept from version to version; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(description = "The goal it serves: its id, or #0 for the first goal of this plan", example = "#0")
            @NotBlank
            @Size(max = Limits.CODE)
            String goal,

            @NotBlank @Size(max = Limits.TEXT) String text,
            @NotNull LifeArea area,
            @NotNull WorkPhase workPhase,

            @Schema(description = "Whom it names") @NotNull @Size(max = Limits.PERSONS)
            List<@NotNull UUID> persons,

            @Schema(description = "The worker or person who does it") @NotNull
            UUID responsible,

            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @Nullable @Size(max = Limits.ITEMS) List<@NotNull @Valid PlannedCost> costs) {}

    /** What one party will do. */
    record PlannedUndertaking(
            @NotNull UUID party,
            @NotBlank @Size(max = Limits.TEXT) String text) {}

    /** The plan. */
    record Draft(
            @NotBlank @Size(max = Limits.TEXT) String situation,
            @NotNull @Size(max = Limits.ITEMS) List<@NotNull @Valid PlannedGoal> goals,
            @Nullable @Size(max = Limits.ITEMS) List<@NotNull @Valid PlannedMeasure> measures,
            @Nullable @Size(max = Limits.ITEMS) List<@NotNull @Valid PlannedUndertaking> undertakings,

            @Schema(description = "What the citizen, the municipality and society are expected to gain")
            @Nullable
            @Size(max = Limits.TEXT)
            String expectedBenefits) {}

    @PostMapping("/v1/journeys/{journey}/plans")
    @Operation(
            summary = "Draft the next version of the plan",
            description = "Agreement is to a version, by a PLAN decision.")
    @Answers(Created.Plan.class)
    ResponseEntity<byte[]> draft(Call call, @PathVariable UUID journey, @Valid @RequestBody Draft body) {
        UUID citizen = door.citizenOf(journey);
        var goals = new ArrayList<Goal>();
        for (PlannedGoal goal : body.goals()) {
            goals.add(new Goal(
                    call.idOr(goal.id()),
                    sealing.seal(citizen, goal.text()),
                    goal.horizon(),
                    List.copyOf(goal.persons()),
                    goal.by()));
        }
        var measures = new ArrayList<Measure>();
        List<PlannedMeasure> planned = Limits.orEmpty(body.measures());
        for (int i = 0; i < planned.size(); i++) {
            PlannedMeasure measure = planned.get(i);
            measures.add(new Measure(
                    call.idOr(measure.id()),
                    goalOf(call, i, measure.goal(), goals),
                    sealing.seal(citizen, measure.text()),
                    measure.area(),
                    measure.workPhase(),
                    List.copyOf(measure.persons()),
                    measure.responsible(),
                    measure.from(),
                    measure.until(),
                    Limits.orEmpty(measure.costs()).stream()
                            .map(cost -> new CostLine(cost.payingService(), cost.year(), cost.amountOre()))
                            .toList()));
        }
        List<Undertaking> undertakings = Limits.orEmpty(body.undertakings()).stream()
                .map(undertaking -> new Undertaking(undertaking.party(), sealing.seal(citizen, undertaking.text())))
                .toList();
        return door.onJourney(
                call,
                journey,
                new DraftPlan(
                        journey,
                        sealing.seal(citizen, body.situation()),
                        List.copyOf(goals),
                        List.copyOf(measures),
                        undertakings,
                        sealing.sealIfAny(citizen, body.expectedBenefits())),
                PLAN);
    }

    private static UUID goalOf(Call call, int measure, String reference, List<Goal> goals) {
        var index = INDEX.matcher(reference);
        if (index.matches()) {
            int goal = Integer.parseInt(index.group(1));
            if (goal < goals.size()) {
                return goals.get(goal).id();
            }
        }
        return Ids.parse(reference)
                .orElseThrow(() -> Invalid.field(call, "measures[" + measure + "].goal", "GoalReference"));
    }

    /** How a measure ended. */
    record Finishing(
            @Schema(description = "What came of it") @Nullable @Size(max = Limits.TEXT)
            String outcome) {}

    @PostMapping("/v1/journeys/{journey}/measures/{measure}/finishing")
    @Operation(summary = "Finish a measure", description = "What is left of its money may then be released.")
    @Answers
    ResponseEntity<byte[]> finish(
            Call call,
            @PathVariable UUID journey,
            @PathVariable UUID measure,
            @Valid @RequestBody(required = false) @Nullable Finishing body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new FinishMeasure(journey, measure, body == null ? null : sealing.sealIfAny(citizen, body.outcome())),
                PLAN);
    }

    /** The day work began. */
    record Starting(@NotNull LocalDate on) {}

    @PostMapping("/v1/journeys/{journey}/measures/{measure}/starting")
    @Operation(summary = "Start a measure", description = "Work on a measure of the agreed plan began.")
    @Answers
    ResponseEntity<byte[]> start(
            Call call, @PathVariable UUID journey, @PathVariable UUID measure, @Valid @RequestBody Starting body) {
        return door.onJourney(call, journey, new StartMeasure(journey, measure, body.on()), PLAN);
    }

    /** Why a measure was dropped. */
    record Dropping(@NotBlank @Size(max = Limits.TEXT) String reason) {}

    @PostMapping("/v1/journeys/{journey}/measures/{measure}/dropping")
    @Operation(
            summary = "Drop a measure",
            description = "Says why a measure was dropped that the newest agreed plan leaves out.")
    @Answers
    ResponseEntity<byte[]> drop(
            Call call, @PathVariable UUID journey, @PathVariable UUID measure, @Valid @RequestBody Dropping body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call, journey, new DropMeasure(journey, measure, sealing.seal(citizen, body.reason())), PLAN);
    }

    /** A plan some service already has. */
    record Existing(
            @Schema(description = "Its id here; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(description = "Whose plan it is") @NotNull
            UUID person,

            @Schema(description = "The service that made it") @NotNull
            UUID service,

            @Schema(description = "What it is and where it is kept") @NotBlank @Size(max = Limits.TEXT)
            String reference) {}

    @PostMapping("/v1/journeys/{journey}/individual-plans")
    @Operation(
            summary = "Gather an existing individual plan",
            description = "One plan instead of many: what the services already have is gathered here.")
    @Answers(Created.Gathered.class)
    ResponseEntity<byte[]> gather(Call call, @PathVariable UUID journey, @Valid @RequestBody Existing body) {
        door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new GatherPlan(
                        journey,
                        call.idOr(body.id()),
                        body.person(),
                        body.service(),
                        sealing.seal(body.person(), body.reference())),
                PLAN);
    }

    private static int status(PlanRejection rejection) {
        return switch (rejection) {
            case PlanRejection.PlanAfterClosing ignored -> 409;
            case PlanRejection.PlanBeforeEnrolment ignored -> 409;
            case PlanRejection.MeasureAlreadyFinished ignored -> 409;
            case PlanRejection.MeasureAlreadyStarted ignored -> 409;
            case PlanRejection.MeasureStillAgreed ignored -> 409;
            case PlanRejection.PlanAlreadyGathered ignored -> 409;
            case PlanRejection.MeasureStartsInTheFuture ignored -> 422;
            case PlanRejection.DrafterNotOnTeam ignored -> 403;
            case PlanRejection.MeasureUnknown ignored -> 404;
            case PlanRejection.GoalsMissing ignored -> 422;
            case PlanRejection.PlanIdTwice ignored -> 422;
            case PlanRejection.GoalUnknown ignored -> 422;
            case PlanRejection.NamesNobody ignored -> 422;
            case PlanRejection.PlanPersonUnknown ignored -> 422;
            case PlanRejection.CostOutOfRange ignored -> 422;
            case PlanRejection.MeasureEndsBeforeItBegins ignored -> 422;
        };
    }
}
