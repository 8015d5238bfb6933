package no.journeyledger.command.team;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.journey.Sector;
import no.journeyledger.events.journey.TeamRole;
import org.jspecify.annotations.Nullable;

/**
 * Takes a worker into the team.
 *
 * @param journey the journey
 * @param worker the worker's random id
 * @param service the service they come from
 * @param role what they answer for; there is one leader
 * @param sector where they come from, inside or outside the municipality, {@code null} when not said
 */
public record AddTeamMember(
        UUID journey,
        UUID worker,
        UUID service,
        TeamRole role,
        @Nullable Sector sector) implements TeamCommand {

    @Override
    public Ruling<TeamRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return TeamPolicy.add(state, this);
    }
}
