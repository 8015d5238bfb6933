package no.journeyledger.economics.parameters;

import static no.journeyledger.economics.Arithmetic.requireText;

import no.journeyledger.economics.Amount;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of something is worth or costs.
 *
 * @param id its name, the same from version to version
 * @param partOf the value it is contained in, {@code null} for a value that stands alone
 * @param description what it is
 * @param unit what one unit is, e.g. {@code person and year}
 * @param lowOre the low value, whole øre
 * @param expectedOre the expected value, whole øre
 * @param highOre the high value, whole øre
 * @param countedFor whose gain it counts
 * @param nature a resource or a transfer
 * @param priceYear the year of its kroner, {@code null} where the source does not say; such a value can be shown but not
 *     added to others
 * @param vintage when it was worked out, in the source's own words
 * @param standing how far it may be relied on
 * @param source where it comes from
 * @param inForce when it applies
 */
public record UnitValue(
        String id,
        @Nullable String partOf,
        String description,
        String unit,
        long lowOre,
        long expectedOre,
        long highOre,
        CountedFor countedFor,
        Nature nature,
        @Nullable Integer priceYear,
        String vintage,
        Standing standing,
        Source source,
        InForce inForce) {

    /**
     * Checks the texts and the order of the three values.
     *
     * @throws CannotBeCalculated when one is missing or the values are out of order
     */
    public UnitValue {
        requireText(id, "The name of a unit value");
        requireText(description, "The description of unit value " + id);
        requireText(unit, "The unit of unit value " + id);
        requireText(vintage, "The vintage of unit value " + id);
        if (lowOre > expectedOre || expectedOre > highOre) {
            throw new CannotBeCalculated("The values of unit value " + id + " do not go from low to high.");
        }
    }

    /** The value of one unit as low, expected and high. */
    public Estimate estimate() {
        return new Estimate(Amount.ofOre(lowOre), Amount.ofOre(expectedOre), Amount.ofOre(highOre));
    }
}
