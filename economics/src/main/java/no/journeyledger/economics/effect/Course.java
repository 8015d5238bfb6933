package no.journeyledger.economics.effect;

import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.discounting.PriceGrowth;

/**
 * When an effect happens.
 *
 * @param firstYear its first year, counted from year 0 of the analysis
 * @param years how many years it lasts, at least one
 * @param growth how its real price grows
 */
public record Course(int firstYear, int years, PriceGrowth growth) {

    /**
     * Checks the years.
     *
     * @throws CannotBeCalculated when it begins before year 0 or lasts no year
     */
    public Course {
        if (firstYear < 0 || years < 1) {
            throw new CannotBeCalculated("An effect begins in year 0 or later and lasts at least one year; from year "
                    + firstYear + " for " + years + " years does not.");
        }
    }

    /** A number of years without price growth. */
    public static Course of(int firstYear, int years) {
        return new Course(firstYear, years, new PriceGrowth.NoGrowth());
    }

    /** One year only. */
    public static Course once(int year) {
        return of(year, 1);
    }

    /** Its last year. */
    public int lastYear() {
        return firstYear + years - 1;
    }

    /** Whether it happens in a year. */
    public boolean covers(int year) {
        return year >= firstYear && year <= lastYear();
    }
}
