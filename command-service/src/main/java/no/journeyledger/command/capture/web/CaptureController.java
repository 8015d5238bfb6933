package no.journeyledger.command.capture.web;

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
import no.journeyledger.command.capture.AcceptPilotAgreement;
import no.journeyledger.command.capture.AssessChecklist;
import no.journeyledger.command.capture.CaptureRejection;
import no.journeyledger.command.capture.ChangeServiceDegree;
import no.journeyledger.command.capture.EnrolHousehold;
import no.journeyledger.command.capture.OfferPilotAgreement;
import no.journeyledger.command.capture.ReferPerson;
import no.journeyledger.command.capture.RegisterHouseholdMember;
import no.journeyledger.command.capture.RegisterReference;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Invalid;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.References;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.events.journey.HouseholdRole;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.TargetGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Coming in")
class CaptureController {

    private static final Capability<CaptureRejection> CAPTURE =
            new Capability<>(CaptureRejection.class, CaptureController::status);
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    private final Door door;
    private final Sealing sealing;
    private final References references;

    CaptureController(Door door, Sealing sealing, References references) {
        this.door = door;
        this.sealing = sealing;
        this.references = references;
    }

    /** Opens a journey. */
    record Referral(
            @Schema(description = "The journey's id; made by the ledger when left out") @Nullable
            UUID journey,

            @Schema(description = "The person's random id; made by the ledger when left out") @Nullable
            UUID person,

            @NotBlank @Size(max = Limits.NAME) String name,
            @NotNull LocalDate birthDate,
            @NotNull no.journeyledger.events.journey.Door door,

            @Schema(description = "What the person hopes for, in their own words") @Nullable @Size(max = Limits.TEXT)
            String wish) {}

    @PostMapping("/v1/journeys")
    @Operation(
            summary = "Refer a person",
            description =
                    "Opens a journey for a person, whichever door they came in through. A person is in one open journey at a time.")
    @Answers(Created.Referral.class)
    ResponseEntity<byte[]> refer(Call call, @Valid @RequestBody Referral body) {
        UUID journey = call.idOr(body.journey());
        UUID person = call.idOr(body.person());
        checkBirthDate(call, body.birthDate());
        return door.open(
                call,
                journey,
                new ReferPerson(
                        journey,
                        person,
                        sealing.seal(person, body.name()),
                        sealing.seal(person, body.birthDate().toString()),
                        body.door(),
                        sealing.sealIfAny(person, body.wish())),
                CAPTURE);
    }

    /** The qualifying checklist. */
    record Checklist(
            @NotNull Boolean wantsChange,
            @NotNull Boolean complexNeeds,
            @NotNull Boolean longTermWork,
            @NotNull Boolean liftsConfidentiality,
            @NotNull TargetGroup targetGroup,

            @Schema(description = "1 self-service, 2 contact person, 3 much help, lasting") @NotNull
            Integer serviceDegree,

            @NotBlank @Size(max = Limits.TEXT) String reasons) {}

