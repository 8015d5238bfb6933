package no.journeyledger.events.journey;

import java.util.UUID;

/**
 * One line of a budget decision. All lines of a decision are carried out, or none.
 *
 * @param line its id, which is also the id of the reservation in the fund
 * @param fund the fund that pays
 * @param payingService the service whose money it is
 * @param year the budget year
 * @param amountOre the amount in whole øre, positive
 */
public record AmountLine(UUID line, UUID fund, UUID payingService, int year, long amountOre) {}
