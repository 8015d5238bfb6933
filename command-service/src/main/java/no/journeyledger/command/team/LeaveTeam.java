package no.journeyledger.command.team;

import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A worker leaves the team.
 *
 * @param journey the journey
 * @param worker the worker
 */
public record LeaveTeam(@TargetAggregateIdentifier UUID journey, UUID worker) {}
