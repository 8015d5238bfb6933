package no.journeyledger.command.closing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.closing.ClosingRejection;
import no.journeyledger.command.closing.LeaveProgramme;
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
@Tag(name = "Leaving")
class ClosingController {

    private static final Capability<ClosingRejection> CLOSING =
            new Capability<>(ClosingRejection.class, ClosingController::status);

    private final Door door;
    private final Sealing sealing;

    ClosingController(Door door, Sealing sealing) {
        this.door = door;
        this.sealing = sealing;
    }

    /** A person's wish to leave. */
    record Leaving(
            @NotNull UUID person,

            @Schema(description = "In their own words") @Nullable @Size(max = Limits.TEXT)
            String ownWords) {}

    @PostMapping("/v1/journeys/{journey}/leavings")
    @Operation(
            summary = "Leave the programme",
            description =
                    "A person's own wish, not a decision: it takes effect at once, for that person, and refuses no"
                            + " service. When nobody is left the journey closes.")
    @Answers(Created.Leaving.class)
    ResponseEntity<byte[]> leave(Call call, @PathVariable UUID journey, @Valid @RequestBody Leaving body) {
        return door.onJourney(
                call,
                journey,
                body.person(),
                new LeaveProgramme(journey, body.person(), sealing.sealIfAny(body.person(), body.ownWords())),
                CLOSING);
    }

    private static int status(ClosingRejection rejection) {
        return switch (rejection) {
            case ClosingRejection.LeavingAfterClosing ignored -> 409;
            case ClosingRejection.AlreadyLeft ignored -> 409;
            case ClosingRejection.LeaverUnknown ignored -> 422;
            case ClosingRejection.NotYoursToLeave ignored -> 403;
        };
    }
}
