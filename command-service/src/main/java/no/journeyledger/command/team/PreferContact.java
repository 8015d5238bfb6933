package no.journeyledger.command.team;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * Records whom on the team a person prefers to turn to.
 *
 * @param journey the journey
 * @param person who prefers
 * @param worker the contact person
 */
public record PreferContact(UUID journey, UUID person, UUID worker) implements TeamCommand {

    @Override
    public Ruling<TeamRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return TeamPolicy.prefer(state, this, circumstances, birthDates);
    }
}
