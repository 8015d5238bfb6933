package no.journeyledger.command.stage.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.command.stage.AssessVulnerability;
import no.journeyledger.command.stage.MarkAdditionalInvestment;
import no.journeyledger.command.stage.RateLifeArea;
import no.journeyledger.command.stage.StageRejection;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.Vulnerability;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Ratings")
class StageController {

    private static final Capability<StageRejection> STAGE =
            new Capability<>(StageRejection.class, StageController::status);

    private final Door door;
    private final Sealing sealing;

    StageController(Door door, Sealing sealing) {
        this.door = door;
        this.sealing = sealing;
    }

    /** A rating of one life area of one person. */
    record Rated(
            @Schema(description = "Whose situation") @NotNull
            UUID person,

            @NotNull LifeArea area,

            @Schema(description = "The stage this area is judged to be in") @NotNull
            Stage rating,

            @Schema(description = "Whose judgement it is") @NotNull
            Rater rater,

            @Nullable @Size(max = Limits.TEXT) String remark) {}

    @PostMapping("/v1/journeys/{journey}/ratings")
    @Operation(
            summary = "Rate a life area",
            description = "By the citizen or by the team; the two stand side by side and are never merged.")
    @Answers
    ResponseEntity<byte[]> rate(Call call, @PathVariable UUID journey, @Valid @RequestBody Rated body) {
        return door.onJourney(
                call,
                journey,
                body.person(),
                new RateLifeArea(
                        journey,
                        body.person(),
                        body.area(),
                        body.rating(),
                        body.rater(),
                        sealing.sealIfAny(body.person(), body.remark())),
                STAGE);
    }

    /** How vulnerable the household is. */
    record Judged(
            @NotNull Vulnerability degree,

            @Schema(description = "Whose judgement it is") @NotNull
            Rater rater,

            @Nullable @Size(max = Limits.TEXT) String remark) {}

    @PostMapping("/v1/journeys/{journey}/vulnerability")
    @Operation(
            summary = "Judge the degree of vulnerability",
            description = "By the household or by the team; beside the stage and never merged with it.")
    @Answers
    ResponseEntity<byte[]> assess(Call call, @PathVariable UUID journey, @Valid @RequestBody Judged body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new AssessVulnerability(
                        journey, body.degree(), body.rater(), sealing.sealIfAny(citizen, body.remark())),
                STAGE);
    }

    /** Why more is needed. */
    record Marking(@NotBlank @Size(max = Limits.TEXT) String reason) {}

    @PostMapping("/v1/journeys/{journey}/additional-investments")
    @Operation(
            summary = "Mark an additional investment",
            description = "The journey needs more than was planned from the start; the money needs its own decision.")
    @Answers
    ResponseEntity<byte[]> mark(Call call, @PathVariable UUID journey, @Valid @RequestBody Marking body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call, journey, new MarkAdditionalInvestment(journey, sealing.seal(citizen, body.reason())), STAGE);
    }

    private static int status(StageRejection rejection) {
        return switch (rejection) {
            case StageRejection.RatingAfterClosing ignored -> 409;
            case StageRejection.RatedPersonUnknown ignored -> 422;
            case StageRejection.RaterNotOnTeam ignored -> 403;
            case StageRejection.NotYoursToRate ignored -> 403;
        };
    }
}
