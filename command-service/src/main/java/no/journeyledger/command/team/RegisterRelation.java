package no.journeyledger.command.team;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * Registers that a worker is related to a person of the household.
 *
 * @param journey the journey
 * @param worker the worker
 * @param person the person they are related to
 */
public record RegisterRelation(UUID journey, UUID worker, UUID person) implements TeamCommand {

    @Override
    public Ruling<TeamRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return TeamPolicy.relate(state, this, circumstances);
    }
}
