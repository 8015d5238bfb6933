package no.journeyledger.command.team;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * The investment leader hands over to another member of the team, so that exactly one is answerable at any time.
 *
 * @param journey the journey
 * @param to the leader from now on
 */
public record HandOverLeadership(UUID journey, UUID to) implements TeamCommand {

    @Override
    public Ruling<TeamRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return TeamPolicy.handOver(state, this);
    }
}
