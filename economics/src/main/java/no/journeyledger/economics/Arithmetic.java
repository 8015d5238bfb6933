package no.journeyledger.economics;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The arithmetic of every figure.
 *
 * <p>Discount factors, growth factors and the amount of each single year are rounded to {@link #PRECISION}. Adding
 * amounts and multiplying an amount by a factor are exact. So parts always add up to their whole, to the last digit: the
 * parties to the resource effect, the journeys to the portfolio.
 */
public final class Arithmetic {

    /** 34 significant digits, halves to the even neighbour (IEEE 754 decimal128). */
    public static final MathContext PRECISION = MathContext.DECIMAL128;

    private Arithmetic() {}

    /** {@code dividend / divisor} at {@link #PRECISION}; the divisor is not zero. */
    public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, PRECISION);
    }

    /** {@code base^exponent} at {@link #PRECISION}, exponent 0 or more. */
    public static BigDecimal power(BigDecimal base, int exponent) {
        return base.pow(exponent, PRECISION);
    }

    /**
     * A share as callers must give it.
     *
     * @throws CannotBeCalculated when it is below 0 or above 1; {@code what} begins the sentence
     */
    public static BigDecimal requireShare(BigDecimal share, String what) {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new CannotBeCalculated(
                    what + " is a share from 0 to 1 (0.25 for 25 %), not " + share.toPlainString() + ".");
        }
        return share;
    }

    /**
     * A text that must say something: a reason, a source, a name.
     *
     * @throws CannotBeCalculated when it is blank; {@code what} begins the sentence
     */
    public static String requireText(String text, String what) {
        if (text.isBlank()) {
            throw new CannotBeCalculated(what + " is missing: write it, a figure without it cannot be judged.");
        }
        return text;
    }
}
