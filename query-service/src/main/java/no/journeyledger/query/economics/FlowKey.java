package no.journeyledger.query.economics;

import java.math.BigDecimal;
import java.util.UUID;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.Party;
import org.jspecify.annotations.Nullable;

/**
 * What flows are summed by, so that they can be added over journeys and still be priced under any parameters.
 *
 * @param kind a cost or a gain, planned or realised
 * @param year the calendar year
 * @param form money, in kind, or money that changes hands
 * @param giver of a transfer: who gives
 * @param receiver of a gain: who gains; {@code null} of a cost
 * @param payer of a cost: the paying service; whose purse it draws on is looked up when somebody asks
 * @param unitValue the unit value that the numbers are quantities of, {@code null} when they are øre
 * @param priceYear the year of the kroner of a gain, 0 of a cost
 * @param signs of a planned gain: which of its values are below, at and above zero, because a correction for optimism raises
 *     losses and lowers gains; 0 otherwise
 */
record FlowKey(
        Flow.Kind kind,
        int year,
        GainForm form,
        @Nullable Party giver,
        @Nullable Party receiver,
        @Nullable UUID payer,
        @Nullable String unitValue,
        int priceYear,
        int signs) {

    /** A cost in money. */
    static FlowKey cost(Flow.Kind kind, int year, UUID payer) {
        return new FlowKey(kind, year, GainForm.CASH, null, null, payer, null, 0, 0);
    }

    /** The signs of three values as one number. */
    static int signs(BigDecimal low, BigDecimal expected, BigDecimal high) {
        return (low.signum() + 1) * 9 + (expected.signum() + 1) * 3 + high.signum() + 1;
    }
}
