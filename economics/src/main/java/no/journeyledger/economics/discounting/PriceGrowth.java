package no.journeyledger.economics.discounting;

import java.math.BigDecimal;
import no.journeyledger.economics.Arithmetic;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.parameters.Source;

/**
 * How the real price of one item grows. Only wages, time and health have documented growth, so growth without a source
 * cannot be written: {@code PV = sum_t v (1 + g)^t DF(t)}.
 */
public sealed interface PriceGrowth {

    /** {@code (1 + g)^t}, counted from year 0 of the analysis. */
    BigDecimal factor(int year);

    /** The price follows the general price level. */
    record NoGrowth() implements PriceGrowth {
        @Override
        public BigDecimal factor(int year) {
            return BigDecimal.ONE;
        }
    }

    /**
     * The price grows beyond the general price level.
     *
     * @param rate real growth per year; 0.01 for 1 %
     * @param source where that is documented
     */
    record DocumentedGrowth(BigDecimal rate, Source source) implements PriceGrowth {

        private static final BigDecimal MOST = new BigDecimal("0.1");

        /** Refuses more than 10 % a year either way. */
        public DocumentedGrowth {
            if (rate.abs().compareTo(MOST) > 0) {
                throw new CannotBeCalculated(
                        "Real price growth is written 0.01 for 1 % a year, not " + rate.toPlainString() + ".");
            }
        }

        @Override
        public BigDecimal factor(int year) {
            return Arithmetic.power(BigDecimal.ONE.add(rate), year);
        }
    }
}
