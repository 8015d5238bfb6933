package no.journeyledger.store.axon;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.NewSnapshot;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.axonframework.modelling.command.LockingRepository;
import org.axonframework.modelling.command.RepositoryProvider;
import org.jspecify.annotations.Nullable;

/**
 * Loads aggregates of one kind: from memory, else from the newest snapshot and the few events after it. One command at a
 * time works on an aggregate in this process. What another instance wrote meanwhile is found out by the append.
 *
 * @param <T> the aggregate
 */
public final class LedgerRepository<T extends HoldsState<?>> extends LockingRepository<T, EventSourcedAggregate<T>> {

    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(10);

    private final Class<T> aggregateType;
    private final Supplier<T> fresh;
    private final LedgerEventStore store;
    private final AggregateCache cache;
    private final AggregateSnapshots snapshots;
    private final @Nullable RepositoryProvider others;

    private static final class Builder<T> extends LockingRepository.Builder<T> {
        Builder(Class<T> aggregateType) {
            super(aggregateType);
            lockFactory(new AggregateLocks(LOCK_PATIENCE));
        }
    }

    /**
     * A repository.
     *
     * @param aggregateType the aggregate's class
     * @param fresh makes an instance without any state
     * @param store records what its aggregates apply
     * @param cache shared by all repositories
     * @param snapshots shared by all repositories
     */
    public LedgerRepository(
            Class<T> aggregateType,
            Supplier<T> fresh,
            LedgerEventStore store,
            AggregateCache cache,
            AggregateSnapshots snapshots) {
        this(aggregateType, fresh, store, cache, snapshots, null);
    }

    /** As above; {@code others} gives an aggregate's handlers access to other repositories for creating aggregates. */
    public LedgerRepository(
            Class<T> aggregateType,
            Supplier<T> fresh,
            LedgerEventStore store,
            AggregateCache cache,
            AggregateSnapshots snapshots,
            @Nullable RepositoryProvider others) {
        super(new Builder<>(aggregateType));
        this.aggregateType = aggregateType;
        this.fresh = fresh;
        this.store = store;
        this.cache = cache;
        this.snapshots = snapshots;
        this.others = others;
    }

    /** Handles the commands that the aggregate's own handlers declare. */
    public Registration subscribeTo(CommandBus bus) {
        return AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(aggregateType)
                .repository(this)
                .build()
                .subscribe(bus);
    }

    @Override
    public LockAwareAggregate<T, EventSourcedAggregate<T>> loadOrCreate(
            String aggregateIdentifier, Callable<T> factoryMethod) {
        @SuppressWarnings("unchecked") // what this repository makes are its own
        var aggregate = (LockAwareAggregate<T, EventSourcedAggregate<T>>)
                super.loadOrCreate(aggregateIdentifier, factoryMethod);
        validateOnLoad(aggregate, null);
        return aggregate;
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String aggregateIdentifier, @Nullable Long expectedVersion) {
        UUID id = id(aggregateIdentifier);
        T root = fresh.get();
        AggregateCache.Held held = cache.find(id);
        if (held != null) {
            if (!root.stateType().isInstance(held.state())) {
                throw new AggregateNotFoundException(aggregateIdentifier, "it is an aggregate of another kind");
            }
            EventSourcedAggregate<T> aggregate = restored(root, id, held.state(), held.version());
            return join(aggregate, held.version(), held.bytes(), 0);
        }
        return read(id, root, root.stateType());
    }

    private <S extends Record> EventSourcedAggregate<T> read(UUID id, T root, Class<S> stateType) {
        LedgerReader reader = store.reader();
        var snapshot = snapshots.newest(id, stateType, root.stateRevision());
        long version = snapshot.isPresent() ? snapshot.get().version() : -1;
        int bytes = snapshot.isPresent() ? snapshot.get().bytes() : 0;
        EventSourcedAggregate<T> aggregate = snapshot.isPresent()
                ? restored(root, id, snapshot.get().state(), version)
                : EventSourcedAggregate.initialize(root, aggregateModel(), store, others, trigger());

        List<EncodedEvent> events = reader.readAggregate(id, version + 1);
        if (events.isEmpty() && snapshot.isEmpty()) {
            // What is decided now may rest on its absence: that is checked like any version.
            LedgerUnit.of(CurrentUnitOfWork.get()).join(new Absent(id));
            throw new AggregateNotFoundException(id.toString(), "nothing was ever recorded on it");
        }
        for (EncodedEvent event : events) {
            bytes += event.payload().length;
        }
        if (!events.isEmpty()) {
            try {
                aggregate.initializeState(DomainEventStream.of(
                        events.stream().map(event -> RecordedEvents.message(reader.decode(event))),
                        () -> events.getLast().sequence()));
            } catch (IncompatibleAggregateException e) {
                // Its first event gave it no id: these are events of another kind of aggregate.
                throw new AggregateNotFoundException(id.toString(), "it is an aggregate of another kind", e);
            }
            version = events.getLast().sequence();
        }
        cache.put(id, new AggregateCache.Held(aggregate.getAggregateRoot().state(), version, bytes));
        return join(aggregate, version, bytes, events.size());
    }

