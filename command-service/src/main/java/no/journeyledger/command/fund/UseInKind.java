package no.journeyledger.command.fund;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records that something that is no money was used for a measure of a journey.
 *
 * @param fund the fund
 * @param contribution what is used of
 * @param use its id
 * @param journey the journey
 * @param measure the measure of its agreed plan
 * @param valueOre what is used of it, in whole øre
 */
public record UseInKind(
        @TargetAggregateIdentifier UUID fund, UUID contribution, UUID use, UUID journey, UUID measure, long valueOre) {}
