package no.journeyledger.economics.discounting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import no.journeyledger.economics.Amount;
import no.journeyledger.economics.Arithmetic;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.YearlyAmounts;
import no.journeyledger.economics.parameters.DiscountSchedule;

/**
 * The discount factors of a schedule: {@code DF(t) = prod_{k=1..t} 1/(1 + r_k)}, {@code DF(0) = 1}.
 *
 * <p>Source: Ministry of Finance, circular R-109/2021. Rates chain: after 40 years at 4 % the 41st is discounted once more
 * at 3 %, so {@code DF(41) = DF(40)/1.03}, not {@code 1.03^-41}.
 */
public final class DiscountFactors {

    /** The longest horizon, in years. */
    public static final int LONGEST = 200;

    private final List<BigDecimal> factors;

    private DiscountFactors(List<BigDecimal> factors) {
        this.factors = factors;
    }

    /**
     * The factors of year 0 up to a horizon.
     *
     * @throws CannotBeCalculated when the horizon is negative or beyond {@value #LONGEST} years
     */
    public static DiscountFactors of(DiscountSchedule schedule, int horizon, PaymentTiming timing) {
        requireHorizon(horizon);
        List<BigDecimal> factors = new ArrayList<>(horizon + 1);
        factors.add(BigDecimal.ONE);
        BigDecimal yearBefore = BigDecimal.ONE;
        for (int year = 1; year <= horizon; year++) {
            BigDecimal growth = BigDecimal.ONE.add(schedule.rateIn(year));
            BigDecimal yearEnd = Arithmetic.divide(yearBefore, growth);
            factors.add(
                    switch (timing) {
                        case YEAR_END -> yearEnd;
                        case MID_YEAR -> Arithmetic.divide(yearBefore, growth.sqrt(Arithmetic.PRECISION));
                        case YEAR_START -> yearBefore;
                    });
            yearBefore = yearEnd;
        }
        return new DiscountFactors(List.copyOf(factors));
    }

    /** What one krone paid in a year from 0 to the horizon is worth in year 0. */
    public BigDecimal factor(int year) {
        return factors.get(year);
    }

    /** {@code PV = sum_t v_t DF(t)}, exact. The horizon is the factors' own or shorter. */
    public Amount presentValue(YearlyAmounts amounts) {
        Amount sum = Amount.ZERO;
        for (int year = 0; year <= amounts.horizon(); year++) {
            sum = sum.plus(amounts.in(year).times(factors.get(year)));
        }
        return sum;
    }

    /** What one krone in each of the years 1 to {@code years} is worth in year 0. */
    public BigDecimal annuity(int years) {
        return factors.subList(1, years + 1).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What must be paid in each of the years 1 to {@code years} to be worth a present value. */
    public Amount yearlyEquivalent(Amount presentValue, int years) {
        return new Amount(Arithmetic.divide(presentValue.ore(), annuity(years)));
    }

    /**
     * A horizon that can be calculated over.
     *
     * @throws CannotBeCalculated when it is negative or beyond {@value #LONGEST} years
     */
    public static int requireHorizon(int horizon) {
        if (horizon < 0 || horizon > LONGEST) {
            throw new CannotBeCalculated("A horizon is from 0 to " + LONGEST
                    + " years after the year of the analysis, not " + horizon + ".");
        }
        return horizon;
    }
}
