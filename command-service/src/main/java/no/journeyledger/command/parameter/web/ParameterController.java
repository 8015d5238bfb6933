package no.journeyledger.command.parameter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.parameter.AdoptParameters;
import no.journeyledger.command.parameter.AssignPayer;
import no.journeyledger.command.parameter.ParameterBook;
import no.journeyledger.command.parameter.ParameterRejection;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.file.ParameterFile;
import no.journeyledger.events.benefit.Party;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@Tag(name = "Parameters")
class ParameterController {

    private static final Capability<ParameterRejection> PARAMETERS =
            new Capability<>(ParameterRejection.class, ParameterController::status);

    private final Door door;

    ParameterController(Door door) {
        this.door = door;
    }

    /** A version. */
    record Adoption(
            @Schema(
                    type = "object",
                    description = "A whole parameter file, as GET /v1/parameters/{version} of the queries gives it")
            @NotNull
            ObjectNode parameters,

            @Schema(description = "Why, and what changed") @NotBlank @Size(max = Limits.TEXT)
            String reason) {}

    @PostMapping("/v1/parameters")
    @Operation(
            summary = "Adopt a version of the parameters",
            description =
                    "Discount rates, the cost of tax funding, unit values, instruments, weights and the threshold for"
                            + " small groups, each with its source. It applies from its first day, today or later, and never changes.")
    @Answers(Created.Parameters.class)
    ResponseEntity<byte[]> adopt(Call call, @Valid @RequestBody Adoption body) {
        Parameters parameters;
        try {
            parameters = ParameterFile.read(body.parameters().toString());
        } catch (CannotBeCalculated unsound) {
            return door.reject(
                    call, new ParameterRejection.ParametersUnsound(String.valueOf(unsound.getMessage())), PARAMETERS);
        }
        return door.onParameters(
                call,
                ParameterBook.ID,
                new AdoptParameters(ParameterBook.ID, parameters, ParameterFile.write(parameters), body.reason()),
                PARAMETERS);
    }

    /** Whose purse. */
    record Assignment(
            @Schema(description = "The paying service") @NotNull
            UUID payer,

            @Schema(description = "Whose purse it draws on; until something is said, the municipality's") @NotNull
            Party party) {}

    @PostMapping("/v1/parameters/payers")
    @Operation(summary = "Say whose purse a paying service draws on")
    @Answers
    ResponseEntity<byte[]> assign(Call call, @Valid @RequestBody Assignment body) {
        return door.onParameters(
                call, ParameterBook.ID, new AssignPayer(ParameterBook.ID, body.payer(), body.party()), PARAMETERS);
    }

    private static int status(ParameterRejection rejection) {
        return switch (rejection) {
            case ParameterRejection.ParameterVersionTaken ignored -> 409;
            case ParameterRejection.BeginsWithAnother ignored -> 409;
            case ParameterRejection.PayerAlreadyAssigned ignored -> 409;
            case ParameterRejection.ParametersUnsound ignored -> 422;
            case ParameterRejection.BeginsInThePast ignored -> 422;
        };
    }
}
