package no.journeyledger.economics.effect;

import java.math.BigDecimal;
import no.journeyledger.economics.Arithmetic;

/**
 * What is taken off a benefit before it counts: {@code probability x (1 - deadweight) x (1 - attribution) x (1 -
 * displacement)}, and {@code x (1 - drop-off)} for each year after its first.
 *
 * @param probability how likely it is
 * @param deadweight the share that would have happened anyway
 * @param attribution the share that others brought about
 * @param displacement the share that only moved the problem, or was lost elsewhere
 * @param dropOff the share lost each year after the first
 */
public record Adjustments(
        Probability probability,
        Adjustment deadweight,
        Adjustment attribution,
        Adjustment displacement,
        Adjustment dropOff) {

    /** Nothing is taken off, for one reason that holds for all five. */
    public static Adjustments none(String reason) {
        var none = new Adjustment.NoneAssumed(reason);
        return new Adjustments(new Probability.TakenAsCertain(reason), none, none, none, none);
    }

    /** The share of the benefit that counts, a number of years after its first. */
    public BigDecimal factor(int yearsAfterFirst) {
        return probability
                .share()
                .multiply(rest(deadweight))
                .multiply(rest(attribution))
                .multiply(rest(displacement))
                .multiply(Arithmetic.power(rest(dropOff), yearsAfterFirst));
    }

    /** The same with another probability: a plan under another success rate. */
    public Adjustments with(Probability other) {
        return new Adjustments(other, deadweight, attribution, displacement, dropOff);
    }

    /**
     * What remains to be taken off once the benefit was measured year by year: measuring shows whether it came about and
     * whether it dropped off, never what would have happened anyway.
     */
    public Adjustments onceMeasured() {
        return new Adjustments(
                new Probability.TakenAsCertain("measured, not forecast"),
                deadweight,
                attribution,
                displacement,
                new Adjustment.NoneAssumed("measured in each year"));
    }

    private static BigDecimal rest(Adjustment adjustment) {
        return BigDecimal.ONE.subtract(adjustment.share());
    }
}
