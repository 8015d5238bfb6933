package no.journeyledger.command.selfreport.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.command.selfreport.Items;
import no.journeyledger.command.selfreport.RecordSelfReport;
import no.journeyledger.command.selfreport.SelfReportRejection;
import no.journeyledger.events.journey.Instrument;
import no.journeyledger.events.journey.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Self-reports")
class SelfReportController {

    private static final Capability<SelfReportRejection> SELF_REPORT =
            new Capability<>(SelfReportRejection.class, SelfReportController::status);

    private final Door door;
    private final Sealing sealing;

    SelfReportController(Door door, Sealing sealing) {
        this.door = door;
        this.sealing = sealing;
    }

    /** A self-report. */
    record Report(
            @Schema(description = "The report's id; made by the ledger when left out") @Nullable
            UUID id,

            @NotNull UUID person,
            @NotNull Instrument instrument,

            @Schema(example = "who5-1998-nb") @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9.-]{0,63}")
            String instrumentVersion,

            @NotNull Moment moment,

            @Schema(description = "The day it was filled in") @NotNull
            LocalDate on,

            @Schema(description = "BCP 47 tag of the language it was filled in", example = "nb")
            @NotNull
            @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
            String language,

            @Schema(description = "Who answered; the person when left out") @Nullable
            UUID respondent,

            @NotNull Boolean helperPresent,
            @NotNull Boolean declined,

            @Schema(description = "The items in order, null for one not answered; left out when declined")
            @Nullable
            @Size(max = 20)
            List<@Nullable Integer> answers) {}

    @PostMapping("/v1/journeys/{journey}/self-reports")
    @Operation(
            summary = "Record a self-report",
            description =
                    "Answers of somebody else are never pooled with the person's own, and declining is an answer.")
    @Answers(Created.SelfReport.class)
    ResponseEntity<byte[]> report(Call call, @PathVariable UUID journey, @Valid @RequestBody Report body) {
        door.citizenOf(journey);
        List<@Nullable Integer> items = body.answers();
        if (items != null) {
            // The ledger only ever sees them sealed: whether they fit the instrument can be asked nowhere but here.
            var unfit = Items.unfit(body.instrument(), items);
            if (unfit.isPresent()) {
                return door.reject(call, unfit.get(), SELF_REPORT);
            }
        }
        return door.onJourney(
                call,
                journey,
                body.person(),
                new RecordSelfReport(
                        journey,
                        call.idOr(body.id()),
                        body.person(),
                        body.instrument(),
                        body.instrumentVersion(),
                        body.moment(),
                        body.on(),
                        body.language(),
                        body.respondent() == null ? body.person() : body.respondent(),
                        body.helperPresent(),
                        body.declined(),
                        items == null ? null : sealing.seal(body.person(), asJson(items))),
                SELF_REPORT);
    }

    private static String asJson(List<@Nullable Integer> items) {
        var json = new StringJoiner(",", "[", "]");
        for (Integer item : items) {
            json.add(String.valueOf(item));
        }
        return json.toString();
    }

    private static int status(SelfReportRejection rejection) {
        return switch (rejection) {
            case SelfReportRejection.NotYoursToReport ignored -> 403;
            case SelfReportRejection.ReportPersonUnknown ignored -> 422;
            case SelfReportRejection.RespondentUnknown ignored -> 422;
            case SelfReportRejection.ReportInTheFuture ignored -> 422;
            case SelfReportRejection.AnswersMissing ignored -> 422;
            case SelfReportRejection.DeclinedWithAnswers ignored -> 422;
            case SelfReportRejection.ItemsDoNotFit ignored -> 422;
        };
    }
}
