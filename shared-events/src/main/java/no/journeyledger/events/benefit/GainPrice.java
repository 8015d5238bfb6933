package no.journeyledger.events.benefit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import no.journeyledger.events.NotPersonal;

/** What one year of a gain amounts to when the target is reached, before anything is taken off. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "price")
@JsonSubTypes({
    @JsonSubTypes.Type(value = GainPrice.Stated.class, name = "STATED"),
    @JsonSubTypes.Type(value = GainPrice.OfUnitValue.class, name = "UNIT_VALUE")
})
public sealed interface GainPrice {

    /**
     * An amount of its own, in whole øre of the price year; below zero for a dis-benefit.
     *
     * @param lowOre what it will hardly be below
     * @param expectedOre the most likely value
     * @param highOre what it will hardly be above
     */
    record Stated(long lowOre, long expectedOre, long highOre) implements GainPrice {}

    /**
     * A quantity of a unit value, calculated anew with the value of whichever parameter version is used.
     *
     * @param unitValue the unit value's name in the parameters
     * @param quantity how many units in one year
     */
    record OfUnitValue(@NotPersonal("a code") String unitValue, BigDecimal quantity) implements GainPrice {}
}
