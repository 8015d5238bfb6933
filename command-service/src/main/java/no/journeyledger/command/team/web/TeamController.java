package no.journeyledger.command.team.web;

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
import no.journeyledger.command.door.NoFields;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.command.team.AddTeamMember;
import no.journeyledger.command.team.ConfirmTrustedPerson;
import no.journeyledger.command.team.DelegateMandate;
import no.journeyledger.command.team.HandOverLeadership;
import no.journeyledger.command.team.LeaveTeam;
import no.journeyledger.command.team.NameTrustedPerson;
import no.journeyledger.command.team.PreferContact;
import no.journeyledger.command.team.RegisterRelation;
import no.journeyledger.command.team.RevokeMandate;
import no.journeyledger.command.team.TeamRejection;
import no.journeyledger.events.journey.Sector;
import no.journeyledger.events.journey.TeamRole;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "The team and its mandates")
class TeamController {

    private static final Capability<TeamRejection> TEAM = new Capability<>(TeamRejection.class, TeamController::status);

    private final Door door;
    private final Sealing sealing;

    TeamController(Door door, Sealing sealing) {
        this.door = door;
        this.sealing = sealing;
    }

    /** A worker on the team. */
    record Joining(
            @NotNull UUID worker,
            @NotNull UUID service,
            @NotNull TeamRole role,

            @Schema(description = "Where they come from, inside or outside the municipality") @Nullable
            Sector sector) {}

    @PostMapping("/v1/journeys/{journey}/team")
    @Operation(summary = "Take a worker into the team", description = "There is one investment leader.")
    @Answers
    ResponseEntity<byte[]> join(Call call, @PathVariable UUID journey, @Valid @RequestBody Joining body) {
        return door.onJourney(
                call,
                journey,
                new AddTeamMember(journey, body.worker(), body.service(), body.role(), body.sector()),
                TEAM);
    }

    @PostMapping("/v1/journeys/{journey}/team/{worker}/leaving")
    @Operation(summary = "A worker leaves the team")
    @Answers
    ResponseEntity<byte[]> leave(
            Call call,
            @PathVariable UUID journey,
            @PathVariable UUID worker,
            @RequestBody(required = false) @Nullable NoFields body) {
        return door.onJourney(call, journey, new LeaveTeam(journey, worker), TEAM);
    }

    /** Who leads from now on. */
    record Leadership(@NotNull UUID to) {}

    @PostMapping("/v1/journeys/{journey}/team/leadership")
    @Operation(
            summary = "Hand over the lead",
            description = "The leader hands over to another member: exactly one is answerable at any time.")
    @Answers
    ResponseEntity<byte[]> handOver(Call call, @PathVariable UUID journey, @Valid @RequestBody Leadership body) {
        return door.onJourney(call, journey, new HandOverLeadership(journey, body.to()), TEAM);
    }

    /** Whom a person prefers to turn to. */
    record Contact(@NotNull UUID person, @NotNull UUID worker) {}

    @PostMapping("/v1/journeys/{journey}/preferred-contacts")
    @Operation(summary = "Prefer a contact person", description = "Whom on the team a person prefers to turn to.")
    @Answers
    ResponseEntity<byte[]> prefer(Call call, @PathVariable UUID journey, @Valid @RequestBody Contact body) {
        return door.onJourney(
                call, journey, body.person(), new PreferContact(journey, body.person(), body.worker()), TEAM);
    }

    /** Whom a person trusts. */
    record Trust(
            @Schema(description = "Who chooses") @NotNull UUID person,

            @Schema(description = "The chosen one's random id: the one in their own tokens") @NotNull
            UUID trusted,

            @NotBlank @Size(max = Limits.NAME) String name) {}

    @PostMapping("/v1/journeys/{journey}/trusted-persons")
    @Operation(
            summary = "Name a trusted person",
            description =
                    "The citizen's own choice; they may attend anything and may witness answers. In the person's own session it"
                            + " holds at once; from a worker, or through a case app, once somebody of another service confirms it.")
    @Answers(Created.Trust.class)
    ResponseEntity<byte[]> trust(Call call, @PathVariable UUID journey, @Valid @RequestBody Trust body) {
        return door.onJourney(
                call,
                journey,
                body.person(),
                new NameTrustedPerson(journey, body.person(), body.trusted(), sealing.seal(body.person(), body.name())),
                TEAM);
    }

    /** Of whom it is confirmed that they trust this one. */
    record Trusting(@NotNull UUID person) {}

