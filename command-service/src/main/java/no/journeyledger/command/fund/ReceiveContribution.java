package no.journeyledger.command.fund;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * An owner puts money into the fund for a budget year.
 *
 * @param fund the fund
 * @param contribution its id
 * @param organisation the owner
 * @param year the budget year
 * @param amountOre the amount in whole øre, positive
 */
public record ReceiveContribution(
        @TargetAggregateIdentifier UUID fund, UUID contribution, UUID organisation, int year, long amountOre) {}
