package no.journeyledger.economics.appraisal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import no.journeyledger.economics.Amount;

/**
 * How many must succeed for a programme to be worth its cost: {@code cost / present value per success}.
 *
 * @param basis what both figures rest on
 * @param cost present value of the programme's costs
 * @param perSuccess net present value of one success
 * @param <P> the perspective
 */
public record BreakEven<P extends Perspective>(Basis<P> basis, Amount cost, Amount perSuccess) {

    /**
     * From the programme's costs and the appraisal of one person who succeeds.
     *
     * @throws no.journeyledger.economics.CannotBeCalculated when they rest on different ground
     */
    public static <P extends Perspective> BreakEven<P> of(Appraisal<P> programme, Appraisal<P> oneSuccess) {
        programme.basis().requireSameAs(oneSuccess.basis());
        return new BreakEven<>(programme.basis(), programme.presentValueOfCosts(), oneSuccess.netPresentValue());
    }

    /** The number of successes, with its fraction. */
    public Proportion successes() {
        return Proportion.of(
                cost, perSuccess, "One success is worth nothing in this perspective, so no number is enough.");
    }

    /** The number of whole persons, rounded up: half a person does not find work. */
    public Proportion persons() {
        return switch (successes()) {
            case Proportion.Known known -> new Proportion.Known(wholePersons(known.value()));
            case Proportion.Undefined undefined -> undefined;
        };
    }

    private static BigDecimal wholePersons(BigDecimal successes) {
        return successes.setScale(0, RoundingMode.CEILING);
    }
}
