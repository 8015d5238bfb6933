package no.journeyledger.command.authority.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.authority.AuthorityRejection;
import no.journeyledger.command.authority.GiveNotice;
import no.journeyledger.command.authority.LodgeAppeal;
import no.journeyledger.command.authority.RecordExternalDecision;
import no.journeyledger.command.authority.RuleOnAppeal;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.events.journey.AppealOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Appeals")
class AuthorityController {

    private static final Capability<AuthorityRejection> AUTHORITY =
            new Capability<>(AuthorityRejection.class, AuthorityController::status);

    private final Door door;
    private final Sealing sealing;

    AuthorityController(Door door, Sealing sealing) {
        this.door = door;
        this.sealing = sealing;
    }

    /** Notice of a decision. */
    record Noticed(
            @NotNull UUID party,

            @Schema(description = "The day it reached them; the time to appeal runs from it") @NotNull
            LocalDate on) {}

    @PostMapping("/v1/journeys/{journey}/decisions/{decision}/notices")
    @Operation(
            summary = "Record that a party was told of a decision about rights or duties",
            description =
                    "From that day the time to appeal runs: three weeks, four under the Patient and User Rights Act.")
    @Answers
    ResponseEntity<byte[]> notice(
            Call call, @PathVariable UUID journey, @PathVariable UUID decision, @Valid @RequestBody Noticed body) {
        return door.onJourney(call, journey, new GiveNotice(journey, decision, body.party(), body.on()), AUTHORITY);
    }

    /** An appeal. */
    record Appealed(
            @Schema(description = "The appeal's id; made by the ledger when left out") @Nullable
            UUID id,

            @NotNull UUID party,
            @NotNull LocalDate on,

            @Schema(description = "What they say, in their own words") @Nullable @Size(max = Limits.TEXT)
            String ownWords) {}

    @PostMapping("/v1/journeys/{journey}/decisions/{decision}/appeals")
    @Operation(
            summary = "Appeal against a decision about rights or duties",
            description = "Also after the journey has closed. An appeal that comes late is recorded as late, not turned"
                    + " away.")
    @Answers(Created.Appeal.class)
    ResponseEntity<byte[]> appeal(
            Call call, @PathVariable UUID journey, @PathVariable UUID decision, @Valid @RequestBody Appealed body) {
        door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                body.party(),
                new LodgeAppeal(
                        journey,
                        call.idOr(body.id()),
                        decision,
                        body.party(),
                        body.on(),
                        sealing.sealIfAny(body.party(), body.ownWords())),
                AUTHORITY);
    }

    /** A ruling. */
    record Ruled(
            @NotNull AppealOutcome outcome,

            @Schema(description = "Who ruled, e.g. the appeals board; nothing personal")
            @NotBlank
            @Size(max = Limits.NAME)
            String body,

            @NotNull LocalDate on,
            @NotBlank @Size(max = Limits.TEXT) String grounds) {}

    @PostMapping("/v1/journeys/{journey}/appeals/{appeal}/ruling")
    @Operation(
            summary = "Record what came of an appeal",
            description = "A decision that was reversed no longer holds; its entry stays as it is.")
    @Answers
    ResponseEntity<byte[]> rule(
            Call call, @PathVariable UUID journey, @PathVariable UUID appeal, @Valid @RequestBody Ruled body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new RuleOnAppeal(
                        journey, appeal, body.outcome(), body.body(), body.on(), sealing.seal(citizen, body.grounds())),
                AUTHORITY);
    }

    /** What another authority decided. */
    record External(
            @Schema(description = "Its id; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(description = "Who decided; nothing personal") @NotBlank @Size(max = Limits.NAME)
            String authority,

            @Schema(description = "Whom it is about") @NotNull @Size(max = Limits.PERSONS)
            List<@NotNull UUID> persons,

            @NotNull LocalDate on,

            @Schema(description = "The statute it rests on; nothing personal") @Nullable @Size(max = Limits.NAME)
            String legalBasis,

            @NotBlank @Size(max = Limits.TEXT) String what) {}

    @PostMapping("/v1/journeys/{journey}/external-decisions")
    @Operation(
            summary = "Record another authority's decision",
            description = "It is theirs, not the programme's, and allocates nothing.")
    @Answers(Created.ExternalDecision.class)
    ResponseEntity<byte[]> external(Call call, @PathVariable UUID journey, @Valid @RequestBody External body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new RecordExternalDecision(
                        journey,
                        call.idOr(body.id()),
                        body.authority(),
                        List.copyOf(body.persons()),
                        body.on(),
                        body.legalBasis(),
                        sealing.seal(citizen, body.what())),
                AUTHORITY);
    }

    private static int status(AuthorityRejection rejection) {
        return switch (rejection) {
            case AuthorityRejection.ClerkNotOnTeam ignored -> 403;
            case AuthorityRejection.NotYoursToAppeal ignored -> 403;
            case AuthorityRejection.NotAppealable ignored -> 404;
            case AuthorityRejection.AppealUnknown ignored -> 404;
            case AuthorityRejection.NoticeAlreadyGiven ignored -> 409;
            case AuthorityRejection.AppealIdTaken ignored -> 409;
            case AuthorityRejection.AppealAlreadyLodged ignored -> 409;
            case AuthorityRejection.AlreadyReversed ignored -> 409;
            case AuthorityRejection.NotAParty ignored -> 422;
            case AuthorityRejection.NotYetHappened ignored -> 422;
            case AuthorityRejection.ExternalPersonUnknown ignored -> 422;
            case AuthorityRejection.ExternalAboutNobody ignored -> 422;
        };
    }
}
