package no.journeyledger.query.economics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.economics.benefit.Status;
import no.journeyledger.economics.benefit.Step;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.benefit.Beneficiary;
import no.journeyledger.events.benefit.BenefitKind;
import no.journeyledger.events.benefit.BenefitResult;
import no.journeyledger.events.benefit.Cashable;
import no.journeyledger.events.benefit.Worth;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.economics.EconomicsRows.CardRow;
import no.journeyledger.query.economics.EconomicsRows.ReadingRow;
import no.journeyledger.query.journeys.JourneyAccess;
import no.journeyledger.query.journeys.JourneysProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The benefit cards of a journey. */
@RestController
@Tag(
        name = "Benefits",
        description = "What is expected to become better, and what did; in kroner or in words that weigh the same.")
class BenefitsController {

    private static final List<String> VIEWS = List.of(EconomicsProjection.NAME, JourneysProjection.NAME);

    /** A card is theirs whom the measures name that it depends on: their words and their situation stand on it. */
    private static final String OF_THESE = """
             AND EXISTS (SELECT 1 FROM views.measure m WHERE m.journey = benefit_card.journey
             AND m.measure = ANY (benefit_card.measures) AND m.persons && ?)""";

    private final Asking asking;

    BenefitsController(Asking asking) {
        this.asking = asking;
    }

    /**
     * A card.
     *
     * @param status how far it has come
     * @param step which of the four steps that is
     * @param worth in kroner or in words
     * @param signs without a price: the weight as signs, {@code +++} or {@code --}
     * @param readings what was measured, oldest first
     * @param realisedShare of the latest reading: 0.5 is half way to the target, above 1 beyond it, below 0 the wrong way
     */
    record Card(
            UUID benefit,
            Status status,
            Step step,
            Sealed description,
            Beneficiary beneficiary,
            BenefitKind kind,
            Sealed indicator,
            Sealed unit,
            Point baseline,
            Point target,
            List<UUID> measures,
            Sealed source,
            List<Sealed> assumptions,
            List<Sealed> disBenefits,
            @Nullable Sealed risk,
            int valuation,

            @Schema(type = "object", description = "InWords or Priced of docs/event-catalogue.md") @Nullable
            Worth worth,

            @Nullable String signs,
            @Nullable Cashable cashable,
            @Nullable Sealed cashableReason,
            @Nullable UUID owner,
            @Nullable UUID responsible,
            List<LocalDate> measuringDates,
            List<Measured> readings,
            @Nullable BigDecimal realisedShare,
            @Nullable BenefitResult result,
            @Nullable Sealed lesson,
            @Nullable Sealed droppedBecause) {}

    /** A value of the indicator on a day. */
    record Point(BigDecimal value, LocalDate on) {}

    /** What was measured. */
    record Measured(
            LocalDate on,
            BigDecimal value,
            BigDecimal realisedShare,
            @Nullable Sealed remark) {}

    /** The cards of a journey, in the order they were opened. */
    record Cards(UUID journey, List<Card> benefits) {}

    @Operation(
            operationId = "listBenefits",
            summary = "The benefit cards of a journey",
            description =
                    "A person sees the cards whose measures name them; a service those whose measures name somebody who opened"
                            + " their words to it. Other cards are left out.")
    @GetMapping("/v1/journeys/{journey}/benefits")
    ResponseEntity<Cards> benefits(@PathVariable("journey") UUID journey, Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            JourneyAccess.require(views, asked.reader(), journey);
            Map<UUID, List<ReadingRow>> readings = new HashMap<>();
            views.sql(EconomicsRows.READINGS.select() + " WHERE journey = ? ORDER BY on_day, position")
                    .param(journey)
                    .query((row, i) -> EconomicsRows.READINGS.read(row))
                    .list()
                    .forEach(reading -> readings.computeIfAbsent(reading.benefit(), key -> new ArrayList<>())
                            .add(reading));
            Opening opening = asked.reading().opening();
            boolean everything = opening.opensEverything();
            return new Cards(
                    journey,
                    views
                            .sql(EconomicsRows.CARDS.select()
                                    + " WHERE journey = ? "
                                    + (everything ? "" : OF_THESE)
                                    + " ORDER BY opened_position")
                            .params(
                                    everything
                                            ? List.of(journey)
                                            : List.of(journey, opening.words().toArray(UUID[]::new)))
                            .query((row, i) -> EconomicsRows.CARDS.read(row))
                            .list()
                            .stream()
                            .map(row -> card(row, readings.getOrDefault(row.benefit(), List.of())))
                            .toList());
        });
    }

    private static Card card(CardRow row, List<ReadingRow> readings) {
        Status status = status(row);
        return new Card(
                row.benefit(),
                status,
                status.step(),
                row.description(),
                row.beneficiary(),
                row.kind(),
                row.indicator(),
                row.unit(),
                new Point(row.baseline(), row.baselineOn()),
                new Point(row.target(), row.targetOn()),
                row.measures(),
                row.source(),
                row.assumptions(),
                row.disBenefits(),
                row.risk(),
                row.valuation(),
                row.worth(),
                row.worth() instanceof Worth.InWords words ? signs(words.consequence()) : null,
                row.cashable(),
                row.cashableReason(),
                row.owner(),
                row.responsible(),
                row.measuringDates(),
                readings.stream()
                        .map(reading ->
                                new Measured(reading.onDay(), reading.value(), reading.share(), reading.remark()))
                        .toList(),
                readings.isEmpty() ? null : readings.getLast().share(),
                row.result(),
                row.lesson(),
                row.droppedBecause());
    }

    private static String signs(int consequence) {
        return (consequence > 0 ? "+" : "-").repeat(Math.abs(consequence));
    }

    private static Status status(CardRow row) {
        return switch (row.step()) {
            case IDENTIFIED -> Status.IDENTIFIED;
            case VALUED -> Status.VALUED;
            case ANCHORED -> Status.ANCHORED;
            case MEASURED -> Status.MEASURED;
            case EVALUATED ->
                switch (row.result()) {
                    case REALISED -> Status.REALISED;
                    case PARTLY_REALISED -> Status.PARTLY_REALISED;
                    case NOT_REALISED -> Status.NOT_REALISED;
                    case null -> throw new IllegalStateException("evaluated without a result");
                };
            case DROPPED -> Status.DROPPED;
        };
    }
}
