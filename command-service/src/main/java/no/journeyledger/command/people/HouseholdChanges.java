package no.journeyledger.command.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.journey.Journey;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.person.Claims;
import no.journeyledger.command.person.PersonClaim;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Whoever moves out, or dies, is given back by the journey in the same append. */
public class HouseholdChanges {

    private final Repository<Journey> journeys;
    private final Claims claims;

    /** Works on these aggregates. */
    public HouseholdChanges(Repository<Journey> journeys, Repository<PersonClaim> claims) {
        this.journeys = journeys;
        this.claims = new Claims(claims);
    }

    /** A person moves out. */
    @CommandHandler
    Outcome<PeopleRejection> handle(MoveOut command, Circumstances circumstances) {
        Aggregate<Journey> journey = journeys.load(command.journey().toString());
        return enact(
                journey,
                PeoplePolicy.moveOut(journey.invoke(Journey::state), command, circumstances),
                command.person());
    }

    /** A person died. */
    @CommandHandler
    Outcome<PeopleRejection> handle(RecordDeath command, Circumstances circumstances) {
        Aggregate<Journey> journey = journeys.load(command.journey().toString());
        return enact(
                journey, PeoplePolicy.died(journey.invoke(Journey::state), command, circumstances), command.person());
    }

    private Outcome<PeopleRejection> enact(Aggregate<Journey> journey, Ruling<PeopleRejection> ruling, UUID person) {
        if (ruling instanceof Ruling.Refused) {
            return ruling.outcome();
        }
        JourneyState before = journey.invoke(Journey::state);
        boolean closes = ruling.events().stream().anyMatch(JourneyClosed.class::isInstance);
        Claims.Of leaving =
                claims.of(closes ? new ArrayList<>(before.capture().household().keySet()) : List.of(person));
        Outcome<PeopleRejection> outcome = journey.invoke(root -> root.enact(ruling));
        leaving.release(before.id());
        return outcome;
    }
}
