package no.journeyledger.query.economics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.economics.Arithmetic;
import no.journeyledger.events.benefit.Gain;
import no.journeyledger.events.benefit.GainPrice;
import no.journeyledger.events.benefit.PriceGrowth;
import no.journeyledger.events.benefit.Worth;
import no.journeyledger.query.economics.EconomicsRows.GainRow;

/**
 * A priced benefit, year by year. Each year's amount is rounded once, here: øre to six decimals, quantities of a unit value to
 * twelve. From then on amounts are only added and discounted, so journeys add up to their portfolio to the last digit.
 */
final class YearlyGains {

    /** Decimals of øre. */
    static final int ORE_DECIMALS = 6;

    /** Decimals of a quantity of a unit value. */
    static final int QUANTITY_DECIMALS = 12;

    private YearlyGains() {}

    /** The rows of one valuation. */
    static List<GainRow> of(UUID benefit, UUID journey, int valuation, Worth.Priced worth) {
        var rows = new ArrayList<GainRow>();
        for (int i = 0; i < worth.gains().size(); i++) {
            Gain gain = worth.gains().get(i);
            for (int after = 0; after < gain.years(); after++) {
                rows.add(row(benefit, journey, valuation, worth.priceYear(), i, gain, after));
            }
        }
        return rows;
    }

    private static GainRow row(
            UUID benefit, UUID journey, int valuation, int priceYear, int number, Gain gain, int after) {
        int year = gain.firstYear() + after;
        BigDecimal measured = rest(gain.deadweight().share())
                .multiply(rest(gain.attribution().share()))
                .multiply(rest(gain.displacement().share()))
                .multiply(growth(gain, Math.max(0, year - priceYear)));
        BigDecimal planned = measured.multiply(gain.probability().share())
                .multiply(Arithmetic.power(rest(gain.dropOff().share()), after));
        return switch (gain.price()) {
            case GainPrice.Stated stated ->
                new GainRow(
                        benefit,
                        valuation,
                        number,
                        year,
                        journey,
                        gain.form(),
                        gain.giver(),
                        gain.receiver(),
                        null,
                        ore(stated.lowOre(), planned),
                        ore(stated.expectedOre(), planned),
                        ore(stated.highOre(), planned),
                        ore(stated.lowOre(), measured),
                        ore(stated.expectedOre(), measured),
                        ore(stated.highOre(), measured));
            case GainPrice.OfUnitValue of -> {
                BigDecimal plannedUnits = quantity(of.quantity(), planned);
                BigDecimal measuredUnits = quantity(of.quantity(), measured);
                yield new GainRow(
                        benefit,
                        valuation,
                        number,
                        year,
                        journey,
                        gain.form(),
                        gain.giver(),
                        gain.receiver(),
                        of.unitValue(),
                        plannedUnits,
                        plannedUnits,
                        plannedUnits,
                        measuredUnits,
                        measuredUnits,
                        measuredUnits);
            }
        };
    }

    private static BigDecimal growth(Gain gain, int years) {
        PriceGrowth growth = gain.growth();
        return growth == null ? BigDecimal.ONE : Arithmetic.power(BigDecimal.ONE.add(growth.rate()), years);
    }

    private static BigDecimal rest(BigDecimal share) {
        return BigDecimal.ONE.subtract(share);
    }

    private static BigDecimal ore(long ore, BigDecimal factor) {
        return BigDecimal.valueOf(ore).multiply(factor).setScale(ORE_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal quantity(BigDecimal quantity, BigDecimal factor) {
        return quantity.multiply(factor).setScale(QUANTITY_DECIMALS, RoundingMode.HALF_EVEN);
    }
}
