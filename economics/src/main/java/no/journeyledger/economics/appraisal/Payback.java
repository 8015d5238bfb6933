package no.journeyledger.economics.appraisal;

import java.math.BigDecimal;
import no.journeyledger.economics.Amount;
import no.journeyledger.economics.YearlyAmounts;

/** When what was put in has come back. */
public sealed interface Payback {

    /**
     * It has come back.
     *
     * @param years after year 0; within the year of payback the gain is taken to come evenly
     * @param lasting whether it stays so to the horizon; later costs may take it back
     */
    record After(BigDecimal years, boolean lasting) implements Payback {}

    /**
     * It has not come back.
     *
     * @param horizon the last year looked at
     */
    record NotWithin(int horizon) implements Payback {}

    /** There never was anything to come back: at no time had more gone out than come in. */
    record NeverOutOfPocket() implements Payback {}

    /** The payback of yearly net amounts, discounted or not: the first time their running sum is no longer below zero. */
    static Payback of(YearlyAmounts net) {
        Amount running = Amount.ZERO;
        boolean wasBelow = false;
        BigDecimal paidBack = null;
        boolean lasting = true;
        for (int year = 0; year <= net.horizon(); year++) {
            Amount before = running;
            running = before.plus(net.in(year));
            if (paidBack == null && wasBelow && running.signum() >= 0) {
                BigDecimal withinYear = before.negated().dividedBy(net.in(year));
                paidBack = BigDecimal.valueOf(year - 1L).add(withinYear);
            } else if (paidBack != null && running.signum() < 0) {
                lasting = false;
            }
            wasBelow |= running.signum() < 0;
        }
        if (paidBack != null) {
            return new After(paidBack, lasting);
        }
        return wasBelow ? new NotWithin(net.horizon()) : new NeverOutOfPocket();
    }
}
