package no.journeyledger.command.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.RepresentationKind;
import org.jspecify.annotations.Nullable;

/**
 * Records that somebody may answer for a person.
 *
 * @param journey the journey
 * @param representation its id
 * @param person who is represented
 * @param representative who represents them; need not belong to the household
 * @param name the representative's name, sealed with the represented person's key
 * @param kind guardian or attorney
 * @param scope the affairs it covers, at least one
 * @param from the first day it holds
 * @param until the last day it holds, {@code null} until it is ended
 * @param document the document it rests on, in words
 */
public record AppointRepresentative(
        UUID journey,
        UUID representation,
        UUID person,
        UUID representative,
        Sealed name,
        RepresentationKind kind,
        List<Affairs> scope,
        LocalDate from,
        @Nullable LocalDate until,
        Sealed document)
        implements PeopleCommand {

    @Override
    public Ruling<PeopleRejection> ruling(JourneyState state, Circumstances circumstances, BirthDates birthDates) {
        return PeoplePolicy.appoint(state, this, circumstances);
    }
}
