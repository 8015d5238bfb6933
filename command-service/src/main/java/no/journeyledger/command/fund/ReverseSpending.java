package no.journeyledger.command.fund;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Reverses a spending in full: it returns to reserved.
 *
 * @param fund the fund
 * @param reservation the reservation it came from
 * @param spending the spending
 */
public record ReverseSpending(@TargetAggregateIdentifier UUID fund, UUID reservation, UUID spending) {}
