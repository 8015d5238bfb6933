package no.journeyledger.command.meeting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.command.meeting.ConfirmAnswers;
import no.journeyledger.command.meeting.ConfirmedAnswer;
import no.journeyledger.command.meeting.HoldMeeting;
import no.journeyledger.command.meeting.MeetingRejection;
import no.journeyledger.command.meeting.RecordMappingSheet;
import no.journeyledger.events.journey.Circle;
import no.journeyledger.events.journey.MeetingKind;
import no.journeyledger.events.journey.SheetArea;
import no.journeyledger.events.journey.SheetBox;
import no.journeyledger.events.journey.SheetEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Meetings")
class MeetingController {

    private static final Capability<MeetingRejection> MEETING =
            new Capability<>(MeetingRejection.class, MeetingController::status);

    private final Door door;
    private final Sealing sealing;

    MeetingController(Door door, Sealing sealing) {
        this.door = door;
        this.sealing = sealing;
    }

    /** A meeting, a recorded call or a home visit. */
    record Held(
            @Schema(description = "The meeting's id; made by the ledger when left out") @Nullable
            UUID id,

            @NotNull MeetingKind kind,

            @Schema(description = "The day it took place") @NotNull
            LocalDate on,

            @Schema(description = "Everybody who attended: persons, workers, trusted persons")
            @NotNull
            @Size(max = Limits.PERSONS)
            List<@NotNull UUID> attended) {}

    @PostMapping("/v1/journeys/{journey}/meetings")
    @Operation(
            summary = "Record that a meeting took place",
            description = "A recorded call or a home visit counts as a meeting.")
    @Answers(Created.Meeting.class)
    ResponseEntity<byte[]> hold(Call call, @PathVariable UUID journey, @Valid @RequestBody Held body) {
        return door.onJourney(
                call,
                journey,
                new HoldMeeting(journey, call.idOr(body.id()), body.kind(), body.on(), List.copyOf(body.attended())),
                MEETING);
    }

    /** One entry on the sheet. */
    record Entry(
            @Schema(description = "Who wrote it, among those who attended") @NotNull
            UUID author,

            @NotNull SheetBox box,

            @Schema(description = "For a box that has one per area") @Nullable
            SheetArea area,

            @Schema(description = "In the circle of the ones around me: which of its kinds") @Nullable
            Circle around,

            @Schema(description = "Short term and long term: within how long, an ISO-8601 period", example = "P3M")
            @Nullable
            @Pattern(regexp = "P([0-9]{1,3}Y)?([0-9]{1,3}M)?([0-9]{1,3}W)?([0-9]{1,4}D)?")
            String within,

            @NotBlank @Size(max = Limits.TEXT) String text) {}

    /** The mapping sheet. */
    record Sheet(
            @Schema(description = "The person whose sheet it is") @NotNull
            UUID owner,

            @Nullable @Size(max = Limits.ITEMS) List<@NotNull @Valid Entry> entries,

            @Schema(description = "Where a sheet does not work for a person: the way the meeting found instead")
            @Nullable
            @Size(max = Limits.TEXT)
            String otherForm) {}

    @PostMapping("/v1/journeys/{journey}/meetings/{meeting}/sheet")
    @Operation(
            summary = "Record the mapping sheet of a meeting",
            description = "As the next version of the journey's sheet. No box is compulsory, and another form counts.")
    @Answers(Created.Sheet.class)
    ResponseEntity<byte[]> sheet(
            Call call, @PathVariable UUID journey, @PathVariable UUID meeting, @Valid @RequestBody Sheet body) {
        door.citizenOf(journey);
        var entries = new ArrayList<SheetEntry>();
        for (Entry entry : Limits.orEmpty(body.entries())) {
            entries.add(new SheetEntry(
                    entry.author(),
                    entry.box(),
                    entry.area(),
                    entry.around(),
                    entry.within(),
                    sealing.seal(body.owner(), entry.text())));
        }
        return door.onJourney(
                call,
                journey,
                new RecordMappingSheet(
                        journey,
                        meeting,
                        body.owner(),
                        List.copyOf(entries),
                        sealing.sealIfAny(body.owner(), body.otherForm())),
                MEETING);
    }

    /** One answer a witness confirms. */
    record Confirmed(
            @NotNull UUID answer,

            @Schema(description = "The hash of the wording it was given to") @NotBlank @Size(max = Limits.CODE)
            String wordingHash) {}

    /** A witness's confirmation. */
    record Confirmation(
            @NotNull @Size(max = Limits.ITEMS) List<@NotNull @Valid Confirmed> answers,

            @Schema(description = "The witness did not attend but spoke to the person afterwards; no when left out")
            @Nullable
            Boolean spokeToThePerson) {}

    @PostMapping("/v1/journeys/{journey}/meetings/{meeting}/confirmation")
    @Operation(
            summary = "Confirm the answers recorded in a meeting",
            description = "Once for all of them, within seven days, by a witness who attended, is neither recorder nor"
                    + " proposer, and is from another service or trusted by the person.")
    @Answers
    ResponseEntity<byte[]> confirm(
            Call call, @PathVariable UUID journey, @PathVariable UUID meeting, @Valid @RequestBody Confirmation body) {
        return door.onJourney(
                call,
                journey,
                new ConfirmAnswers(
                        journey,
                        meeting,
                        body.answers().stream()
                                .map(answer -> new ConfirmedAnswer(answer.answer(), answer.wordingHash()))
                                .toList(),
                        Boolean.TRUE.equals(body.spokeToThePerson())),
                MEETING);
    }

    private static int status(MeetingRejection rejection) {
        return switch (rejection) {
            case MeetingRejection.MeetingAfterClosing ignored -> 409;
            case MeetingRejection.MeetingIdTaken ignored -> 409;
            case MeetingRejection.MeetingUnknown ignored -> 404;
            case MeetingRejection.WitnessRecordedIt ignored -> 403;
            case MeetingRejection.WitnessProposedIt ignored -> 403;
            case MeetingRejection.WitnessFromSameService ignored -> 403;
            case MeetingRejection.WitnessDidNotAttend ignored -> 403;
            case MeetingRejection.WitnessIsConcerned ignored -> 403;
            case MeetingRejection.SomebodyWhoAttendedConfirms ignored -> 403;
            case MeetingRejection.WitnessNotOnTeam ignored -> 403;
            case MeetingRejection.WitnessNeedsOwnSession ignored -> 403;
            case MeetingRejection.NotTrusted ignored -> 403;
            case MeetingRejection.MeetingInTheFuture ignored -> 422;
            case MeetingRejection.NobodyAttended ignored -> 422;
            case MeetingRejection.NobodyOfTheHouseholdAttended ignored -> 422;
            case MeetingRejection.SheetOwnerUnknown ignored -> 422;
            case MeetingRejection.SheetIsEmpty ignored -> 422;
            case MeetingRejection.AreaMissing ignored -> 422;
            case MeetingRejection.AreaNotForBox ignored -> 422;
            case MeetingRejection.CircleMissing ignored -> 422;
            case MeetingRejection.CircleNotForBox ignored -> 422;
            case MeetingRejection.WithinNotForBox ignored -> 422;
            case MeetingRejection.AuthorDidNotAttend ignored -> 422;
            case MeetingRejection.NothingToConfirm ignored -> 422;
            case MeetingRejection.AnswerUnknown ignored -> 422;
            case MeetingRejection.ConfirmedAnotherWording ignored -> 422;
            case MeetingRejection.ConfirmedTooLate ignored -> 422;
        };
    }
}
