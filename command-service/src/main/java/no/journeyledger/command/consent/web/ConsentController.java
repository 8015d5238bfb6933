package no.journeyledger.command.consent.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.consent.ConsentRejection;
import no.journeyledger.command.consent.GiveConsent;
import no.journeyledger.command.consent.WithdrawConsent;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.NoFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Consent")
class ConsentController {

    private static final Capability<ConsentRejection> CONSENT =
            new Capability<>(ConsentRejection.class, ConsentController::status);

    private final Door door;

    ConsentController(Door door) {
        this.door = door;
    }

    /** A consent to cooperate. */
    record Given(
            @Schema(description = "The consent's id; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(description = "Whom the information is about") @NotNull
            UUID person,

            @Schema(description = "Who may have it") @NotNull
            UUID service,

            @Schema(description = "The kind of information, a code", example = "health")
            @NotNull
            @Pattern(regexp = "[a-z][a-z0-9-]{0,63}")
            String information,

            @Schema(description = "What it may be used for; nothing personal", example = "One plan for the family")
            @NotBlank
            @Size(max = Limits.NAME)
            String purpose,

            @Schema(description = "The last day it holds; until withdrawn when left out") @Nullable
            LocalDate until) {}

    @PostMapping("/v1/journeys/{journey}/consents")
    @Operation(summary = "Give a consent to cooperate")
    @Answers(Created.Consent.class)
    ResponseEntity<byte[]> give(Call call, @PathVariable UUID journey, @Valid @RequestBody Given body) {
        return door.onJourney(
                call,
                journey,
                body.person(),
                new GiveConsent(
                        journey,
                        call.idOr(body.id()),
                        body.person(),
                        body.service(),
                        body.information(),
                        body.purpose(),
                        body.until()),
                CONSENT);
    }

    @PostMapping("/v1/journeys/{journey}/consents/{consent}/withdrawal")
    @Operation(summary = "Withdraw a consent", description = "At once. History is kept, and no right to services ends.")
    @Answers
    ResponseEntity<byte[]> withdraw(
            Call call,
            @PathVariable UUID journey,
            @PathVariable UUID consent,
            @RequestBody(required = false) @Nullable NoFields body) {
        return door.onJourney(call, journey, new WithdrawConsent(journey, consent), CONSENT);
    }

    private static int status(ConsentRejection rejection) {
        return switch (rejection) {
            case ConsentRejection.ConsentAfterClosing ignored -> 409;
            case ConsentRejection.ConsentIdTaken ignored -> 409;
            case ConsentRejection.ConsentPersonUnknown ignored -> 422;
            case ConsentRejection.ConsentExpiresInThePast ignored -> 422;
            case ConsentRejection.WideningIsADecision ignored -> 409;
            case ConsentRejection.ConsentUnknown ignored -> 404;
            case ConsentRejection.NotYoursToConsent ignored -> 403;
        };
    }
}
