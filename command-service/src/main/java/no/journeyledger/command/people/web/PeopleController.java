package no.journeyledger.command.people.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Invalid;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.command.people.AppointRepresentative;
import no.journeyledger.command.people.ChangeParentalResponsibility;
import no.journeyledger.command.people.CorrectPersonDetails;
import no.journeyledger.command.people.EndRepresentation;
import no.journeyledger.command.people.MoveOut;
import no.journeyledger.command.people.PeopleRejection;
import no.journeyledger.command.people.RecordDeath;
import no.journeyledger.command.people.RecordInterpreterNeed;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.RepresentationKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "The people")
class PeopleController {

    private static final Capability<PeopleRejection> PEOPLE =
            new Capability<>(PeopleRejection.class, PeopleController::status);
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    private final Door door;
    private final Sealing sealing;

    PeopleController(Door door, Sealing sealing) {
        this.door = door;
        this.sealing = sealing;
    }

    /** Somebody who may answer for a person. */
    record Representation(
            @Schema(description = "The representation's id; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(description = "Who is represented") @NotNull
            UUID person,

            @Schema(description = "The representative's random id: the one in their own tokens") @NotNull
            UUID representative,

            @NotBlank @Size(max = Limits.NAME) String name,
            @NotNull RepresentationKind kind,

            @Schema(description = "The affairs it covers") @NotNull @Size(max = 3)
            List<@NotNull Affairs> scope,

            @Schema(description = "The first day it holds") @NotNull
            LocalDate from,

            @Schema(description = "The last day it holds; until it is ended when left out") @Nullable
            LocalDate until,

            @Schema(description = "The document it rests on: what, by whom, of which date")
            @NotBlank
            @Size(max = Limits.TEXT)
            String document) {}

    @PostMapping("/v1/journeys/{journey}/representations")
    @Operation(
            summary = "Record a guardian or attorney",
            description = "Who may answer for a person, in which affairs and until when, by which document.")
    @Answers(Created.Representation.class)
    ResponseEntity<byte[]> appoint(Call call, @PathVariable UUID journey, @Valid @RequestBody Representation body) {
        return door.onJourney(
                call,
                journey,
                new AppointRepresentative(
                        journey,
                        call.idOr(body.id()),
                        body.person(),
                        body.representative(),
                        sealing.seal(body.person(), body.name()),
                        body.kind(),
                        List.copyOf(body.scope()),
                        body.from(),
                        body.until(),
                        sealing.seal(body.person(), body.document())),
                PEOPLE);
    }

    /** Why something ended. */
    record Ending(@NotBlank @Size(max = Limits.TEXT) String reason) {}

    @PostMapping("/v1/journeys/{journey}/representations/{representation}/ending")
    @Operation(summary = "End a representation", description = "At once, before its last day.")
    @Answers
    ResponseEntity<byte[]> end(
            Call call, @PathVariable UUID journey, @PathVariable UUID representation, @Valid @RequestBody Ending body) {
        return door.onJourney(
                call,
                journey,
                new EndRepresentation(journey, representation, sealing.seal(door.citizenOf(journey), body.reason())),
                PEOPLE);
    }

    /** Who holds parental responsibility. */
    record Holders(
            @Schema(description = "Everybody of the household who holds it now; nobody when a guardian answers")
            @NotNull
            @Size(max = Limits.PERSONS)
            List<@NotNull UUID> holders,

            @Schema(description = "The agreement, ruling or record it rests on") @NotBlank @Size(max = Limits.TEXT)
            String document) {}

    @PostMapping("/v1/journeys/{journey}/household/{person}/parental-responsibility")
    @Operation(
            summary = "Change parental responsibility",
            description = "Who of the household answers for a child from now on.")
    @Answers
    ResponseEntity<byte[]> responsibility(
            Call call, @PathVariable UUID journey, @PathVariable UUID person, @Valid @RequestBody Holders body) {
        door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new ChangeParentalResponsibility(
                        journey, person, List.copyOf(body.holders()), sealing.seal(person, body.document())),
                PEOPLE);
    }

    /** The day something happened. */
    record Happening(@NotNull LocalDate on) {}

