package no.journeyledger.economics.appraisal;

import static no.journeyledger.economics.Arithmetic.requireText;

import no.journeyledger.economics.Amount;
import no.journeyledger.economics.Estimate;
import no.journeyledger.economics.effect.Effect;
import no.journeyledger.economics.effect.Price;

/**
 * Something that is not known exactly and goes up or down as one, e.g. one gain of a benefit over all its years.
 *
 * @param name its name: the same name and seed give the same draws
 * @param plan what it does when it is at its low, its expected or its high value
 */
public record Uncertain(String name, Plan plan) {

    /** Refuses what has no name. */
    public Uncertain {
        requireText(name, "The name of something uncertain");
    }

    /** Where the most likely value lies between the low one (0) and the high one (1); 0 when they are the same. */
    double peak() {
        Amount low = Amount.ZERO;
        Amount expected = Amount.ZERO;
        Amount high = Amount.ZERO;
        for (Effect effect : plan.effects()) {
            Estimate estimate = estimate(effect.price());
            low = low.plus(estimate.low());
            expected = expected.plus(estimate.expected());
            high = high.plus(estimate.high());
        }
        Amount width = high.minus(low);
        return width.signum() == 0 ? 0 : expected.minus(low).dividedBy(width).doubleValue();
    }

    private static Estimate estimate(Price price) {
        return switch (price) {
            case Price.Stated stated -> stated.estimate();
            case Price.OfUnitValue of ->
                throw new IllegalArgumentException(
                        "unit value " + of.unitValue() + " has no amount before it is priced");
        };
    }
}