    @PostMapping("/v1/journeys/{journey}/checklist")
    @Operation(
            summary = "Assess the qualifying checklist",
            description = "May be recorded with points that do not hold; the household is then not enrolled.")
    @Answers(Created.Assessment.class)
    ResponseEntity<byte[]> assess(Call call, @PathVariable UUID journey, @Valid @RequestBody Checklist body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new AssessChecklist(
                        journey,
                        body.wantsChange(),
                        body.complexNeeds(),
                        body.longTermWork(),
                        body.liftsConfidentiality(),
                        body.targetGroup(),
                        body.serviceDegree(),
                        sealing.seal(citizen, body.reasons())),
                CAPTURE);
    }

    /** Somebody of the household. */
    record Member(
            @Schema(description = "Their random id; made by the ledger when left out") @Nullable
            UUID id,

            @NotNull HouseholdRole role,
            @NotBlank @Size(max = Limits.NAME) String name,
            @NotNull LocalDate birthDate,

            @Schema(description = "For a child: who of the household holds parental responsibility")
            @Nullable
            @Size(max = Limits.PERSONS)
            List<@NotNull UUID> parentalResponsibility) {}

    @PostMapping("/v1/journeys/{journey}/household")
    @Operation(
            summary = "Register a household member",
            description =
                    "Adults first: a child is registered with whoever of the household holds parental responsibility.")
    @Answers(Created.HouseholdMember.class)
    ResponseEntity<byte[]> register(Call call, @PathVariable UUID journey, @Valid @RequestBody Member body) {
        door.citizenOf(journey);
        UUID person = call.idOr(body.id());
        checkBirthDate(call, body.birthDate());
        return door.onJourney(
                call,
                journey,
                new RegisterHouseholdMember(
                        journey,
                        person,
                        body.role(),
                        sealing.seal(person, body.name()),
                        sealing.seal(person, body.birthDate().toString()),
                        Limits.orEmpty(body.parentalResponsibility())),
                CAPTURE);
    }

    /** Enrolment. */
    record Enrolment(
            @NotNull Stage startingStage,
            @NotNull Stage goalStage,

            @Schema(description = "Everybody registered when left out") @Nullable @Size(max = Limits.PERSONS)
            List<@NotNull UUID> persons) {}

    @PostMapping("/v1/journeys/{journey}/enrolment")
    @Operation(
            summary = "Enrol the household",
            description =
                    "From here on decisions may concern those enrolled. Needs a checklist on which every point holds.")
    @Answers(Created.Enrolment.class)
    ResponseEntity<byte[]> enrol(Call call, @PathVariable UUID journey, @Valid @RequestBody Enrolment body) {
        return door.onJourney(
                call,
                journey,
                new EnrolHousehold(journey, body.startingStage(), body.goalStage(), Limits.orEmpty(body.persons())),
                CAPTURE);
    }

    /** How much help the household gets from now on. */
    record Degree(
            @Schema(description = "1 self-service, 2 contact person, 3 much help, lasting") @NotNull
            Integer serviceDegree,

            @NotBlank @Size(max = Limits.TEXT) String reason) {}

    @PostMapping("/v1/journeys/{journey}/service-degree")
    @Operation(summary = "Change the service degree", description = "After the checklist, as often as needed.")
    @Answers
    ResponseEntity<byte[]> degree(Call call, @PathVariable UUID journey, @Valid @RequestBody Degree body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new ChangeServiceDegree(journey, body.serviceDegree(), sealing.seal(citizen, body.reason())),
                CAPTURE);
    }

    /** What each side of the pilot agreement expects. */
    record Expectations(
            @Schema(description = "What the citizen may expect") @NotNull @Size(max = Limits.ITEMS)
            List<@NotBlank @Size(max = Limits.TEXT) String> citizenMayExpect,

            @Schema(description = "What the municipality expects") @NotNull @Size(max = Limits.ITEMS)
            List<@NotBlank @Size(max = Limits.TEXT) String> municipalityExpects) {}

    @PostMapping("/v1/journeys/{journey}/pilot-agreements")
    @Operation(
            summary = "Write down the pilot agreement",
            description = "What the citizen and the municipality may expect of each other, as the next version.")
    @Answers(Created.PilotAgreement.class)
    ResponseEntity<byte[]> offer(Call call, @PathVariable UUID journey, @Valid @RequestBody Expectations body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new OfferPilotAgreement(
                        journey,
                        body.citizenMayExpect().stream()
                                .map(text -> sealing.seal(citizen, text))
                                .toList(),
                        body.municipalityExpects().stream()
                                .map(text -> sealing.seal(citizen, text))
                                .toList()),
                CAPTURE);
    }

    /** Which version is accepted. */
    record Acceptance(@NotNull Integer version) {}

    @PostMapping("/v1/journeys/{journey}/pilot-agreements/acceptance")
    @Operation(
            summary = "Accept the pilot agreement",
            description = "A person for themselves in their own session; a member of the team for the municipality.")
    @Answers
    ResponseEntity<byte[]> accept(Call call, @PathVariable UUID journey, @Valid @RequestBody Acceptance body) {
        return door.onJourney(call, journey, new AcceptPilotAgreement(journey, body.version()), CAPTURE);
    }

    /** A case app's own reference. */
    record Reference(
            @Schema(description = "Kept only as a keyed hash") @NotBlank @Size(max = Limits.CODE)
            String reference) {}

    @PostMapping("/v1/journeys/{journey}/references")
    @Operation(
            summary = "Register a case app's own reference",
            description = "The reference itself never enters the ledger, only its hash under the ledger's key.")
    @Answers
    ResponseEntity<byte[]> reference(Call call, @PathVariable UUID journey, @Valid @RequestBody Reference body) {
        UUID through = call.actor().through();
        UUID service = call.actor().service();
        UUID app = through != null
                ? through
                : service != null ? service : call.actor().id();
        return door.onJourney(
                call, journey, new RegisterReference(journey, app, references.hash(app, body.reference())), CAPTURE);
    }

    private static void checkBirthDate(Call call, LocalDate birthDate) {
        if (birthDate.isAfter(call.today()) || birthDate.isBefore(OLDEST)) {
            throw Invalid.field(call, "birthDate", "BirthDate");
        }
    }

    private static int status(CaptureRejection rejection) {
        return switch (rejection) {
            case CaptureRejection.JourneyAlreadyOpened ignored -> 409;
            case CaptureRejection.CaptureAfterClosing ignored -> 409;
            case CaptureRejection.PersonInAnotherJourney ignored -> 409;
            case CaptureRejection.PersonAlreadyRegistered ignored -> 409;
            case CaptureRejection.AlreadyEnrolled ignored -> 409;
            case CaptureRejection.NobodyToEnrol ignored -> 409;
            case CaptureRejection.StagesDifferFromEnrolment ignored -> 409;
            case CaptureRejection.ChecklistMissing ignored -> 409;
            case CaptureRejection.NotQualified ignored -> 409;
            case CaptureRejection.ServiceDegreeUnchanged ignored -> 409;
            case CaptureRejection.AgreementIsAnother ignored -> 409;
            case CaptureRejection.AgreementAcceptedBefore ignored -> 409;
            case CaptureRejection.ReferenceRegisteredBefore ignored -> 409;
            case CaptureRejection.NotYoursToAccept ignored -> 403;
            case CaptureRejection.AgreementIsOneSided ignored -> 422;
            case CaptureRejection.ServiceDegreeOutOfRange ignored -> 422;
            case CaptureRejection.CitizenIsRegisteredByReferral ignored -> 422;
            case CaptureRejection.ParentalResponsibilityMissing ignored -> 422;
            case CaptureRejection.ParentalResponsibilityNotForAdults ignored -> 422;
            case CaptureRejection.HolderNotInHousehold ignored -> 422;
            case CaptureRejection.MemberUnknown ignored -> 422;
            case CaptureRejection.GoalBelowStart ignored -> 422;
        };
    }
}
