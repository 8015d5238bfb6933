package no.journeyledger.economics.appraisal;

import no.journeyledger.economics.Amount;

/**
 * What one party puts in and gets out, in present value, money and in kind together.
 *
 * @param puts its share of the plan's costs
 * @param gets its benefits, dis-benefits taken off
 */
public record PartyBalance(Amount puts, Amount gets) {

    /** Neither puts in nor gets out. */
    public static final PartyBalance NONE = new PartyBalance(Amount.ZERO, Amount.ZERO);

    /** {@code gets - puts}. */
    public Amount net() {
        return gets.minus(puts);
    }

    PartyBalance plus(PartyBalance other) {
        return new PartyBalance(puts.plus(other.puts), gets.plus(other.gets));
    }
}
