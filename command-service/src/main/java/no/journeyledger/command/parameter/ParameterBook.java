package no.journeyledger.command.parameter;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Ruling;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.parameter.ParameterEvent;
import no.journeyledger.store.axon.HoldsState;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** The one book of parameters of a ledger. It comes into being with the first thing written in it. */
public class ParameterBook implements HoldsState<ParameterState> {

    /** Its id: the same in every ledger, because there is one. */
    public static final UUID ID = UUID.fromString("5f8c7d2e-0b5e-5c3a-9d0e-70a2a3e7b001");

    @AggregateIdentifier
    private @Nullable UUID id;

    private ParameterState state = ParameterState.SEEDED;

    /** A book nothing is written in yet. */
    public ParameterBook() {}

    ParameterBook(List<LedgerEvent> first) {
        first.forEach(AggregateLifecycle::apply);
    }

    /** Records what was ruled, and passes on what the asker is told. */
    Outcome<ParameterRejection> enact(Ruling<ParameterRejection> ruling) {
        ruling.events().forEach(AggregateLifecycle::apply);
        return ruling.outcome();
    }

    @EventSourcingHandler
    void on(ParameterEvent event) {
        state = state.evolve(event);
        id = state.book();
    }

    @Override
    @SuppressWarnings("NullAway") // null only before the first event, as the contract says
    public UUID id() {
        return id;
    }

    @Override
    public ParameterState state() {
        return state;
    }

    @Override
    public void restore(UUID book, ParameterState earlier) {
        id = book;
        state = earlier;
    }

    @Override
    public Class<ParameterState> stateType() {
        return ParameterState.class;
    }

    @Override
    public int stateRevision() {
        return 1;
    }
}
