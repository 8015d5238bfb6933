package no.journeyledger.query.economics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.economics.parameters.ParameterCatalogue;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.Standing;
import no.journeyledger.economics.parameters.UnitValue;
import no.journeyledger.economics.parameters.file.ParameterFile;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The book of parameters. */
@RestController
@Tag(name = "Parameters", description = "The numbers that others decide, version by version, each with its source.")
class ParametersController {

    private static final List<String> VIEWS = List.of(EconomicsProjection.NAME);
    private static final JsonMapper JSON = new JsonMapper();

    private final Asking asking;

    ParametersController(Asking asking) {
        this.asking = asking;
    }

    /**
     * The book.
     *
     * @param inForce the version in force on the day of the newest entry of the ledger
     * @param versions every version, in the order of their first day
     * @param payers whose purse paying services draw on, where that was said
     */
    record Book(String inForce, List<Version> versions, List<Payer> payers) {}

    /**
     * A version in outline.
     *
     * @param from the first day it applies
     * @param until the first day it no longer applies, absent while no end is known
     * @param reason why it was adopted; absent for the one that comes with the ledger
     * @param illustrative its unit values that only show how the calculation works
     */
    record Version(
            String version,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String reason,
            List<String> illustrative) {}

    /** Whose purse a paying service draws on. */
    record Payer(UUID payer, Party party) {}

    @Operation(operationId = "getParameters", summary = "The book of parameters")
    @GetMapping("/v1/parameters")
    ResponseEntity<Book> book(Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            ParameterCatalogue catalogue = ParameterVersions.at(views, Long.MAX_VALUE);
            Map<String, String> reasons = new HashMap<>();
            views.sql("SELECT version, reason FROM views.parameter_version")
                    .query((row, i) -> reasons.put(row.getString(1), row.getString(2)))
                    .list();
            LocalDate day = new Question(null, null, null, null, null, null, null, null, null)
                    .moment(views)
                    .day();
            return new Book(
                    EconomicsController.calculated(
                            () -> catalogue.inForceOn(day).version()),
                    catalogue.versions().stream()
                            .map(version -> outline(version, reasons.get(version.version())))
                            .toList(),
                    views.sql("""
                            SELECT DISTINCT ON (payer) payer, party FROM views.payer_party
                            ORDER BY payer, position DESC
                            """)
                            .query((row, i) -> new Payer(row.getObject(1, UUID.class), Party.valueOf(row.getString(2))))
                            .list());
        });
    }

    private static Version outline(Parameters version, @Nullable String reason) {
        return new Version(
                version.version(),
                version.inForce().from(),
                version.inForce().until(),
                reason,
                version.unitValues().values().stream()
                        .filter(value -> value.standing() == Standing.ILLUSTRATIVE)
                        .map(UnitValue::id)
                        .toList());
    }

    /** A version as a parameter file. */
    record File(
            @Schema(type = "object", description = "The whole version: docs/economics.md")
            JsonNode parameters) {}

    @Operation(
            operationId = "getParameterVersion",
            summary = "A version of the parameters, whole",
            description =
                    "Changed and given another name and first day, it is what POST /v1/parameters of the commands takes.")
    @GetMapping("/v1/parameters/{version}")
    ResponseEntity<File> version(@PathVariable("version") String version, Asked asked) {
        return asking.answer(
                asked,
                VIEWS,
                views -> EconomicsController.calculated(() -> new File(JSON.readTree(ParameterFile.write(
                        ParameterVersions.at(views, Long.MAX_VALUE).version(version))))));
    }
}
