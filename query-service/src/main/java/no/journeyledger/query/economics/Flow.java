package no.journeyledger.query.economics;

import java.math.BigDecimal;
import no.journeyledger.economics.Amount;
import no.journeyledger.economics.CannotBeCalculated;
import no.journeyledger.economics.Estimate;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.UnitValue;
import no.journeyledger.events.benefit.GainForm;
import no.journeyledger.events.benefit.Party;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one party, or between two, in one calendar year, summed over the journeys asked about.
 *
 * @param kind a cost or a gain, planned or realised
 * @param year the calendar year
 * @param form money, in kind, or money that changes hands
 * @param giver of a transfer: who gives
 * @param receiver of a cost: who pays; of a gain: who gains
 * @param unitValue the unit value that the numbers are quantities of, {@code null} when they are øre
 * @param low the low value
 * @param expected the expected value
 * @param high the high value
 */
record Flow(
        Kind kind,
        int year,
        GainForm form,
        @Nullable Party giver,
        Party receiver,
        @Nullable String unitValue,
        BigDecimal low,
        BigDecimal expected,
        BigDecimal high) {

    /** What it is. */
    enum Kind {
        PLANNED_COST,
        PLANNED_GAIN,
        REALISED_COST,
        REALISED_GAIN
    }

    boolean planned() {
        return kind == Kind.PLANNED_COST || kind == Kind.PLANNED_GAIN;
    }

    boolean cost() {
        return kind == Kind.PLANNED_COST || kind == Kind.REALISED_COST;
    }

    /**
     * In kroner of a price year.
     *
     * @throws CannotBeCalculated when the parameters have no such unit value, or in other kroner
     */
    Estimate price(Parameters parameters, int priceYear) {
        if (unitValue == null) {
            // A share below zero turns low into high.
            return new Estimate(new Amount(low.min(high)), new Amount(expected), new Amount(low.max(high)));
        }
        UnitValue value = parameters.unitValues().value(unitValue);
        Integer valuesYear = value.priceYear();
        if (valuesYear == null || valuesYear != priceYear) {
            throw new CannotBeCalculated("Unit value " + unitValue + " of parameter version " + parameters.version()
                    + " is not in " + priceYear + " kroner: ask for its price year, or use another version.");
        }
        return value.estimate().times(expected);
    }
}
