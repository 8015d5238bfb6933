package no.journeyledger.economics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of real kroner, kept exactly.
 *
 * @param ore the amount in øre, not rounded; trailing zeros carry no meaning, so equal amounts are equal
 */
public record Amount(BigDecimal ore) implements Comparable<Amount> {

    /** No kroner at all. */
    public static final Amount ZERO = new Amount(BigDecimal.ZERO);

    private static final int ORE_DIGITS = 2;

    /** Keeps the value and drops meaningless zeros. */
    public Amount {
        ore = ore.signum() == 0 ? BigDecimal.ZERO : ore.stripTrailingZeros();
    }

    /** From whole øre, as the ledger stores money. */
    public static Amount ofOre(long ore) {
        return new Amount(BigDecimal.valueOf(ore));
    }

    /** From kroner, e.g. {@code "383450"} or {@code "12.50"}. */
    public static Amount ofKroner(String kroner) {
        return new Amount(new BigDecimal(kroner).movePointRight(ORE_DIGITS));
    }

    /** From whole kroner. */
    public static Amount ofKroner(long kroner) {
        return new Amount(BigDecimal.valueOf(kroner).movePointRight(ORE_DIGITS));
    }

    /** The sum, exact. */
    public Amount plus(Amount other) {
        return new Amount(ore.add(other.ore));
    }

    /** The difference, exact. */
    public Amount minus(Amount other) {
        return new Amount(ore.subtract(other.ore));
    }

    /** The opposite: a cost for a gain. */
    public Amount negated() {
        return new Amount(ore.negate());
    }

    /** The product with a number, exact. */
    public Amount times(BigDecimal number) {
        return new Amount(ore.multiply(number));
    }

    /** The same amount at {@link Arithmetic#PRECISION}, 34 significant digits. */
    public Amount rounded() {
        return new Amount(ore.round(Arithmetic.PRECISION));
    }

    /** How many times {@code other} goes into this, at {@link Arithmetic#PRECISION}; {@code other} is not zero. */
    public BigDecimal dividedBy(Amount other) {
        return Arithmetic.divide(ore, other.ore);
    }

    /** -1, 0 or 1. */
    public int signum() {
        return ore.signum();
    }

    /**
     * Whole øre for storing or display, halves to the even neighbour. Rounded parts need not add up to the rounded
     * whole: add first, round last.
     *
     * @throws CannotBeCalculated when it is more than a {@code long} of øre holds
     */
    public long toOre() {
        BigDecimal whole = ore.setScale(0, RoundingMode.HALF_EVEN);
        if (whole.unscaledValue().bitLength() > Long.SIZE - 1) {
            throw new CannotBeCalculated("The amount of " + whole.toPlainString() + " øre is too large to be stored.");
        }
        return whole.longValueExact();
    }

    /** Kroner, not rounded. */
    public BigDecimal kroner() {
        return ore.movePointLeft(ORE_DIGITS);
    }

    @Override
    public int compareTo(Amount other) {
        return ore.compareTo(other.ore);
    }

    /** Kroner with two decimals, for people. */
    @Override
    public String toString() {
        return kroner().setScale(ORE_DIGITS, RoundingMode.HALF_EVEN).toPlainString() + " kr";
    }
}
