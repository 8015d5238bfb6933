package no.journeyledger.command.fund;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Moves an owner's money to another fund, or carries it over to a later year of the same one. Both sides are one append.
 *
 * @param fund the fund it leaves
 * @param transfer its id
 * @param organisation the owner whose money it is; an owner of both funds
 * @param year the budget year it leaves
 * @param toFund where it goes
 * @param toYear the budget year it is for there
 * @param amountOre the amount in whole øre, positive
 */
public record MoveMoney(
        @TargetAggregateIdentifier UUID fund,
        UUID transfer,
        UUID organisation,
        int year,
        UUID toFund,
        int toYear,
        long amountOre) {}