    @Override
    protected EventSourcedAggregate<T> doCreateNewForLock(Callable<T> factoryMethod) throws Exception {
        return join(
                EventSourcedAggregate.initialize(factoryMethod, aggregateModel(), store, others, trigger()), -1, 0, 0);
    }

    @Override
    protected void validateOnLoad(Aggregate<T> aggregate, @Nullable Long expectedVersion) {
        super.validateOnLoad(aggregate, expectedVersion);
        Message<?> command = CurrentUnitOfWork.get().root().getMessage();
        if (command != null
                && command.getMetaData().get(LedgerMetaData.EXPECTED_VERSION) instanceof ExpectedVersion expected
                && expected.aggregate().toString().equals(aggregate.identifierAsString())) {
            Long actual = aggregate.version();
            if (actual == null || actual != expected.version()) {
                throw new StaleVersion(expected.aggregate(), expected.version(), actual);
            }
        }
    }

    @Override
    protected void reportIllegalState(LockAwareAggregate<T, EventSourcedAggregate<T>> aggregate) {
        // An aggregate given up by a rollback is read again when needed; its instance is not used any more.
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<T> aggregate) {
        // The event store appends what was applied.
    }

    @Override
    protected void doDeleteWithLock(EventSourcedAggregate<T> aggregate) {
        throw new UnsupportedOperationException("nothing is deleted from the ledger");
    }

    private static UUID id(String aggregateIdentifier) {
        try {
            return UUID.fromString(aggregateIdentifier);
        } catch (IllegalArgumentException e) {
            throw new AggregateNotFoundException(aggregateIdentifier, "it is no id of the ledger", e);
        }
    }

    private EventSourcedAggregate<T> restored(T root, UUID id, Record state, long version) {
        restore((HoldsState<?>) root, id, state);
        return EventSourcedAggregate.reconstruct(root, aggregateModel(), version, false, store, others, trigger());
    }

    @SuppressWarnings("unchecked") // the caller has checked the state's type, or read it as that type
    private static <S extends Record> void restore(HoldsState<S> root, UUID id, Record state) {
        root.restore(id, (S) state);
    }

    private static SnapshotTrigger trigger() {
        return NoSnapshotTriggerDefinition.TRIGGER;
    }

    private EventSourcedAggregate<T> join(EventSourcedAggregate<T> aggregate, long version, int bytes, int replayed) {
        LedgerUnit.of(CurrentUnitOfWork.get()).join(new Loaded(aggregate, version, bytes, replayed));
        return aggregate;
    }

    /** An aggregate that was looked for and not there. */
    private record Absent(UUID id) implements Participant {

        @Override
        public long readVersion() {
            return -1;
        }

        @Override
        public List<NewSnapshot> snapshots() {
            return List.of();
        }

        @Override
        public void committed(int bytes) {
            // Whoever created it in the same unit of work takes part by itself.
        }

        @Override
        public void evict() {
            // It was not remembered either.
        }
    }

    private final class Loaded implements Participant {

        private final EventSourcedAggregate<T> aggregate;
        private final long readVersion;
        private final int bytes;
        private final int replayed;
        private int snapshotBytes = -1;

        Loaded(EventSourcedAggregate<T> aggregate, long readVersion, int bytes, int replayed) {
            this.aggregate = aggregate;
            this.readVersion = readVersion;
            this.bytes = bytes;
            this.replayed = replayed;
        }

        @Override
        public @Nullable UUID id() {
            String identifier = aggregate.identifierAsString();
            return identifier == null ? null : UUID.fromString(identifier);
        }

        @Override
        public long readVersion() {
            return readVersion;
        }

        private long newVersion() {
            Long version = aggregate.lastSequence();
            return version == null ? -1 : version;
        }

        @Override
        public List<NewSnapshot> snapshots() {
            long newVersion = newVersion();
            UUID id = id();
            boolean crossed =
                    (newVersion + 1) / AggregateSnapshots.EVERY > (readVersion + 1) / AggregateSnapshots.EVERY;
            // Also when the last ones cannot be used any more, e.g. after the state's revision was raised.
            boolean overdue = newVersion > readVersion && replayed > AggregateSnapshots.EVERY;
            if (id == null || !(crossed || overdue)) {
                return List.of();
            }
            T root = aggregate.getAggregateRoot();
            NewSnapshot snapshot = snapshots.take(id, newVersion, root.state(), root.stateRevision());
            snapshotBytes = snapshot.state().length;
            return List.of(snapshot);
        }

        @Override
        public void committed(int written) {
            UUID id = id();
            long newVersion = newVersion();
            if (id != null && newVersion > readVersion) {
                cache.put(
                        id,
                        new AggregateCache.Held(
                                aggregate.getAggregateRoot().state(),
                                newVersion,
                                snapshotBytes >= 0 ? snapshotBytes : bytes + written));
            }
        }

        @Override
        public void evict() {
            UUID id = id();
            if (id != null) {
                cache.evict(id);
            }
        }
    }
}
