package no.journeyledger.economics.appraisal;

import java.math.BigDecimal;
import no.journeyledger.economics.Amount;

/** One amount measured by another, where that has a meaning. */
public sealed interface Proportion {

    /**
     * It has a value.
     *
     * @param value at 34 significant digits; round for display only
     */
    record Known(BigDecimal value) implements Proportion {}

    /**
     * It has none.
     *
     * @param reason why not, as a sentence
     */
    record Undefined(String reason) implements Proportion {}

    /** {@code amount / measure}, undefined for that reason unless the measure is above zero. */
    static Proportion of(Amount amount, Amount measure, String reasonWhenUndefined) {
        return measure.signum() > 0 ? new Known(amount.dividedBy(measure)) : new Undefined(reasonWhenUndefined);
    }
}
