package no.journeyledger.economics.appraisal;

import java.util.Collection;
import no.journeyledger.economics.Amount;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.YearlyAmounts;
import no.journeyledger.economics.discounting.DiscountFactors;

/**
 * Costs and benefits in one perspective, and what follows from them.
 *
 * <p>A cost of the plan that is a gain in this perspective (a grant the citizen receives) is a benefit here. A dis-benefit
 * lowers the benefits; it is not a cost of the plan.
 *
 * @param basis what the figures rest on
 * @param costs real kroner per year, undiscounted; above zero costs
 * @param benefits real kroner per year, undiscounted; above zero gains
 * @param <P> the perspective; appraisals of different perspectives cannot be added
 */
public record Appraisal<P extends Perspective>(Basis<P> basis, YearlyAmounts costs, YearlyAmounts benefits) {

    /**
     * Checks the lengths.
     *
     * @throws CannotBeCalculated when costs or benefits do not go to the horizon of the basis
     */
    public Appraisal {
        if (costs.horizon() != basis.horizon() || benefits.horizon() != basis.horizon()) {
            throw new CannotBeCalculated("Costs and benefits must go to year " + basis.horizon() + ", the horizon.");
        }
    }

    /** {@code PVC = sum_t C_t DF(t)}. */
    public Amount presentValueOfCosts() {
        return basis.discountFactors().presentValue(costs);
    }

    /** {@code PVB = sum_t B_t DF(t)}. */
    public Amount presentValueOfBenefits() {
        return basis.discountFactors().presentValue(benefits);
    }

    /** {@code NPV = PVB - PVC}. */
    public Amount netPresentValue() {
        return basis.discountFactors().presentValue(net());
    }

    /** Benefits less costs, year by year, undiscounted. */
    public YearlyAmounts net() {
        return benefits.minus(costs);
    }

    /** {@code PVB / PVC}; undefined when nothing is put in. */
    public Proportion benefitCostRatio() {
        return Proportion.of(
                presentValueOfBenefits(),
                presentValueOfCosts(),
                "Nothing is put in, in this perspective, so benefits cannot be measured by costs.");
    }

    /**
     * How far benefits may fall before NPV is 0: {@code 1 - PVC / PVB = NPV / PVB}, 0.25 for 25 %. Below zero: how far they
     * must rise. Undefined without benefits.
     */
    public Proportion switchingValue() {
        return Proportion.of(
                netPresentValue(),
                presentValueOfBenefits(),
                "There are no benefits in sum, in this perspective, so none can fall.");
    }

    /** Payback, undiscounted. */
    public Payback payback() {
        return Payback.of(net());
    }

    /** Payback of the discounted amounts; never earlier than the undiscounted one. */
    public Payback discountedPayback() {
        DiscountFactors factors = basis.discountFactors();
        YearlyAmounts net = net();
        return Payback.of(
                YearlyAmounts.through(basis.horizon(), year -> net.in(year).times(factors.factor(year))));
    }

    /**
     * Two plans together, exact.
     *
     * @throws CannotBeCalculated when they rest on different ground
     */
    public Appraisal<P> plus(Appraisal<P> other) {
        basis.requireSameAs(other.basis);
        return new Appraisal<>(basis, costs.plus(other.costs), benefits.plus(other.benefits));
    }

    /**
     * All of them together: the portfolio.
     *
     * @throws CannotBeCalculated when there are none, or they rest on different ground
     */
    public static <P extends Perspective> Appraisal<P> sum(Collection<Appraisal<P>> appraisals) {
        return appraisals.stream()
                .reduce(Appraisal::plus)
                .orElseThrow(() -> new CannotBeCalculated("A portfolio without plans has no figures."));
    }

    /** The same up to and with a year, and nothing after it: what can fairly stand beside what was realised by then. */
    public Appraisal<P> through(int year) {
        return new Appraisal<>(
                basis,
                YearlyAmounts.through(basis.horizon(), at -> at <= year ? costs.in(at) : Amount.ZERO),
                YearlyAmounts.through(basis.horizon(), at -> at <= year ? benefits.in(at) : Amount.ZERO));
    }
}
