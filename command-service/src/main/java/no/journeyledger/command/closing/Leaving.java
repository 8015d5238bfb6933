package no.journeyledger.command.closing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.Journey;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.person.Claims;
import no.journeyledger.command.person.PersonClaim;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Leaving gives the person back to themselves in the same append: they may enter another journey at once. */
public class Leaving {

    private final Repository<Journey> journeys;
    private final Claims claims;
    private final BirthDates birthDates;

    /** Works on these aggregates; ages come from the birth dates it is given to open. */
    public Leaving(Repository<Journey> journeys, Repository<PersonClaim> claims, BirthDates birthDates) {
        this.journeys = journeys;
        this.claims = new Claims(claims);
        this.birthDates = birthDates;
    }

    /** A person leaves, at once and for themselves. */
    @CommandHandler
    Outcome<ClosingRejection> handle(LeaveProgramme command, Circumstances circumstances) {
        Aggregate<Journey> journey = journeys.load(command.journey().toString());
        JourneyState before = journey.invoke(Journey::state);
        Ruling<ClosingRejection> ruling = ClosingPolicy.leave(before, command, circumstances, birthDates);
        if (ruling instanceof Ruling.Refused) {
            return ruling.outcome();
        }
        boolean closes = ruling.events().stream().anyMatch(JourneyClosed.class::isInstance);
        Claims.Of leaving = claims.of(closes ? everybody(before) : List.of(command.person()));
        Outcome<ClosingRejection> outcome = journey.invoke(root -> root.enact(ruling));
        leaving.release(command.journey());
        return outcome;
    }

    private static List<UUID> everybody(JourneyState state) {
        return new ArrayList<>(state.capture().household().keySet());
    }
}
