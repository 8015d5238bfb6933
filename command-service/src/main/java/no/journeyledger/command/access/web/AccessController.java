package no.journeyledger.command.access.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.access.AccessRejection;
import no.journeyledger.command.access.OpenUnderStatute;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Access")
class AccessController {

    private static final Capability<AccessRejection> ACCESS =
            new Capability<>(AccessRejection.class, AccessController::status);

    private final Door door;
    private final Sealing sealing;

    AccessController(Door door, Sealing sealing) {
        this.door = door;
        this.sealing = sealing;
    }

    /** An opening without consent. */
    record Opening(
            @Schema(description = "A code of the list of statutes in force; docs/access.md lists them")
            @NotBlank
            @Size(max = 100)
            String statute,

            @Schema(description = "Why; the citizen sees it") @NotBlank @Size(max = Limits.TEXT)
            String reason,

            @Schema(description = "For how long; the statute says the most") @Nullable @Min(1) @Max(1440)
            Integer minutes) {}

    @PostMapping("/v1/journeys/{journey}/openings")
    @Operation(
            summary = "Open a journey under a statute, without consent",
            description =
                    "To the worker who asks alone, for a short while, with the statute and the reason. The citizen sees it in"
                            + " the timeline, and every reading that rests on it in the read log.")
    @Answers(Created.Opening.class)
    ResponseEntity<byte[]> open(Call call, @PathVariable UUID journey, @Valid @RequestBody Opening body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new OpenUnderStatute(
                        journey, call.newId(), body.statute(), sealing.seal(citizen, body.reason()), body.minutes()),
                ACCESS);
    }

    private static int status(AccessRejection rejection) {
        return switch (rejection) {
            case AccessRejection.StatuteUnknown ignored -> 422;
            case AccessRejection.OpenedForTooLong ignored -> 422;
            case AccessRejection.OnlyAServiceOpens ignored -> 403;
            case AccessRejection.NotAroundThisHousehold ignored -> Capability.NOT_AROUND;
        };
    }
}
