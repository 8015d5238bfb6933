package no.journeyledger.command.people;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;

/**
 * Records who of the household holds parental responsibility for a child from now on.
 *
 * @param journey the journey
 * @param child the child
 * @param holders everybody of the household who holds it; nobody when a guardian answers for the child
 * @param document the agreement, ruling or record it rests on, in words
 */
public record ChangeParentalResponsibility(UUID journey, UUID child, List<UUID> holders, Sealed document)
        implements PeopleCommand {

    @Override
    public Ruling<PeopleRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return PeoplePolicy.changeResponsibility(state, this, circumstances);
    }
}
