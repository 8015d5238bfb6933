package no.journeyledger.economics.appraisal;

import no.journeyledger.economics.CannotBeCalculated;

/**
 * What was planned, beside what came of it so far.
 *
 * @param planned over the whole horizon
 * @param plannedToDate the plan up to the last year measured
 * @param realised costs paid and benefits measured up to that year; later years are empty because they are not known, not
 *     because they are nothing
 * @param lastYearMeasured the last year counted in the two
 * @param <P> the perspective
 */
public record PlannedAndRealised<P extends Perspective>(
        Appraisal<P> planned, Appraisal<P> plannedToDate, Appraisal<P> realised, int lastYearMeasured) {

    /**
     * Puts them side by side.
     *
     * @throws CannotBeCalculated when they rest on different ground
     */
    public static <P extends Perspective> PlannedAndRealised<P> of(
            Appraisal<P> planned, Appraisal<P> realised, int lastYearMeasured) {
        planned.basis().requireSameAs(realised.basis());
        return new PlannedAndRealised<>(
                planned, planned.through(lastYearMeasured), realised.through(lastYearMeasured), lastYearMeasured);
    }

    /** Present value of realised benefits by that of the benefits planned to date; 1 is as planned. */
    public Proportion realisedShareOfBenefits() {
        return Proportion.of(
                realised.presentValueOfBenefits(),
                plannedToDate.presentValueOfBenefits(),
                "No benefits were planned by year " + lastYearMeasured + ".");
    }
}
