package no.journeyledger.economics.parameters;

import static no.journeyledger.economics.Arithmetic.requireText;

import no.journeyledger.economics.CannotBeCalculated;

/**
 * How the ladder of life is read: where one stands now and where one expects to stand in five years.
 *
 * @param version the instrument's version
 * @param lowest the lowest step
 * @param highest the highest step
 * @param thrivingNow thriving needs at least this now,
 * @param thrivingInFiveYears and at least this in five years
 * @param sufferingAtMost suffering is at most this, now and in five years
 * @param source the instrument
 * @param inForce when this reading applies
 */
public record LadderScale(
        String version,
        int lowest,
        int highest,
        int thrivingNow,
        int thrivingInFiveYears,
        int sufferingAtMost,
        Source source,
        InForce inForce) {

    /**
     * Checks the numbers.
     *
     * @throws CannotBeCalculated when somebody could be both thriving and suffering
     */
    public LadderScale {
        requireText(version, "The version of the ladder");
        if (lowest >= highest || sufferingAtMost >= thrivingNow || sufferingAtMost >= thrivingInFiveYears) {
            throw new CannotBeCalculated("On the ladder, suffering must lie below thriving.");
        }
    }
}
