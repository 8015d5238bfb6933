package no.journeyledger.economics.parameters;

import static no.journeyledger.economics.Arithmetic.requireText;

import no.journeyledger.economics.CannotBeCalculated;

/**
 * A plain scale: satisfaction with an area of life, or how one was met by the services.
 *
 * @param version the instrument's version
 * @param lowest the lowest answer
 * @param highest the highest answer
 * @param source the instrument
 * @param inForce when it applies
 */
public record RatingScale(String version, int lowest, int highest, Source source, InForce inForce) {

    /**
     * Checks the range.
     *
     * @throws CannotBeCalculated when there is nothing to choose between
     */
    public RatingScale {
        requireText(version, "The version of a scale");
        if (lowest >= highest) {
            throw new CannotBeCalculated("A scale from " + lowest + " to " + highest + " has nothing to choose from.");
        }
    }
}
