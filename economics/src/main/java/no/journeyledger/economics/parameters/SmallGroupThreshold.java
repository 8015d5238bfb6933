package no.journeyledger.economics.parameters;

import no.journeyledger.economics.CannotBeCalculated;

/**
 * How small a group may be and still be shown.
 *
 * @param fewest the fewest persons a figure may be about
 * @param source who decided it
 * @param inForce when it applies
 */
public record SmallGroupThreshold(int fewest, Source source, InForce inForce) {

    /**
     * Checks the number.
     *
     * @throws CannotBeCalculated when it would let one person be shown
     */
    public SmallGroupThreshold {
        if (fewest < 2) {
            throw new CannotBeCalculated("A threshold of " + fewest + " would show figures about one person.");
        }
    }
}
