package no.journeyledger.store.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.UUID;
import no.journeyledger.store.TallyEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Counts up to a limit and never beyond it. */
@SuppressWarnings("NullAway.Init") // Axon fills the fields in
public class Tally implements HoldsState<Tally.State> {

    /** Opens a tally. */
    public record Open(@TargetAggregateIdentifier UUID tally, long limit) {}

    /** Counts an amount, in one event each of 1 when it says so. */
    public record Count(@TargetAggregateIdentifier UUID tally, long amount) {}

    /** Counts several events of 1. */
    public record CountOnes(@TargetAggregateIdentifier UUID tally, int times) {}

    /** Asks without recording anything. */
    public record Ask(@TargetAggregateIdentifier UUID tally) {}

    /** Records an event, then fails. */
    public record Fail(@TargetAggregateIdentifier UUID tally) {}

    /** Counts, or opens and counts when there is nothing yet. */
    public record CountOrOpen(@TargetAggregateIdentifier UUID tally, long amount) {}

    /** What a handler answers. */
    public record Outcome(boolean counted, long total) {}

    /** What it knows. */
    public record State(long limit, long total) {}

    @AggregateIdentifier
    private UUID id;

    private State state = new State(0, 0);

    public Tally() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    public Outcome handle(Open command) {
        apply(new TallyEvent.Opened(command.tally(), command.limit()));
        return new Outcome(true, 0);
    }

    @CommandHandler
    public Outcome handle(Count command) {
        if (state.total() + command.amount() > state.limit()) {
            apply(new TallyEvent.CountingRefused(id, command.amount(), state.limit() - state.total()));
            return new Outcome(false, state.total());
        }
        apply(new TallyEvent.Counted(id, command.amount()));
        return new Outcome(true, state.total());
    }

    @CommandHandler
    public Outcome handle(CountOnes command) {
        for (int i = 0; i < command.times(); i++) {
            apply(new TallyEvent.Counted(id, 1));
        }
        return new Outcome(true, state.total());
    }

    @CommandHandler
    public Outcome handle(Ask command) {
        return new Outcome(false, state.total());
    }

    @CommandHandler
    public Outcome handle(Fail command) {
        apply(new TallyEvent.Counted(id, 1));
        throw new IllegalStateException("no");
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public Outcome handle(CountOrOpen command) {
        if (id == null) {
            apply(new TallyEvent.Opened(command.tally(), 1_000));
        }
        apply(new TallyEvent.Counted(command.tally(), command.amount()));
        return new Outcome(true, state.total());
    }

    @EventSourcingHandler
    void on(TallyEvent event) {
        state = switch (event) {
            case TallyEvent.Opened opened -> {
                id = opened.tally();
                yield new State(opened.limit(), 0);
            }
            case TallyEvent.Counted counted -> new State(state.limit(), state.total() + counted.amount());
            case TallyEvent.CountingRefused refused -> state;
            case TallyEvent.Described described -> state;
        };
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void restore(UUID restoredId, State restored) {
        this.id = restoredId;
        this.state = restored;
    }

    @Override
    public Class<State> stateType() {
        return State.class;
    }

    @Override
    public int stateRevision() {
        return 1;
    }
}
