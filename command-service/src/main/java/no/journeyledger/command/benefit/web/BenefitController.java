package no.journeyledger.command.benefit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.benefit.AnchorBenefit;
import no.journeyledger.command.benefit.BenefitRejection;
import no.journeyledger.command.benefit.DropBenefit;
import no.journeyledger.command.benefit.EvaluateBenefit;
import no.journeyledger.command.benefit.IdentifyBenefit;
import no.journeyledger.command.benefit.MeasureBenefit;
import no.journeyledger.command.benefit.ValueBenefit;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Call;
import no.journeyledger.command.door.Capability;
import no.journeyledger.command.door.Door;
import no.journeyledger.command.door.Invalid;
import no.journeyledger.command.door.Limits;
import no.journeyledger.command.door.Sealing;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.benefit.Beneficiary;
import no.journeyledger.events.benefit.BenefitKind;
import no.journeyledger.events.benefit.BenefitResult;
import no.journeyledger.events.benefit.Cashable;
import no.journeyledger.events.benefit.Gain;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.GainPrice;
import no.journeyledger.events.benefit.IndicatorReading;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.events.benefit.PriceGrowth;
import no.journeyledger.events.benefit.TakenOff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Benefits")
class BenefitController {

    private static final Capability<BenefitRejection> BENEFIT =
            new Capability<>(BenefitRejection.class, BenefitController::status);

    private static final int DIGITS = 12;
    private static final int DECIMALS = 6;
    private static final int LONGEST_YEARS = 100;
    private static final int TEXTS = 20;

    private final Door door;
    private final Sealing sealing;

    BenefitController(Door door, Sealing sealing) {
        this.door = door;
        this.sealing = sealing;
    }

    /** A value of the indicator on a day. */
    record ReadingOfDay(
            @NotNull @Digits(integer = DIGITS, fraction = DECIMALS)
            BigDecimal value,

            @NotNull LocalDate on) {
        IndicatorReading toReading() {
            return new IndicatorReading(value, on);
        }
    }

    /** A benefit card. */
    record Identification(
            @Schema(description = "The card's id; made by the ledger when left out") @Nullable
            UUID id,

            @Schema(description = "What becomes better") @NotBlank @Size(max = Limits.TEXT)
            String description,

            @NotNull Beneficiary beneficiary,
            @NotNull BenefitKind kind,

            @Schema(description = "What is measured") @NotBlank @Size(max = Limits.TEXT)
            String indicator,

            @Schema(description = "The indicator's unit") @NotBlank @Size(max = Limits.NAME)
            String unit,

            @NotNull @Valid ReadingOfDay baseline,
            @NotNull @Valid ReadingOfDay target,

            @Schema(description = "The measures of the plan it depends on") @NotEmpty @Size(max = Limits.ITEMS)
            List<@NotNull UUID> measures,

            @Schema(description = "Where the measurements come from") @NotBlank @Size(max = Limits.TEXT)
            String source,

            @Schema(description = "What must hold") @Nullable @Size(max = TEXTS)
            List<@NotBlank @Size(max = Limits.TEXT) String> assumptions,

            @Schema(description = "What becomes worse") @Nullable @Size(max = TEXTS)
            List<@NotBlank @Size(max = Limits.TEXT) String> disBenefits,

            @Schema(description = "What may prevent it") @Nullable @Size(max = Limits.TEXT)
            String risk) {}

