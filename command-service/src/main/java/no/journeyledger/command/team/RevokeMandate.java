package no.journeyledger.command.team;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;

/**
 * The unit head takes a mandate back, at once.
 *
 * @param journey the journey
 * @param mandate the mandate
 */
public record RevokeMandate(UUID journey, UUID mandate) implements TeamCommand {

    @Override
    public Ruling<TeamRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return TeamPolicy.revoke(state, this, circumstances);
    }
}
