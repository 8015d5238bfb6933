package no.journeyledger.command.people;

import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;

/**
 * Ends a representation, at once.
 *
 * @param journey the journey
 * @param representation which one
 * @param reason why
 */
public record EndRepresentation(UUID journey, UUID representation, Sealed reason) implements PeopleCommand {

    @Override
    public Ruling<PeopleRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return PeoplePolicy.end(state, this, circumstances);
    }
}
