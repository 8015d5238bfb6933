package no.journeyledger.command.team;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Registers that a worker is related to a person of the household.
 *
 * @param journey the journey
 * @param worker the worker
 * @param person the person they are related to
 */
public record RegisterRelation(@TargetAggregateIdentifier UUID journey, UUID worker, UUID person) {}