    @PostMapping("/v1/journeys/{journey}/trusted-persons/{trusted}/confirmation")
    @Operation(
            summary = "Confirm a trusted person",
            description = "By a member of the team from another service than whoever wrote it down.")
    @Answers(Created.Trust.class)
    ResponseEntity<byte[]> confirmTrust(
            Call call, @PathVariable UUID journey, @PathVariable UUID trusted, @Valid @RequestBody Trusting body) {
        return door.onJourney(call, journey, new ConfirmTrustedPerson(journey, body.person(), trusted), TEAM);
    }

    /** A worker's relation to somebody of the household. */
    record Relation(@NotNull UUID worker, @NotNull UUID person) {}

    @PostMapping("/v1/journeys/{journey}/relations")
    @Operation(
            summary = "Register a relation",
            description = "A worker who is related to a person takes no decision that concerns them.")
    @Answers
    ResponseEntity<byte[]> relate(Call call, @PathVariable UUID journey, @Valid @RequestBody Relation body) {
        return door.onJourney(call, journey, new RegisterRelation(journey, body.worker(), body.person()), TEAM);
    }

    /** What a unit head delegates. */
    record Delegation(
            @Schema(description = "The mandate's id; made by the ledger when left out") @Nullable
            UUID id,

            @NotNull UUID worker,

            @Schema(description = "The paying service: the unit head's own") @NotNull
            UUID service,

            @Schema(description = "The most one decision may commit of this service's money, in whole øre")
            @NotNull
            @Positive
            @Max(Limits.ORE)
            Long ceilingOre,

            @NotNull @Size(min = 1, max = 20)
            List<@NotNull @Min(Limits.FIRST_YEAR) @Max(Limits.LAST_YEAR) Integer> budgetYears,

            @NotNull LocalDate from,
            @NotNull LocalDate until,

            @Schema(description = "Whether a pledge beyond the current budget year is allowed; no when left out")
            @Nullable
            Boolean beyondTheYear) {}

    @PostMapping("/v1/journeys/{journey}/mandates")
    @Operation(
            summary = "Delegate a mandate",
            description = "By the head of the paying service, to a member of the team, never to oneself.")
    @Answers(Created.Mandate.class)
    ResponseEntity<byte[]> delegate(Call call, @PathVariable UUID journey, @Valid @RequestBody Delegation body) {
        return door.onJourney(
                call,
                journey,
                new DelegateMandate(
                        journey,
                        call.idOr(body.id()),
                        body.worker(),
                        body.service(),
                        body.ceilingOre(),
                        List.copyOf(body.budgetYears()),
                        body.from(),
                        body.until(),
                        Boolean.TRUE.equals(body.beyondTheYear())),
                TEAM);
    }

    @PostMapping("/v1/journeys/{journey}/mandates/{mandate}/revocation")
    @Operation(summary = "Take a mandate back", description = "At once, by the head of the paying service.")
    @Answers
    ResponseEntity<byte[]> revoke(
            Call call,
            @PathVariable UUID journey,
            @PathVariable UUID mandate,
            @RequestBody(required = false) @Nullable NoFields body) {
        return door.onJourney(call, journey, new RevokeMandate(journey, mandate), TEAM);
    }

    private static int status(TeamRejection rejection) {
        return switch (rejection) {
            case TeamRejection.TeamAfterClosing ignored -> 409;
            case TeamRejection.AlreadyOnTeam ignored -> 409;
            case TeamRejection.LeaderAlreadyNamed ignored -> 409;
            case TeamRejection.RelationAlreadyRegistered ignored -> 409;
            case TeamRejection.MandateIdTaken ignored -> 409;
            case TeamRejection.NotYoursToName ignored -> 403;
            case TeamRejection.NotHeadOfService ignored -> 403;
            case TeamRejection.MandateUnknown ignored -> 404;
            case TeamRejection.LeaderHandsOverFirst ignored -> 409;
            case TeamRejection.NobodyLeads ignored -> 409;
            case TeamRejection.TrustedPersonNotProposed ignored -> 409;
            case TeamRejection.ConfirmerFromSameService ignored -> 422;
            case TeamRejection.NotOnTeam ignored -> 422;
            case TeamRejection.TeamPersonUnknown ignored -> 422;
            case TeamRejection.TrustedPersonIsOnTeam ignored -> 422;
            case TeamRejection.MandateToOneself ignored -> 422;
            case TeamRejection.CeilingOutOfRange ignored -> 422;
            case TeamRejection.MandateEndsBeforeItBegins ignored -> 422;
            case TeamRejection.MandateEndsInThePast ignored -> 422;
            case TeamRejection.BudgetYearsMissing ignored -> 422;
            case TeamRejection.YearsBeyondNotAllowed ignored -> 422;
        };
    }
}
