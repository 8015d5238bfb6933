package no.journeyledger.economics.effect;

import static no.journeyledger.economics.Arithmetic.requireText;

import java.math.BigDecimal;
import no.journeyledger.economics.Estimate;

/** What one year of an effect amounts to, before growth and adjustments. */
public sealed interface Price {

    /** The same price, a number of times. */
    Price times(BigDecimal number);

    /**
     * An amount of its own.
     *
     * @param estimate kroner of the plan's price year, for the whole effect in one year
     */
    record Stated(Estimate estimate) implements Price {
        @Override
        public Price times(BigDecimal number) {
            return new Stated(estimate.times(number));
        }
    }

    /**
     * A quantity of a unit value. Calculated anew with the value of whichever parameter version is used.
     *
     * @param unitValue the unit value's name
     * @param quantity how many units in one year
     */
    record OfUnitValue(String unitValue, BigDecimal quantity) implements Price {
        /** Refuses a nameless unit value. */
        public OfUnitValue {
            requireText(unitValue, "The name of a unit value");
        }

        @Override
        public Price times(BigDecimal number) {
            return new OfUnitValue(unitValue, quantity.multiply(number));
        }
    }
}
