package no.journeyledger.economics.parameters;

import static no.journeyledger.economics.Arithmetic.requireText;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.journeyledger.economics.Arithmetic;
import no.journeyledger.economics.CannotBeCalculated;

/**
 * What the price level was, year by year: turns kroner of one year into kroner of another, {@code amount x level(to) /
 * level(from)}. A year that is not in it cannot be turned into, or from; nothing is guessed between years or after the last.
 *
 * @param id its name, carried by every figure in which kroner were turned with it
 * @param levels the level of each year; only their proportions matter
 * @param standing how far it may be relied on
 * @param source the table it is from
 * @param inForce when it applies
 */
public record PriceIndex(String id, List<Level> levels, Standing standing, Source source, InForce inForce) {

    /** Decimals of a factor. */
    public static final int FACTOR_DECIMALS = 8;

    /**
     * The level of one year.
     *
     * @param year the calendar year
     * @param level the year's average
     */
    public record Level(int year, BigDecimal level) {

        /**
         * Checks the level.
         *
         * @throws CannotBeCalculated when it is not above zero
         */
        public Level {
            if (level.signum() <= 0) {
                throw new CannotBeCalculated("A price level is above zero; that of " + year + " is not.");
            }
        }
    }

    /**
     * Copies the levels and checks the years.
     *
     * @throws CannotBeCalculated when a year is in it twice, or there is only one
     */
    public PriceIndex {
        requireText(id, "The name of a price index");
        levels = List.copyOf(levels);
        Set<Integer> years = new HashSet<>();
        for (Level level : levels) {
            if (!years.add(level.year())) {
                throw new CannotBeCalculated("Price index " + id + " has the year " + level.year() + " twice.");
            }
        }
        if (years.size() < 2) {
            throw new CannotBeCalculated("Price index " + id + " has fewer than two years, so it compares nothing.");
        }
    }

    /**
     * What kroner of one year are multiplied by to become kroner of another, rounded to {@value #FACTOR_DECIMALS} decimals so
     * that amounts stay within the digits that are kept and journeys go on adding up exactly; empty when it has not both years.
     */
    public Optional<BigDecimal> factor(int from, int to) {
        Optional<BigDecimal> before = level(from);
        Optional<BigDecimal> after = level(to);
        return before.flatMap(divisor -> after.map(
                dividend -> Arithmetic.divide(dividend, divisor).setScale(FACTOR_DECIMALS, RoundingMode.HALF_EVEN)));
    }

    private Optional<BigDecimal> level(int year) {
        return levels.stream()
                .filter(level -> level.year() == year)
                .map(Level::level)
                .findFirst();
    }
}
