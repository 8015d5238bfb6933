package no.journeyledger.events.benefit;

import no.journeyledger.events.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * What a benefit does to one party, or between two, every year of its course.
 *
 * @param name its name on the card; nothing personal
 * @param form money, in kind, or money that changes hands
 * @param giver of a transfer: who gives; {@code null} for anything else
 * @param receiver who gains, or loses when the price is below zero
 * @param price what one year amounts to
 * @param growth how the real price grows, {@code null} when it follows the price level
 * @param firstYear the first calendar year
 * @param years how many years it lasts, at least one
 * @param probability how likely it is
 * @param deadweight the share that would have happened anyway
 * @param attribution the share that others brought about
 * @param displacement the share that only moved the problem
 * @param dropOff the share lost each year after the first
 */
public record Gain(
        @NotPersonal("what a gain is called") String name,
        GainForm form,
        @Nullable Party giver,
        Party receiver,
        GainPrice price,
        @Nullable PriceGrowth growth,
        int firstYear,
        int years,
        TakenOff probability,
        TakenOff deadweight,
        TakenOff attribution,
        TakenOff displacement,
        TakenOff dropOff) {}
