package no.journeyledger.command.fund;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * An owner promises something that is no money.
 *
 * @param fund the fund
 * @param contribution its id
 * @param organisation the owner
 * @param year the year it is for
 * @param what what it is; not personal
 * @param valueOre what it is worth, in whole øre
 * @param priceYear the year whose prices that is in
 */
public record ContributeInKind(
        @TargetAggregateIdentifier UUID fund,
        UUID contribution,
        UUID organisation,
        int year,
        String what,
        long valueOre,
        int priceYear) {}
