package no.journeyledger.command.team;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;

/**
 * A person chooses somebody they trust, who may attend anything with them.
 *
 * @param journey the journey
 * @param person who chooses
 * @param trusted the chosen one's random id
 * @param name the chosen one's name, sealed with the choosing person's key
 */
public record NameTrustedPerson(UUID journey, UUID person, UUID trusted, Sealed name) implements TeamCommand {

    @Override
    public Ruling<TeamRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return TeamPolicy.trust(state, this, circumstances, birthDates);
    }
}
