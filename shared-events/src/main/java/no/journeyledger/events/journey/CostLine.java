package no.journeyledger.events.journey;

import java.util.UUID;

/**
 * What a measure is expected to cost one paying service in one year.
 *
 * @param payingService the service that pays
 * @param year the budget year
 * @param amountOre the amount in whole øre, positive
 */
public record CostLine(UUID payingService, int year, long amountOre) {}
