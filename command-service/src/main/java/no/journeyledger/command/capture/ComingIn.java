package no.journeyledger.command.capture;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.command.Aggregates;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.capture.CaptureRejection.PersonInAnotherJourney;
import no.journeyledger.command.journey.Journey;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.person.Claims;
import no.journeyledger.command.person.PersonClaim;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Coming in claims the people for this journey, in the same append: nobody is in two open journeys. */
public class ComingIn {

    private final Repository<Journey> journeys;
    private final Claims claims;

    /** Works on these aggregates. */
    public ComingIn(Repository<Journey> journeys, Repository<PersonClaim> claims) {
        this.journeys = journeys;
        this.claims = new Claims(claims);
    }

    /** Opens a journey for a person. */
    @CommandHandler
    Outcome<CaptureRejection> handle(ReferPerson command) {
        JourneyState before = Aggregates.find(journeys, command.journey())
                .map(journey -> journey.invoke(Journey::state))
                .orElse(JourneyState.UNOPENED);
        Ruling<CaptureRejection> ruling = CapturePolicy.refer(before, command);
        if (ruling instanceof Ruling.Refused) {
            return ruling.outcome();
        }
        Claims.Of claim = claims.of(List.of(command.person()));
        Optional<UUID> elsewhere = claim.inAnother(command.journey());
        if (elsewhere.isPresent()) {
            return new Outcome.Rejected<>(new PersonInAnotherJourney(elsewhere.get()));
        }
        Aggregates.create(journeys, () -> new Journey(ruling.events()));
        claim.claim(command.journey());
        return ruling.outcome();
    }

    /** Registers somebody of the household. Their id may not be that of somebody in another open journey. */
    @CommandHandler
    Outcome<CaptureRejection> handle(RegisterHouseholdMember command) {
        Aggregate<Journey> journey = journeys.load(command.journey().toString());
        return claiming(
                journey,
                command.journey(),
                CapturePolicy.register(journey.invoke(Journey::state), command),
                List.of(command.person()));
    }

    /** Enrols the household. */
    @CommandHandler
    Outcome<CaptureRejection> handle(EnrolHousehold command, Circumstances circumstances) {
        Aggregate<Journey> journey = journeys.load(command.journey().toString());
        Ruling<CaptureRejection> ruling = CapturePolicy.enrol(journey.invoke(Journey::state), command, circumstances);
        return claiming(journey, command.journey(), ruling, enrolled(ruling.events()));
    }

    private Outcome<CaptureRejection> claiming(
            Aggregate<Journey> journey, UUID id, Ruling<CaptureRejection> ruling, List<UUID> persons) {
        if (ruling instanceof Ruling.Refused) {
            return ruling.outcome();
        }
        Claims.Of claimed = claims.of(persons);
        Optional<UUID> elsewhere = claimed.inAnother(id);
        if (elsewhere.isPresent()) {
            return new Outcome.Rejected<>(new PersonInAnotherJourney(elsewhere.get()));
        }
        Outcome<CaptureRejection> outcome = journey.invoke(root -> root.enact(ruling));
        claimed.claim(id);
        return outcome;
    }

    private static List<UUID> enrolled(List<LedgerEvent> events) {
        return events.stream()
                .filter(HouseholdEnrolled.class::isInstance)
                .map(HouseholdEnrolled.class::cast)
                .flatMap(event -> event.persons().stream())
                .toList();
    }
}
