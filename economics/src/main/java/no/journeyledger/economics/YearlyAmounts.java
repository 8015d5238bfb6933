package no.journeyledger.economics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One amount per year, counted from year 0 (the year of the analysis, never discounted).
 *
 * @param byYear the amounts of year 0, 1, 2 and so on; the length is the horizon plus one
 */
public record YearlyAmounts(List<Amount> byYear) {

    /**
     * Copies the list.
     *
     * @throws CannotBeCalculated when it has not even a year 0
     */
    public YearlyAmounts {
        byYear = List.copyOf(byYear);
        if (byYear.isEmpty()) {
            throw new CannotBeCalculated("A course of yearly amounts has at least a year 0.");
        }
    }

    /** The amounts of year 0 up to and with the horizon, each asked for by its year. */
    public static YearlyAmounts through(int horizon, IntFunction<Amount> amountOfYear) {
        List<Amount> amounts = new ArrayList<>(horizon + 1);
        for (int year = 0; year <= horizon; year++) {
            amounts.add(amountOfYear.apply(year));
        }
        return new YearlyAmounts(amounts);
    }

    /** The last year. */
    public int horizon() {
        return byYear.size() - 1;
    }

    /** The amount of a year from 0 to the horizon. */
    public Amount in(int year) {
        return byYear.get(year);
    }

    /**
     * Year by year sum, exact.
     *
     * @throws CannotBeCalculated when the horizons differ
     */
    public YearlyAmounts plus(YearlyAmounts other) {
        requireSameHorizon(other);
        return through(horizon(), year -> in(year).plus(other.in(year)));
    }

    /**
     * Year by year difference, exact.
     *
     * @throws CannotBeCalculated when the horizons differ
     */
    public YearlyAmounts minus(YearlyAmounts other) {
        requireSameHorizon(other);
        return through(horizon(), year -> in(year).minus(other.in(year)));
    }

    /** The sum over all years, undiscounted. */
    public Amount sum() {
        return byYear.stream().reduce(Amount.ZERO, Amount::plus);
    }

    private void requireSameHorizon(YearlyAmounts other) {
        if (horizon() != other.horizon()) {
            throw new CannotBeCalculated("Amounts over " + horizon() + " years and over " + other.horizon()
                    + " years cannot be added: calculate both over the same horizon.");
        }
    }
}
