package no.journeyledger.economics.appraisal;

import java.util.Locale;
import no.journeyledger.economics.Bound;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.discounting.DiscountFactors;
import no.journeyledger.economics.discounting.PaymentTiming;
import no.journeyledger.economics.parameters.DiscountSchedule;

/**
 * What a figure rests on; without it, it means nothing. Figures can be added when they rest on the same.
 *
 * @param perspective whose gain it is
 * @param parameterVersion the version of the parameters it was calculated with
 * @param schedule the discount schedule, with its source
 * @param timing when in a year payments fall
 * @param horizon the last year counted
 * @param priceYear the year of its kroner
 * @param yearZero the calendar year that everything is discounted to
 * @param bound low, expected or high
 * @param <P> the perspective
 */
public record Basis<P extends Perspective>(
        P perspective,
        String parameterVersion,
        DiscountSchedule schedule,
        PaymentTiming timing,
        int horizon,
        int priceYear,
        int yearZero,
        Bound bound) {

    /** Refuses a horizon that cannot be calculated over. */
    public Basis {
        DiscountFactors.requireHorizon(horizon);
    }

    /** The discount factors of this basis. */
    public DiscountFactors discountFactors() {
        return DiscountFactors.of(schedule, horizon, timing);
    }

    /** All of it in one line, to stand beside a figure. */
    public String sentence() {
        return "%s; %s, %s; years 0 to %d from %d; %d kroner; %s values; parameters %s"
                .formatted(
                        perspective.label(),
                        schedule.id(),
                        timing.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        horizon,
                        yearZero,
                        priceYear,
                        bound.name().toLowerCase(Locale.ROOT),
                        parameterVersion);
    }

    void requireSameAs(Basis<P> other) {
        if (!equals(other)) {
            throw new CannotBeCalculated(
                    "These figures rest on different ground and cannot be combined. One: " + sentence()
                            + ". The other: " + other.sentence() + ". Recompute one of them on the other's basis.");
        }
    }
}
