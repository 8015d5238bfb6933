package no.journeyledger.command.fund;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Outcome;
import no.journeyledger.command.Ruling;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.store.axon.HoldsState;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/** A fund that teams compete for. Reservations are made by decisions, in one append with them. */
public class Fund implements HoldsState<FundState> {

    @AggregateIdentifier
    private @Nullable UUID id;

    private FundState state = FundState.UNOPENED;

    /** A fund nothing is recorded on yet. */
    public Fund() {}

    Fund(List<LedgerEvent> first) {
        first.forEach(AggregateLifecycle::apply);
    }

    /** Records what was ruled, and passes on what the asker is told. */
    Outcome<FundRejection> enact(Ruling<FundRejection> ruling) {
        ruling.events().forEach(AggregateLifecycle::apply);
        return ruling.outcome();
    }

    /** Records a posting of a decision that is being taken. */
    public void post(FundEvent posting) {
        AggregateLifecycle.apply(posting);
    }

    @CommandHandler
    Outcome<FundRejection> handle(ReceiveContribution command) {
        return enact(FundPolicy.contribute(state, command));
    }

    @CommandHandler
    Outcome<FundRejection> handle(ContributeInKind command) {
        return enact(FundPolicy.contribute(state, command));
    }

    @CommandHandler
    Outcome<FundRejection> handle(SpendReservation command) {
        return enact(FundPolicy.spend(state, command));
    }

    @CommandHandler
    Outcome<FundRejection> handle(ReverseSpending command) {
        return enact(FundPolicy.reverse(state, command));
    }

    @EventSourcingHandler
    void on(FundEvent event) {
        state = state.evolve(event);
        id = state.fund();
    }

    @Override
    @SuppressWarnings("NullAway") // null only before the first event, as the contract says
    public UUID id() {
        return id;
    }

    @Override
    public FundState state() {
        return state;
    }

    @Override
    public void restore(UUID fund, FundState earlier) {
        id = fund;
        state = earlier;
    }

    @Override
    public Class<FundState> stateType() {
        return FundState.class;
    }

    @Override
    public int stateRevision() {
        return 2;
    }
}