    @PostMapping("/v1/journeys/{journey}/benefits")
    @Operation(summary = "Open a benefit card", description = "The first of four steps: identify and value.")
    @Answers(Created.Benefit.class)
    ResponseEntity<byte[]> identify(Call call, @PathVariable UUID journey, @Valid @RequestBody Identification body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new IdentifyBenefit(
                        journey,
                        call.idOr(body.id()),
                        sealing.seal(citizen, body.description()),
                        body.beneficiary(),
                        body.kind(),
                        sealing.seal(citizen, body.indicator()),
                        sealing.seal(citizen, body.unit()),
                        body.baseline().toReading(),
                        body.target().toReading(),
                        List.copyOf(body.measures()),
                        sealing.seal(citizen, body.source()),
                        sealed(citizen, body.assumptions()),
                        sealed(citizen, body.disBenefits()),
                        sealing.sealIfAny(citizen, body.risk())),
                BENEFIT);
    }

    private List<Sealed> sealed(UUID citizen, @Nullable List<String> texts) {
        return Limits.orEmpty(texts).stream()
                .map(text -> sealing.seal(citizen, text))
                .toList();
    }

    /** A share that is taken off, or a probability. */
    record Share(
            @Schema(
                    description =
                            "From 0 to 1; left out when nothing is taken off (a probability: when taken as certain)")
            @Nullable
            @Digits(integer = 1, fraction = DECIMALS)
            BigDecimal share,

            @Schema(description = "What it rests on, or why nothing is taken off") @NotBlank @Size(max = Limits.TEXT)
            String reason) {}

    /** Documented real growth of the price. */
    record Growth(
            @Schema(description = "0.01 for 1 % a year") @NotNull @Digits(integer = 0, fraction = DECIMALS)
            BigDecimal rate,

            @Schema(description = "Where it is documented; nothing personal") @NotBlank @Size(max = Limits.NAME)
            String source) {}

    /** What a benefit does to one party, or between two. */
    record GainOfYear(
            @Schema(description = "Its name on the card; nothing personal", example = "rent-saved")
            @NotNull
            @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}")
            String name,

            @NotNull GainForm form,

            @Schema(description = "Of a transfer: who gives") @Nullable
            Party giver,

            @NotNull Party receiver,

            @Schema(
                    description =
                            "Whole øre a year; below zero for a dis-benefit. Either the three amounts or a unit value")
            @Nullable
            @Min(-Limits.ORE)
            @Max(Limits.ORE)
            Long lowOre,

            @Nullable @Min(-Limits.ORE) @Max(Limits.ORE) Long expectedOre,

            @Nullable @Min(-Limits.ORE) @Max(Limits.ORE) Long highOre,

            @Schema(description = "A unit value of the parameters in force", example = "work.production")
            @Nullable
            @Pattern(regexp = "[a-z0-9][a-z0-9.-]{0,99}")
            String unitValue,

            @Schema(description = "How many units a year") @Nullable @Digits(integer = DIGITS, fraction = DECIMALS)
            BigDecimal quantity,

            @Nullable @Valid Growth growth,

            @NotNull @Min(Limits.FIRST_YEAR) @Max(Limits.LAST_YEAR)
            Integer firstYear,

            @NotNull @Min(1) @Max(LONGEST_YEARS) Integer years,

            @NotNull @Valid Share probability,
            @NotNull @Valid Share deadweight,
            @NotNull @Valid Share attribution,
            @NotNull @Valid Share displacement,
            @NotNull @Valid Share dropOff) {}

    /** What a benefit is worth. */
    record Valuation(
            @NotNull Cashable cashable,

            @Schema(description = "Which budget is cut, how the money reaches the purse, or what it is instead")
            @NotBlank
            @Size(max = Limits.TEXT)
            String cashableReason,

            @Schema(description = "Without a price: from -4 (very large harm) to +4 (very large gain), never 0")
            @Nullable
            Integer consequence,

            @Schema(description = "Without a price: what changes, for whom, and why that much")
            @Nullable
            @Size(max = Limits.TEXT)
            String explanation,

            @Schema(description = "With a price: the year of its kroner")
            @Nullable
            @Min(Limits.FIRST_YEAR)
            @Max(Limits.LAST_YEAR)
            Integer priceYear,

            @Schema(description = "With a price: what it does to the parties when the target is reached")
            @Nullable
            @Size(max = Limits.ITEMS)
            List<@NotNull @Valid GainOfYear> gains) {}

    @PostMapping("/v1/journeys/{journey}/benefits/{benefit}/valuation")
    @Operation(
            summary = "Value a benefit",
            description =
                    "In words (consequence and explanation) or in kroner (priceYear and gains), never both; the two"
                            + " are shown with the same weight. May be done again; the newest valuation counts.")
    @Answers(Created.Valuation.class)
    ResponseEntity<byte[]> value(
            Call call, @PathVariable UUID journey, @PathVariable UUID benefit, @Valid @RequestBody Valuation body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new ValueBenefit(
                        journey,
                        benefit,
                        value(call, citizen, body),
                        body.cashable(),
                        sealing.seal(citizen, body.cashableReason())),
                BENEFIT);
    }

    private ValueBenefit.Value value(Call call, UUID citizen, Valuation body) {
        Integer consequence = body.consequence();
        String explanation = body.explanation();
        Integer priceYear = body.priceYear();
        List<GainOfYear> gains = body.gains();
        if (consequence != null && explanation != null && !explanation.isBlank()) {
            if (priceYear != null || gains != null) {
                throw Invalid.field(call, "gains", "EitherWordsOrKroner");
            }
            return new ValueBenefit.Value.InWords(consequence, sealing.seal(citizen, explanation));
        }
        if (priceYear == null || gains == null || gains.isEmpty() || consequence != null || explanation != null) {
            throw Invalid.field(call, "gains", "EitherWordsOrKroner");
        }
        var priced = new java.util.ArrayList<Gain>(gains.size());
        for (int i = 0; i < gains.size(); i++) {
            priced.add(gain(call, citizen, "gains[" + i + "]", gains.get(i)));
        }
        return new ValueBenefit.Value.Priced(priceYear, List.copyOf(priced));
    }

    private Gain gain(Call call, UUID citizen, String path, GainOfYear gain) {
        return new Gain(
                gain.name(),
                gain.form(),
                gain.giver(),
                gain.receiver(),
                price(call, path, gain),
                gain.growth() == null
                        ? null
                        : new PriceGrowth(gain.growth().rate(), gain.growth().source()),
                gain.firstYear(),
                gain.years(),
                takenOff(citizen, gain.probability(), BigDecimal.ONE),
                takenOff(citizen, gain.deadweight(), BigDecimal.ZERO),
                takenOff(citizen, gain.attribution(), BigDecimal.ZERO),
                takenOff(citizen, gain.displacement(), BigDecimal.ZERO),
                takenOff(citizen, gain.dropOff(), BigDecimal.ZERO));
    }

    private static GainPrice price(Call call, String path, GainOfYear gain) {
        Long low = gain.lowOre();
        Long expected = gain.expectedOre();
        Long high = gain.highOre();
        String unitValue = gain.unitValue();
        BigDecimal quantity = gain.quantity();
        if (low != null && expected != null && high != null && unitValue == null && quantity == null) {
            return new GainPrice.Stated(low, expected, high);
        }
        if (unitValue != null && quantity != null && low == null && expected == null && high == null) {
            return new GainPrice.OfUnitValue(unitValue, quantity);
        }
        throw Invalid.field(call, path + ".unitValue", "EitherAmountsOrUnitValue");
    }

    private TakenOff takenOff(UUID citizen, Share share, BigDecimal whenLeftOut) {
        BigDecimal given = share.share();
        return new TakenOff(given == null ? whenLeftOut : given, given != null, sealing.seal(citizen, share.reason()));
    }

    /** Who answers for it. */
    record Anchoring(
            @Schema(description = "Who answers for the benefit being realised") @NotNull
            UUID owner,

            @Schema(description = "Who does and measures it") @NotNull
            UUID responsible,

            @NotEmpty @Size(max = Limits.ITEMS) List<@NotNull LocalDate> measuringDates) {}

    @PostMapping("/v1/journeys/{journey}/benefits/{benefit}/anchoring")
    @Operation(summary = "Plan and anchor a benefit", description = "The second step: somebody answers for it.")
    @Answers
    ResponseEntity<byte[]> anchor(
            Call call, @PathVariable UUID journey, @PathVariable UUID benefit, @Valid @RequestBody Anchoring body) {
        return door.onJourney(
                call,
                journey,
                new AnchorBenefit(
                        journey, benefit, body.owner(), body.responsible(), List.copyOf(body.measuringDates())),
                BENEFIT);
    }

    /** What was measured. */
    record Measurement(
            @NotNull LocalDate on,

            @NotNull @Digits(integer = DIGITS, fraction = DECIMALS)
            BigDecimal value,

            @Nullable @Size(max = Limits.TEXT) String remark) {}

    @PostMapping("/v1/journeys/{journey}/benefits/{benefit}/readings")
    @Operation(
            summary = "Record what was measured of a benefit",
            description = "The third step, as often as it is measured; also after closing, since effect shows later.")
    @Answers
    ResponseEntity<byte[]> measure(
            Call call, @PathVariable UUID journey, @PathVariable UUID benefit, @Valid @RequestBody Measurement body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new MeasureBenefit(
                        journey, benefit, body.on(), body.value(), sealing.sealIfAny(citizen, body.remark())),
                BENEFIT);
    }

    /** What came of it. */
    record Evaluation(
            @NotNull BenefitResult result,

            @Schema(description = "What was learnt") @NotBlank @Size(max = Limits.TEXT)
            String lesson) {}

    @PostMapping("/v1/journeys/{journey}/benefits/{benefit}/evaluation")
    @Operation(summary = "Evaluate a benefit", description = "The fourth step: what came of it, and what was learnt.")
    @Answers
    ResponseEntity<byte[]> evaluate(
            Call call, @PathVariable UUID journey, @PathVariable UUID benefit, @Valid @RequestBody Evaluation body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call,
                journey,
                new EvaluateBenefit(journey, benefit, body.result(), sealing.seal(citizen, body.lesson())),
                BENEFIT);
    }

    /** Why it is no longer pursued. */
    record Dropping(@NotBlank @Size(max = Limits.TEXT) String reason) {}

    @PostMapping("/v1/journeys/{journey}/benefits/{benefit}/dropping")
    @Operation(summary = "Drop a benefit", description = "It is no longer pursued; the card stays, with the reason.")
    @Answers
    ResponseEntity<byte[]> drop(
            Call call, @PathVariable UUID journey, @PathVariable UUID benefit, @Valid @RequestBody Dropping body) {
        UUID citizen = door.citizenOf(journey);
        return door.onJourney(
                call, journey, new DropBenefit(journey, benefit, sealing.seal(citizen, body.reason())), BENEFIT);
    }

    private static int status(BenefitRejection rejection) {
        return switch (rejection) {
            case BenefitRejection.BenefitNotByTeam ignored -> 403;
            case BenefitRejection.BenefitUnknown ignored -> 404;
            case BenefitRejection.BenefitAfterClosing ignored -> 409;
            case BenefitRejection.BenefitIdTaken ignored -> 409;
            case BenefitRejection.BenefitEnded ignored -> 409;
            case BenefitRejection.BenefitStepMissing ignored -> 409;
            case BenefitRejection.BenefitMeasureUnknown ignored -> 422;
            case BenefitRejection.TargetIsBaseline ignored -> 422;
            case BenefitRejection.TargetNotAfterBaseline ignored -> 422;
            case BenefitRejection.GainTwice ignored -> 422;
            case BenefitRejection.GiverAndReceiverDoNotFit ignored -> 422;
            case BenefitRejection.ConsequenceOutOfRange ignored -> 422;
            case BenefitRejection.SavedTimeIsNotCash ignored -> 422;
            case BenefitRejection.NotCashButMoney ignored -> 422;
            case BenefitRejection.EstimateOutOfOrder ignored -> 422;
            case BenefitRejection.ShareOutOfRange ignored -> 422;
            case BenefitRejection.UnitValueUnknown ignored -> 422;
            case BenefitRejection.UnitValueDoesNotFit ignored -> 422;
            case BenefitRejection.UnitValueInsideAnother ignored -> 422;
            case BenefitRejection.PriceYearNotInUse ignored -> 422;
            case BenefitRejection.MeasuredOutsideItsTime ignored -> 422;
        };
    }
}
