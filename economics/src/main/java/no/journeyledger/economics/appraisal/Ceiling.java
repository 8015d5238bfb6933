package no.journeyledger.economics.appraisal;

import java.math.BigDecimal;
import no.journeyledger.economics.Amount;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.parameters.UnitValue;

/**
 * What it would be worth if everybody succeeded at no cost. Not a benefit, and of a type that cannot be added to one.
 *
 * @param persons how many, all of whom are taken to succeed
 * @param value the value of each
 * @param parameterVersion the version of the parameters the value is from
 */
public record Ceiling(int persons, UnitValue value, String parameterVersion) {

    /**
     * Checks the number.
     *
     * @throws CannotBeCalculated when it is about nobody
     */
    public Ceiling {
        if (persons < 1) {
            throw new CannotBeCalculated("A ceiling is about at least one person.");
        }
    }

    /** {@code persons x expected value}, in the unit value's own kroner and per its own unit of time. */
    public Amount amount() {
        return value.estimate().expected().times(BigDecimal.valueOf(persons));
    }

    /** What must stand beside the amount wherever it is shown. */
    public String label() {
        return "Ceiling, not a benefit: all " + persons + " succeed, at no cost. "
                + (value.priceYear() == null ? "The source states no price year" : value.priceYear() + " kroner")
                + "; parameters " + parameterVersion + "; " + value.source().title() + ".";
    }
}
