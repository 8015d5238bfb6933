package no.journeyledger.command.privacy.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.NoFields;
import no.journeyledger.command.privacy.ErasePerson;
import no.journeyledger.command.privacy.LiftLegalHold;
import no.journeyledger.command.privacy.PersonPrivacy;
import no.journeyledger.command.privacy.PlaceLegalHold;
import no.journeyledger.command.privacy.PrivacyRejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Privacy")
class PrivacyController {

    private static final Capability<PrivacyRejection> PRIVACY =
            new Capability<>(PrivacyRejection.class, PrivacyController::status);

    private final Door door;
    private final Erasures erasures;

    PrivacyController(Door door, Erasures erasures) {
        this.door = door;
        this.erasures = erasures;
    }

    /** An erasure. */
    record Erasure(
            @Schema(description = "What it rests on, e.g. GDPR art. 17 no. 1 b; never anything about the person")
            @NotBlank
            @Size(max = 200)
            String legalBasis) {}

    /** A legal hold. */
    record LegalHold(
            @Schema(description = "The statute or the proceedings it rests on; never anything about the person")
            @NotBlank
            @Size(max = 200)
            String statute,

            @Schema(description = "The last day it holds; left out until it is lifted") @Nullable
            LocalDate until) {}

    @PostMapping("/v1/persons/{person}/erasure")
    @Operation(
            summary = "Erase a person, for good",
            description =
                    "Destroys the person's key: nothing sealed about them can be read any more, in any copy. An entry says that it"
                            + " happened, and the history still verifies. Refused while a legal hold, an open journey or the archive"
                            + " law stands against it, with the rule and the date. Texts about others that mention the person are"
                            + " theirs, not the person's, and stay.")
    @Answers(Created.Erasure.class)
    ResponseEntity<byte[]> erase(Call call, @PathVariable UUID person, @Valid @RequestBody Erasure body) {
        var command = new ErasePerson(
                PersonPrivacy.idOf(person), person, body.legalBasis(), erasures.isKnown(person), erasures.left(person));
        if (call.dryRun()) {
            return door.onPerson(call, command.file(), command, PRIVACY);
        }
        erasures.begin(person);
        ResponseEntity<byte[]> answer = door.onPerson(call, command.file(), command, PRIVACY);
        erasures.end(person);
        return answer;
    }

    @PostMapping("/v1/persons/{person}/holds")
    @Operation(summary = "Hold a person's data back from erasure")
    @Answers(Created.LegalHold.class)
    ResponseEntity<byte[]> hold(Call call, @PathVariable UUID person, @Valid @RequestBody LegalHold body) {
        UUID file = PersonPrivacy.idOf(person);
        return door.onPerson(
                call, file, new PlaceLegalHold(file, person, call.newId(), body.statute(), body.until()), PRIVACY);
    }

    @PostMapping("/v1/persons/{person}/holds/{hold}/lifting")
    @Operation(summary = "Lift a legal hold")
    @Answers(Created.LegalHold.class)
    ResponseEntity<byte[]> lift(
            Call call,
            @PathVariable UUID person,
            @PathVariable UUID hold,
            @RequestBody(required = false) @Nullable NoFields body) {
        UUID file = PersonPrivacy.idOf(person);
        return door.onPerson(call, file, new LiftLegalHold(file, person, hold), PRIVACY);
    }

    private static int status(PrivacyRejection rejection) {
        return switch (rejection) {
            case PrivacyRejection.AlreadyErased ignored -> 409;
            case PrivacyRejection.NothingKept ignored -> 404;
            case PrivacyRejection.StillInAJourney ignored -> 409;
            case PrivacyRejection.HeldBack ignored -> 422;
            case PrivacyRejection.MustBeKept ignored -> 422;
            case PrivacyRejection.HoldUnknown ignored -> 422;
            case PrivacyRejection.HoldEndsInThePast ignored -> 422;
        };
    }
}
