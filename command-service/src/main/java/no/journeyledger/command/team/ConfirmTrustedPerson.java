package no.journeyledger.command.team;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * Confirms that a person trusts whom somebody else wrote down for them: a member of the team from another service says so.
 *
 * @param journey the journey
 * @param person who is said to have chosen
 * @param trusted the chosen one's id
 */
public record ConfirmTrustedPerson(UUID journey, UUID person, UUID trusted) implements TeamCommand {

    @Override
    public Ruling<TeamRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return TeamPolicy.confirmTrust(state, this, circumstances);
    }
}
