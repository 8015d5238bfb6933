package no.journeyledger.command.emergency.web;

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
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.command.emergency.EmergencyRejection;
import no.journeyledger.command.emergency.EndEmergencyMeasure;
import no.journeyledger.command.emergency.RecordEmergencyHearing;
import no.journeyledger.command.emergency.RecordEmergencyMeasure;
import no.journeyledger.events.journey.HearingOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Emergencies")
class EmergencyController {

    private static final Capability<EmergencyRejection> EMERGENCY =
            new Capability<>(EmergencyRejection.class, EmergencyController::status);

    private final Door door;
    private final Sealing sealing;

    EmergencyController(Door door, Sealing sealing) {
        this.door = door;
        this.sealing = sealing;
    }

    /** What a service did at once. */
    record Acted(
            @Schema(description = "Its id; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(description = "Whom it concerns") @NotNull @Size(max = Limits.PERSONS)
            List<@NotNull UUID> persons,

            @Schema(description = "What was done and why it could not wait") @NotBlank @Size(max = Limits.TEXT)
            String what,

            @Schema(description = "The statute that allows it; nothing personal") @NotBlank @Size(max = Limits.NAME)
            String legalBasis,

            @Schema(description = "Who approved it, never the one who records it") @NotNull
            UUID approver,

            @NotNull UUID fund,
            @NotNull UUID payingService,

            @NotNull @Min(Limits.FIRST_YEAR) @Max(Limits.LAST_YEAR)
            Integer year,

            @Schema(description = "The most it may cost, in whole øre; reserved at once")
            @NotNull
            @Positive
            @Max(Limits.ORE)
            Long ceilingOre,

            @Schema(description = "The last day it lasts") @NotNull
            LocalDate until,

            @Schema(description = "The last day on which those it concerns are heard: within a week") @NotNull
            LocalDate hearBy) {}

    @PostMapping("/v1/journeys/{journey}/emergencies")
    @Operation(
            summary = "Record an emergency measure",
            description =
                    "What the law let a service do at once. It is no decision of the programme. Its ceiling is"
                            + " reserved in the same append. When the hearing date passes unheard the ledger says so by itself.")
    @Answers(Created.EmergencyMeasure.class)
    ResponseEntity<byte[]> record(Call call, @PathVariable UUID journey, @Valid @RequestBody Acted body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new RecordEmergencyMeasure(
                        journey,
                        call.idOr(body.id()),
                        List.copyOf(body.persons()),
                        sealing.seal(citizen, body.what()),
                        body.legalBasis(),
                        body.approver(),
                        body.fund(),
                        body.payingService(),
                        body.year(),
                        body.ceilingOre(),
                        body.until(),
                        body.hearBy()),
                EMERGENCY);
    }

    /** How somebody was heard afterwards. */
    record Heard(
            @NotNull UUID person,
            @NotNull LocalDate on,

            @Schema(description = "HEARD or DID_NOT_WISH_TO_SPEAK") @NotNull
            HearingOutcome outcome,

            @Schema(description = "Whether they object; no when left out") @Nullable
            Boolean objects,

            @Schema(description = "What they say; needed when they were heard") @Nullable @Size(max = Limits.TEXT)
            String view) {}

    @PostMapping("/v1/journeys/{journey}/emergencies/{emergency}/hearings")
    @Operation(
            summary = "Record how somebody was heard about an emergency measure",
            description = "Also when the date has passed, and after the journey has closed.")
    @Answers
    ResponseEntity<byte[]> hear(
            Call call, @PathVariable UUID journey, @PathVariable UUID emergency, @Valid @RequestBody Heard body) {
        door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new RecordEmergencyHearing(
                        journey,
                        emergency,
                        body.person(),
                        body.on(),
                        body.outcome(),
                        Boolean.TRUE.equals(body.objects()),
                        sealing.sealIfAny(body.person(), body.view())),
                EMERGENCY);
    }

    /** The end of it. */
    record Ended(
            @Schema(description = "The last day it lasted") @NotNull
            LocalDate on) {}

    @PostMapping("/v1/journeys/{journey}/emergencies/{emergency}/ending")
    @Operation(
            summary = "End an emergency measure before its last day",
            description = "The rest of its money may then be released.")
    @Answers
    ResponseEntity<byte[]> end(
            Call call, @PathVariable UUID journey, @PathVariable UUID emergency, @Valid @RequestBody Ended body) {
        return door.onJourney(call, journey, new EndEmergencyMeasure(journey, emergency, body.on()), EMERGENCY);
    }

    private static int status(EmergencyRejection rejection) {
        return switch (rejection) {
            case EmergencyRejection.EmergencyAfterClosing ignored -> 409;
            case EmergencyRejection.EmergencyRecorderNotOnTeam ignored -> 403;
            case EmergencyRejection.EmergencyIdTaken ignored -> 409;
            case EmergencyRejection.EmergencyConcernsNobody ignored -> 422;
            case EmergencyRejection.EmergencyPersonUnknown ignored -> 422;
            case EmergencyRejection.ApproverIsRecorder ignored -> 422;
            case EmergencyRejection.ApproverRelated ignored -> 422;
            case EmergencyRejection.EmergencyCeilingOutOfRange ignored -> 422;
            case EmergencyRejection.EmergencyEndsBeforeItBegins ignored -> 422;
            case EmergencyRejection.HearingTooLate ignored -> 422;
            case EmergencyRejection.EmergencyFundUnknown ignored -> 422;
            case EmergencyRejection.EmergencyFundExhausted ignored -> 409;
            case EmergencyRejection.EmergencyUnknown ignored -> 404;
            case EmergencyRejection.EmergencyDoesNotConcern ignored -> 422;
            case EmergencyRejection.EmergencyHearingInTheFuture ignored -> 422;
            case EmergencyRejection.NotSoughtIsNoHearing ignored -> 422;
            case EmergencyRejection.EmergencyHearingNeedsView ignored -> 422;
            case EmergencyRejection.HearingNotDue ignored -> 409;
            case EmergencyRejection.NothingOverdue ignored -> 409;
            case EmergencyRejection.EmergencyAlreadyEnded ignored -> 409;
            case EmergencyRejection.EmergencyEndsInTheFuture ignored -> 422;
        };
    }
}
