package no.journeyledger.economics.parameters;

import static no.journeyledger.economics.Arithmetic.requireText;

import java.math.BigDecimal;
import no.journeyledger.economics.CannotBeCalculated;

/**
 * How the WHO-5 well-being index is scored: score = sum of the items x multiplier.
 *
 * @param version the instrument's version
 * @param items how many items
 * @param lowest the lowest answer to an item
 * @param highest the highest answer to an item
 * @param multiplier what the sum is multiplied by
 * @param meaningfulChange points of the score that matter to a person
 * @param lowBelowRaw a raw sum below this is low well-being
 * @param standardDeviation of the score in the population compared with, points
 * @param reliability of the score (alpha), from 0 to below 1
 * @param criticalValue how far a reliable change must lie from no change, in standard errors
 * @param source the instrument and its norms
 * @param normSource where standard deviation and reliability come from
 * @param inForce when this scoring applies
 */
public record Who5Scale(
        String version,
        int items,
        int lowest,
        int highest,
        int multiplier,
        int meaningfulChange,
        int lowBelowRaw,
        BigDecimal standardDeviation,
        BigDecimal reliability,
        BigDecimal criticalValue,
        Source source,
        Source normSource,
        InForce inForce) {

    /**
     * Checks the numbers.
     *
     * @throws CannotBeCalculated when they cannot score anything
     */
    public Who5Scale {
        requireText(version, "The version of WHO-5");
        if (items < 1 || lowest >= highest || multiplier < 1) {
            throw new CannotBeCalculated("WHO-5 needs items, a range of answers and a multiplier.");
        }
        if (standardDeviation.signum() <= 0
                || reliability.signum() < 0
                || reliability.compareTo(BigDecimal.ONE) >= 0
                || criticalValue.signum() <= 0) {
            throw new CannotBeCalculated("Reliable change needs a standard deviation above 0, a reliability from 0 to"
                    + " below 1 and a critical value above 0.");
        }
    }
}
