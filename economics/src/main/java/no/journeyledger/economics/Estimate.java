package no.journeyledger.economics;

import java.math.BigDecimal;

/**
 * What an amount is believed to be.
 *
 * @param low what it will hardly be below
 * @param expected the most likely value
 * @param high what it will hardly be above
 */
public record Estimate(Amount low, Amount expected, Amount high) {

    /**
     * Checks the order.
     *
     * @throws CannotBeCalculated when not low &le; expected &le; high
     */
    public Estimate {
        if (low.compareTo(expected) > 0 || expected.compareTo(high) > 0) {
            throw new CannotBeCalculated("An estimate goes from low over expected to high; " + low + ", " + expected
                    + ", " + high + " does not.");
        }
    }

    /** An amount that is known: all three values are the same. */
    public static Estimate known(Amount amount) {
        return new Estimate(amount, amount, amount);
    }

    /** The value at a bound. */
    public Amount at(Bound bound) {
        return switch (bound) {
            case LOW -> low;
            case EXPECTED -> expected;
            case HIGH -> high;
        };
    }

    /** All three times a number; a negative number turns low into high. */
    public Estimate times(BigDecimal number) {
        return number.signum() >= 0
                ? new Estimate(low.times(number), expected.times(number), high.times(number))
                : new Estimate(high.times(number), expected.times(number), low.times(number));
    }
}
