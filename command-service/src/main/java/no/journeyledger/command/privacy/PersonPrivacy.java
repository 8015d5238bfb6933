package no.journeyledger.command.privacy;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.NameBasedId;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.person.PrivacyEvent;
import no.journeyledger.store.axon.HoldsState;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** A person's file on the protection of their data. Its id is derived from the person's. */
public class PersonPrivacy implements HoldsState<PrivacyState> {

    private static final UUID NAMESPACE = UUID.fromString("0b8a7a52-5a0c-5f0e-9a57-5f0f1f6f8c21");

    @AggregateIdentifier
    private @Nullable UUID id;

    private PrivacyState state = PrivacyState.EMPTY;

    /** A file nothing is recorded in yet. */
    public PersonPrivacy() {}

    PersonPrivacy(List<LedgerEvent> first) {
        record(first);
    }

    /** The file's id: a name-based UUID (version 5) of the person's id. */
    public static UUID idOf(UUID person) {
        return NameBasedId.of(NAMESPACE, person.toString());
    }

    void record(List<LedgerEvent> events) {
        events.forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(PrivacyEvent event) {
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
    public PrivacyState state() {
        return state;
    }

    @Override
    public void restore(UUID file, PrivacyState earlier) {
        id = file;
        state = earlier;
    }

    @Override
    public Class<PrivacyState> stateType() {
        return PrivacyState.class;
    }

    @Override
    public int stateRevision() {
        return 1;
    }
}
