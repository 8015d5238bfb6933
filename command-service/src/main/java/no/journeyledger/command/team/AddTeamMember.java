package no.journeyledger.command.team;

import java.util.UUID;
import no.journeyledger.events.journey.TeamRole;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Takes a worker into the team.
 *
 * @param journey the journey
 * @param worker the worker's random id
 * @param service the service they come from
 * @param role what they answer for; there is one leader
 */
public record AddTeamMember(@TargetAggregateIdentifier UUID journey, UUID worker, UUID service, TeamRole role) {}
