package no.journeyledger.economics.parameters;

import static no.journeyledger.economics.Arithmetic.requireShare;

import java.math.BigDecimal;

/**
 * What society loses by raising one krone in tax.
 *
 * @param perKrone kroner per krone of net public budget effect; 0.20 for 20 øre
 * @param source the circular
 * @param inForce when it applies
 */
public record TaxFundingCost(BigDecimal perKrone, Source source, InForce inForce) {

    /** Refuses less than nothing or more than the krone itself. */
    public TaxFundingCost {
        requireShare(perKrone, "The cost of tax funding per krone");
    }
}
