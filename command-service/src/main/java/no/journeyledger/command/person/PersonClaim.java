package no.journeyledger.command.person;

import java.util.UUID;
import no.journeyledger.command.NameBasedId;
import no.journeyledger.events.person.PersonEvent;
import no.journeyledger.events.person.PersonEvent.JourneyClaimed;
import no.journeyledger.events.person.PersonEvent.JourneyReleased;
import no.journeyledger.store.axon.HoldsState;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * A person's claim to one open journey at a time. Its id is derived from the person's, so that two journeys claiming the same
 * person meet on the same stream, and only one of them wins.
 */
public class PersonClaim implements HoldsState<ClaimState> {

    private static final UUID NAMESPACE = UUID.fromString("6f9c1d0a-6a7e-5f0b-8f4e-0c1f7f3b2a11");

    @AggregateIdentifier
    private @Nullable UUID id;

    private ClaimState state = ClaimState.NONE;

    /** A claim nothing is recorded on yet. */
    public PersonClaim() {}

    PersonClaim(UUID person, UUID journey) {
        claim(person, journey);
    }

    /** The claim's id: a name-based UUID (version 5) of the person's id. */
    public static UUID idOf(UUID person) {
        return NameBasedId.of(NAMESPACE, person.toString());
    }

    void claim(UUID person, UUID journey) {
        if (!state.heldBy(journey)) {
            AggregateLifecycle.apply(new JourneyClaimed(person, journey));
        }
    }

    void release(UUID person, UUID journey) {
        if (state.heldBy(journey)) {
            AggregateLifecycle.apply(new JourneyReleased(person, journey));
        }
    }

    @EventSourcingHandler
    void on(PersonEvent event) {
        state = state.evolve(event);
        UUID person = state.person();
        if (person != null) {
            id = idOf(person);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // null only before the first event, as the contract says
    public UUID id() {
        return id;
    }

    @Override
    public ClaimState state() {
        return state;
    }

    @Override
    public void restore(UUID claim, ClaimState earlier) {
        id = claim;
        state = earlier;
    }

    @Override
    public Class<ClaimState> stateType() {
        return ClaimState.class;
    }

    @Override
    public int stateRevision() {
        return 1;
    }
}
