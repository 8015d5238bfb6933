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
 * @param priceYear of a gain: the year of its kroner; {@code null} for a cost, whose kroner are taken as those asked for
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
        @Nullable Integer priceYear,
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
     * In kroner of a year.
     *
     * @throws CannotBeCalculated when the parameters have no such unit value, or cannot turn its kroner into those
     */
    Estimate price(Parameters parameters, int kronerOf) {
        if (unitValue == null) {
            // A share below zero turns low into high.
            Estimate stated = new Estimate(new Amount(low.min(high)), new Amount(expected), new Amount(low.max(high)));
            return priceYear == null ? stated : stated.times(factor(parameters, priceYear, kronerOf));
        }
        UnitValue value = parameters.unitValues().value(unitValue);
        Integer valuesYear = value.priceYear();
        if (valuesYear == null) {
            throw inOtherKroner(unitValue, parameters, kronerOf);
        }
        BigDecimal factor = parameters
                .kroner(valuesYear, kronerOf)
                .orElseThrow(() -> inOtherKroner(unitValue, parameters, kronerOf));
        return value.estimate().times(expected).times(factor);
    }

    private static BigDecimal factor(Parameters parameters, int from, int to) {
        return parameters
                .kroner(from, to)
                .orElseThrow(() -> new IllegalStateException("a gain in kroner of " + from + " was not left out"));
    }

    private static CannotBeCalculated inOtherKroner(String unitValue, Parameters parameters, int kronerOf) {
        return new CannotBeCalculated("Unit value " + unitValue + " of parameter version " + parameters.version()
                + " is not in " + kronerOf + " kroner: ask for its price year, or use another version.");
    }
}
