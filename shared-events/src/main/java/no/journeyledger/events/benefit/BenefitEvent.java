package no.journeyledger.events.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.JourneyEvent;
import org.jspecify.annotations.Nullable;

/** The benefit cards of a journey, through the four steps. */
public sealed interface BenefitEvent extends JourneyEvent {

    /**
     * Something was seen that may become better: a benefit card was opened.
     *
     * @param benefit the card's id
     * @param description what becomes better
     * @param beneficiary who gains
     * @param kind what kind of gain
     * @param indicator what is measured
     * @param unit the indicator's unit
     * @param baseline where the indicator stood
     * @param target where it shall stand
     * @param measures the measures of the plan that it depends on, at least one
     * @param source where the measurements come from
     * @param assumptions what must hold
     * @param disBenefits what becomes worse, in words
     * @param risk what may prevent it
     */
    @LogicalType("journey.benefit-identified")
    record BenefitIdentified(
            UUID benefit,
            Sealed description,
            Beneficiary beneficiary,
            BenefitKind kind,
            Sealed indicator,
            Sealed unit,
            IndicatorReading baseline,
            IndicatorReading target,
            List<UUID> measures,
            Sealed source,
            List<Sealed> assumptions,
            List<Sealed> disBenefits,
            @Nullable Sealed risk)
            implements BenefitEvent {}

    /**
     * A benefit was valued, or valued anew.
     *
     * @param benefit the card
     * @param valuation 1 for the first, then one more each time
     * @param worth in kroner or in words
     * @param cashable whether it is money
     * @param cashableReason which budget is cut, how the money reaches the purse, or what it is instead
     */
    @LogicalType("journey.benefit-valued")
    record BenefitValued(UUID benefit, int valuation, Worth worth, Cashable cashable, Sealed cashableReason)
            implements BenefitEvent {}

    /**
     * A benefit was planned and anchored: somebody answers for it.
     *
     * @param benefit the card
     * @param owner who answers for the benefit being realised
     * @param responsible who does and measures it
     * @param measuringDates when it is measured
     */
    @LogicalType("journey.benefit-anchored")
    record BenefitAnchored(UUID benefit, UUID owner, UUID responsible, List<LocalDate> measuringDates)
            implements BenefitEvent {}

    /**
     * The indicator was measured.
     *
     * @param benefit the card
     * @param on the day
     * @param value in the indicator's unit
     * @param realisedShare {@code (value - baseline) / (target - baseline)} with 12 decimals: 0.5 is half way
     * @param remark in words
     */
    @LogicalType("journey.benefit-measured")
    record BenefitMeasured(
            UUID benefit,
            LocalDate on,
            BigDecimal value,
            BigDecimal realisedShare,
            @Nullable Sealed remark) implements BenefitEvent {}

    /**
     * A benefit was evaluated, and something learnt.
     *
     * @param benefit the card
     * @param result what came of it
     * @param lesson what was learnt
     */
    @LogicalType("journey.benefit-evaluated")
    record BenefitEvaluated(UUID benefit, BenefitResult result, Sealed lesson) implements BenefitEvent {}

    /** A benefit is no longer pursued. */
    @LogicalType("journey.benefit-dropped")
    record BenefitDropped(UUID benefit, Sealed reason) implements BenefitEvent {}
}
