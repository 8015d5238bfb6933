package no.journeyledger.command.team;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * A worker leaves the team.
 *
 * @param journey the journey
 * @param worker the worker
 */
public record LeaveTeam(UUID journey, UUID worker) implements TeamCommand {

    @Override
    public Ruling<TeamRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return TeamPolicy.leave(state, this);
    }
}
