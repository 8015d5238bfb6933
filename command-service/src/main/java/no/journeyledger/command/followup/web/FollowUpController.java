package no.journeyledger.command.followup.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.command.followup.AgreeFollowUp;
import no.journeyledger.command.followup.FollowUpRejection;
import no.journeyledger.command.followup.HoldFollowUp;
import no.journeyledger.command.followup.MoveFollowUp;
import no.journeyledger.command.followup.ReportExperience;
import no.journeyledger.events.journey.Experience;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Follow-up")
class FollowUpController {

    private static final Capability<FollowUpRejection> FOLLOW_UP =
            new Capability<>(FollowUpRejection.class, FollowUpController::status);

    private final Door door;
    private final Sealing sealing;

    FollowUpController(Door door, Sealing sealing) {
        this.door = door;
        this.sealing = sealing;
    }

    /** A date to meet again. */
    record Agreed(
            @Schema(description = "The follow-up's id; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(description = "The day, today or later") @NotNull
            LocalDate on) {}

    @PostMapping("/v1/journeys/{journey}/follow-ups")
    @Operation(
            summary = "Agree a follow-up",
            description = "The ledger notices by itself when the day comes, and when it passes without a meeting.")
    @Answers(Created.FollowUp.class)
    ResponseEntity<byte[]> agree(Call call, @PathVariable UUID journey, @Valid @RequestBody Agreed body) {
        return door.onJourney(call, journey, new AgreeFollowUp(journey, call.idOr(body.id()), body.on()), FOLLOW_UP);
    }

    /** Another date. */
    record Moved(
            @Schema(description = "The day, today or later") @NotNull
            LocalDate on,

            @NotBlank @Size(max = Limits.TEXT) String reason) {}

    @PostMapping("/v1/journeys/{journey}/follow-ups/{followUp}/moving")
    @Operation(summary = "Move a follow-up", description = "Another date, with the reason.")
    @Answers
    ResponseEntity<byte[]> move(
            Call call, @PathVariable UUID journey, @PathVariable UUID followUp, @Valid @RequestBody Moved body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new MoveFollowUp(journey, followUp, body.on(), sealing.seal(citizen, body.reason())),
                FOLLOW_UP);
    }

    /** Where it was held. */
    record Holding(@NotNull UUID meeting) {}

    @PostMapping("/v1/journeys/{journey}/follow-ups/{followUp}/holding")
    @Operation(summary = "Hold a follow-up", description = "Names the recorded meeting it was held in.")
    @Answers
    ResponseEntity<byte[]> hold(
            Call call, @PathVariable UUID journey, @PathVariable UUID followUp, @Valid @RequestBody Holding body) {
        return door.onJourney(call, journey, new HoldFollowUp(journey, followUp, body.meeting()), FOLLOW_UP);
    }

    /** How the situation is experienced. */
    record Experienced(
            @Schema(description = "Who of the family says it; left out when the investment leader reports") @Nullable
            UUID person,

            @NotNull Experience experience,
            @Nullable @Size(max = Limits.TEXT) String words) {}

    @PostMapping("/v1/journeys/{journey}/follow-ups/{followUp}/experiences")
    @Operation(
            summary = "Report how the situation is experienced",
            description = "The investment leader reports for the family, and the family says it beside it.")
    @Answers
    ResponseEntity<byte[]> report(
            Call call, @PathVariable UUID journey, @PathVariable UUID followUp, @Valid @RequestBody Experienced body) {
        UUID citizen = door.citizenOf(journey);
        UUID about = body.person() == null ? citizen : body.person();
        var command = new ReportExperience(
                journey, followUp, body.person(), body.experience(), sealing.sealIfAny(about, body.words()));
        return body.person() == null
                ? door.onJourney(call, journey, command, FOLLOW_UP)
                : door.onJourney(call, journey, body.person(), command, FOLLOW_UP);
    }

    private static int status(FollowUpRejection rejection) {
        return switch (rejection) {
            case FollowUpRejection.FollowUpAfterClosing ignored -> 409;
            case FollowUpRejection.FollowUpIdTaken ignored -> 409;
            case FollowUpRejection.FollowUpHeldBefore ignored -> 409;
            case FollowUpRejection.FollowUpNotByTeam ignored -> 403;
            case FollowUpRejection.ReporterIsNotLeader ignored -> 403;
            case FollowUpRejection.NotYoursToExperience ignored -> 403;
            case FollowUpRejection.FollowUpUnknown ignored -> 404;
            case FollowUpRejection.FollowUpInThePast ignored -> 422;
            case FollowUpRejection.FollowUpMeetingUnknown ignored -> 422;
        };
    }
}
