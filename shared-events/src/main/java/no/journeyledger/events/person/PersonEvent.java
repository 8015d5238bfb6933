package no.journeyledger.events.person;

import java.util.UUID;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.LogicalType;

/** A person's claim to one open journey at a time, in the same append as what opens or closes the journey for them. */
public sealed interface PersonEvent extends LedgerEvent {

    /** The person is now in an open journey. */
    @LogicalType("person.journey-claimed")
    record JourneyClaimed(UUID person, UUID journey) implements PersonEvent {}

    /** The journey is closed for the person, who may enter another. */
    @LogicalType("person.journey-released")
    record JourneyReleased(UUID person, UUID journey) implements PersonEvent {}
}
