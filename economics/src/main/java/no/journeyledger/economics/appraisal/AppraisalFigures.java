package no.journeyledger.economics.appraisal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An appraisal rounded for people: whole øre, ratios with four decimals, years with two. For display and export only; never
 * calculate on with it.
 *
 * @param basis what the figures rest on, in one line
 * @param presentValueOfCostsOre present value of costs, whole øre
 * @param presentValueOfBenefitsOre present value of benefits, whole øre
 * @param netPresentValueOre net present value, whole øre
 * @param benefitCostRatio benefits by costs, {@code null} where undefined
 * @param switchingValue how far benefits may fall, {@code null} where undefined
 * @param paybackYears years to payback, {@code null} when there is none or nothing to pay back
 * @param discountedPaybackYears the same of discounted amounts
 */
public record AppraisalFigures(
        String basis,
        long presentValueOfCostsOre,
        long presentValueOfBenefitsOre,
        long netPresentValueOre,
        @Nullable BigDecimal benefitCostRatio,
        @Nullable BigDecimal switchingValue,
        @Nullable BigDecimal paybackYears,
        @Nullable BigDecimal discountedPaybackYears) {

    private static final int RATIO_DECIMALS = 4;
    private static final int YEAR_DECIMALS = 2;

    /** Rounds an appraisal. */
    public static AppraisalFigures of(Appraisal<?> appraisal) {
        return new AppraisalFigures(
                appraisal.basis().sentence(),
                appraisal.presentValueOfCosts().toOre(),
                appraisal.presentValueOfBenefits().toOre(),
                appraisal.netPresentValue().toOre(),
                rounded(appraisal.benefitCostRatio()),
                rounded(appraisal.switchingValue()),
                rounded(appraisal.payback()),
                rounded(appraisal.discountedPayback()));
    }

    private static @Nullable BigDecimal rounded(Proportion proportion) {
        return switch (proportion) {
            case Proportion.Known known -> known.value().setScale(RATIO_DECIMALS, RoundingMode.HALF_EVEN);
            case Proportion.Undefined ignored -> null;
        };
    }

    private static @Nullable BigDecimal rounded(Payback payback) {
        return switch (payback) {
            case Payback.After after -> after.years().setScale(YEAR_DECIMALS, RoundingMode.HALF_EVEN);
            case Payback.NotWithin ignored -> null;
            case Payback.NeverOutOfPocket ignored -> null;
        };
    }
}
