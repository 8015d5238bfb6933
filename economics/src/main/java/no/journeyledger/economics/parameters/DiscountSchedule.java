package no.journeyledger.economics.parameters;

import static no.journeyledger.economics.Arithmetic.requireText;

import java.math.BigDecimal;
import java.util.List;
import no.journeyledger.economics.CannotBeCalculated;

/**
 * The discount rates of a circular, band by band. Rates chain over the bands; they do not restart.
 *
 * @param id a name that stays the same from version to version, e.g. {@code R-109}
 * @param bands in order of their first year, the first one from year 1
 * @param source the circular
 * @param inForce when it applies
 */
public record DiscountSchedule(String id, List<RateBand> bands, Source source, InForce inForce) {

    private static final BigDecimal MOST = new BigDecimal("0.5");

    /**
     * Copies the bands and checks them.
     *
     * @throws CannotBeCalculated when the first band is not from year 1, they are not in order, or a rate is below 0 or
     *     above 50 % (4 instead of 0.04)
     */
    public DiscountSchedule {
        requireText(id, "The name of a discount schedule");
        bands = List.copyOf(bands);
        if (bands.isEmpty() || bands.getFirst().firstYear() != 1) {
            throw new CannotBeCalculated("The first band of discount schedule " + id + " must begin in year 1.");
        }
        int previous = 0;
        for (RateBand band : bands) {
            if (band.firstYear() <= previous) {
                throw new CannotBeCalculated(
                        "The bands of discount schedule " + id + " are not in the order of their first year.");
            }
            if (band.rate().signum() < 0 || band.rate().compareTo(MOST) > 0) {
                throw new CannotBeCalculated("A discount rate is written 0.04 for 4 %; schedule " + id + " has "
                        + band.rate().toPlainString() + ".");
            }
            previous = band.firstYear();
        }
    }

    /** One rate for all years, e.g. for a foreign example. */
    public static DiscountSchedule flat(String id, BigDecimal rate, Source source, InForce inForce) {
        return new DiscountSchedule(id, List.of(new RateBand(1, rate)), source, inForce);
    }

    /** The rate that discounts from a year to the year before it; year 1 is the first. */
    public BigDecimal rateIn(int year) {
        BigDecimal rate = bands.getFirst().rate();
        for (RateBand band : bands) {
            if (band.firstYear() <= year) {
                rate = band.rate();
            }
        }
        return rate;
    }
}