    @PostMapping("/v1/journeys/{journey}/household/{person}/moving-out")
    @Operation(
            summary = "A person moves out of the household",
            description = "They are concerned by nothing more here and may enter another journey.")
    @Answers(Created.Leaving.class)
    ResponseEntity<byte[]> moveOut(
            Call call, @PathVariable UUID journey, @PathVariable UUID person, @Valid @RequestBody Happening body) {
        return door.onJourney(call, journey, new MoveOut(journey, person, body.on()), PEOPLE);
    }

    @PostMapping("/v1/journeys/{journey}/household/{person}/death")
    @Operation(
            summary = "Record a death",
            description = "The dead are never concerned; when nobody enrolled is left, the journey closes.")
    @Answers(Created.Leaving.class)
    ResponseEntity<byte[]> died(
            Call call, @PathVariable UUID journey, @PathVariable UUID person, @Valid @RequestBody Happening body) {
        return door.onJourney(call, journey, new RecordDeath(journey, person, body.on()), PEOPLE);
    }

    /** What somebody needs in order to take part. */
    record Need(
            @NotNull Boolean interpreter,

            @Schema(description = "The language to interpret to and from, a BCP 47 tag", example = "ti")
            @Nullable
            @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
            String language,

            @Schema(description = "Signs, pictures, easy words, more time") @Nullable @Size(max = Limits.TEXT)
            String otherHelp) {}

    @PostMapping("/v1/journeys/{journey}/household/{person}/interpreter-need")
    @Operation(
            summary = "Record what a person needs in order to take part",
            description = "Replaces what was recorded before.")
    @Answers
    ResponseEntity<byte[]> need(
            Call call, @PathVariable UUID journey, @PathVariable UUID person, @Valid @RequestBody Need body) {
        door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                person,
                new RecordInterpreterNeed(
                        journey,
                        person,
                        body.interpreter(),
                        sealing.sealIfAny(person, body.language()),
                        sealing.sealIfAny(person, body.otherHelp())),
                PEOPLE);
    }

    /** What is right about a person. */
    record Details(
            @Schema(description = "The right name, when it was wrong") @Nullable @Size(max = Limits.NAME)
            String name,

            @Schema(description = "The right birth date, when it was wrong") @Nullable
            LocalDate birthDate,

            @Schema(description = "How the mistake was found") @NotBlank @Size(max = Limits.TEXT)
            String reason) {}

    @PostMapping("/v1/journeys/{journey}/household/{person}/correction")
    @Operation(
            summary = "Correct a name or birth date",
            description = "The rule follows the right one from now on; the wrong one stays in the history.")
    @Answers
    ResponseEntity<byte[]> correct(
            Call call, @PathVariable UUID journey, @PathVariable UUID person, @Valid @RequestBody Details body) {
        door.citizenOf(journey);
        LocalDate birthDate = body.birthDate();
        if (birthDate != null && (birthDate.isAfter(call.today()) || birthDate.isBefore(OLDEST))) {
            throw Invalid.field(call, "birthDate", "BirthDate");
        }
        return door.onJourney(
                call,
                journey,
                new CorrectPersonDetails(
                        journey,
                        person,
                        sealing.sealIfAny(person, body.name()),
                        birthDate == null ? null : sealing.seal(person, birthDate.toString()),
                        sealing.seal(person, body.reason())),
                PEOPLE);
    }

    private static int status(PeopleRejection rejection) {
        return switch (rejection) {
            case PeopleRejection.PeopleAfterClosing ignored -> 409;
            case PeopleRejection.RepresentationIdTaken ignored -> 409;
            case PeopleRejection.ResponsibilityUnchanged ignored -> 409;
            case PeopleRejection.PeopleRecorderNotOnTeam ignored -> 403;
            case PeopleRejection.NotYoursToRecord ignored -> 403;
            case PeopleRejection.RepresentationUnknown ignored -> 404;
            case PeopleRejection.NotInHousehold ignored -> 422;
            case PeopleRejection.RepresentsThemselves ignored -> 422;
            case PeopleRejection.RepresentativeIsOnTeam ignored -> 422;
            case PeopleRejection.ScopeMissing ignored -> 422;
            case PeopleRejection.RepresentationEndsBeforeItBegins ignored -> 422;
            case PeopleRejection.NotAChild ignored -> 422;
            case PeopleRejection.HolderUnknown ignored -> 422;
            case PeopleRejection.CitizenDoesNotMoveOut ignored -> 422;
            case PeopleRejection.HappensInTheFuture ignored -> 422;
            case PeopleRejection.NothingCorrected ignored -> 422;
        };
    }
}
