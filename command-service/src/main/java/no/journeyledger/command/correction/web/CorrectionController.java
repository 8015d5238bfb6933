package no.journeyledger.command.correction.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import no.journeyledger.command.correction.CorrectEntry;
import no.journeyledger.command.correction.CorrectionRejection;
import no.journeyledger.command.correction.Entry;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.person.PersonEvent;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Corrections")
class CorrectionController {

    private static final Capability<CorrectionRejection> CORRECTION =
            new Capability<>(CorrectionRejection.class, CorrectionController::status);

    private final Door door;
    private final Sealing sealing;
    private final LedgerReader reader;

    CorrectionController(Door door, Sealing sealing, LedgerReader reader) {
        this.door = door;
        this.sealing = sealing;
        this.reader = reader;
    }

    /** What is right instead. */
    record Correction(
            @Schema(description = "The ledger position of the entry, as the timeline gives it") @NotNull @Positive
            Long position,

            @Schema(
                    description =
                            "The person it is about, to whom alone of the household it is shown; the citizen when left out")
            @Nullable
            UUID about,

            @Schema(description = "What is right instead") @NotBlank @Size(max = Limits.TEXT)
            String text) {}

    @PostMapping("/v1/journeys/{journey}/corrections")
    @Operation(
            summary = "Correct an entry",
            description =
                    "A new entry that points at the one it corrects, of any kind. Nothing is edited or deleted; the timeline"
                            + " shows each beside the other.")
    @Answers
    ResponseEntity<byte[]> correct(Call call, @PathVariable UUID journey, @Valid @RequestBody Correction body) {
        UUID about = body.about() == null ? door.citizenOf(journey) : body.about();
        door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                about,
                new CorrectEntry(
                        journey,
                        body.position(),
                        entry(journey, body.position()),
                        about,
                        sealing.seal(about, body.text())),
                CORRECTION);
    }

    /** What stands at a position, when it belongs to the journey. */
    private @Nullable Entry entry(UUID journey, long position) {
        for (EncodedEvent encoded : reader.readAfter(position - 1, 1)) {
            RecordedEvent event = reader.decode(encoded);
            if (event.position() == position && journey.equals(journeyOf(event))) {
                return new Entry(event.eventId(), event.type());
            }
        }
        return null;
    }

    private static @Nullable UUID journeyOf(RecordedEvent event) {
        return switch (event.payload()) {
            case FundEvent.AmountReserved reserved -> reserved.journey();
            case FundEvent.AmountSpent spent -> spent.journey();
            case FundEvent.SpendingReversed reversed -> reversed.journey();
            case FundEvent.ReservationReleased released -> released.journey();
            case FundEvent.InKindUsed used -> used.journey();
            case PersonEvent.JourneyClaimed claimed -> claimed.journey();
            case PersonEvent.JourneyReleased released -> released.journey();
            default -> event.aggregate();
        };
    }

    private static int status(CorrectionRejection rejection) {
        return switch (rejection) {
            case CorrectionRejection.EntryUnknown ignored -> 404;
            case CorrectionRejection.CorrectedPersonUnknown ignored -> 422;
            case CorrectionRejection.NotYoursToCorrect ignored -> 403;
        };
    }
}
