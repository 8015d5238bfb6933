package no.journeyledger.store.axon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.store.Append;
import no.journeyledger.store.AppendFailure;
import no.journeyledger.store.Appended;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.IdempotencyKey;
import no.journeyledger.store.LedgerAppender;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.NewEvent;
import no.journeyledger.store.NewSnapshot;
import no.journeyledger.store.TypeRegistry;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as Axon's event store. Everything one unit of work records, on however many aggregates, is one append in its
 * commit phase; before that nothing is written, and no transaction is open while a command is handled.
 */
public final class LedgerEventStore extends AbstractEventStore {

    private final LedgerAppender appender;
    private final LedgerEventSource source;
    private final LedgerReader reader;
    private final EventCodec codec;
    private final TypeRegistry types;

    private static final class Builder extends AbstractEventStore.Builder {
        Builder(LedgerReader reader) {
            storageEngine(new LedgerStorageEngine(reader));
        }
    }

    /**
     * An event store.
     *
     * @param appender records
     * @param source tails
     * @param reader reads with the writer role
     * @param codec encodes what is recorded
     * @param types already knows the codec's types
     */
    public LedgerEventStore(
            LedgerAppender appender,
            LedgerEventSource source,
            LedgerReader reader,
            EventCodec codec,
            TypeRegistry types) {
        super(new Builder(reader));
        this.appender = appender;
        this.source = source;
        this.reader = reader;
        this.codec = codec;
        this.types = types;
    }

    LedgerReader reader() {
        return reader;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return source.openStream(trackingToken);
    }

    @Override
    protected void commit(List<? extends EventMessage<?>> events) {
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        LedgerUnit unit = LedgerUnit.of(root);
        List<DomainEventMessage<?>> staged = unit.takeStaged();
        if (Door.CURRENT.isBound() && Door.CURRENT.get().dry) {
            // Neither recorded nor told to anybody; what was loaded keeps the version it was read in.
            Door.CURRENT.get().wouldRecord = staged.stream()
                    .map(message -> new DryRun.Event(
                            UUID.fromString(message.getAggregateIdentifier()),
                            codec.catalogue().nameOf(message.getPayloadType())))
                    .toList();
            return;
        }
        if (!staged.isEmpty()) {
            record(root, unit, staged);
        }
        super.commit(events);
    }

    private void record(UnitOfWork<?> root, LedgerUnit unit, List<DomainEventMessage<?>> staged) {
        EventMetadata fromCommand = LedgerMetaData.find(root.getMessage());
        byte[] sharedMetadata = fromCommand == null ? null : codec.encode(fromCommand);

        var events = new ArrayList<NewEvent>(staged.size());
        Map<UUID, Integer> bytes = new HashMap<>();
        Map<UUID, Long> expected = unit.readVersions();
        for (DomainEventMessage<?> message : staged) {
            if (!(message.getPayload() instanceof LedgerEvent event)) {
                throw new IllegalArgumentException(
                        message.getPayloadType().getName() + " is not an event of the ledger");
            }
            EventMetadata own = LedgerMetaData.find(message);
            byte[] metadata = own == null || own.equals(fromCommand) ? sharedMetadata : codec.encode(own);
            if (metadata == null) {
                throw new IllegalStateException("neither the command nor the event says where it comes from");
            }
            UUID aggregate = UUID.fromString(message.getAggregateIdentifier());
            byte[] payload = codec.encode(event);
            events.add(new NewEvent(
                    aggregate,
                    message.getSequenceNumber(),
                    UUID.fromString(message.getIdentifier()),
                    types.idOf(codec.catalogue().nameOf(event.getClass())),
                    payload,
                    metadata));
            bytes.merge(aggregate, payload.length, Integer::sum);
            expected.putIfAbsent(aggregate, message.getSequenceNumber() - 1);
        }

        var snapshots = new ArrayList<NewSnapshot>();
        for (Participant participant : unit.participants()) {
            snapshots.addAll(participant.snapshots());
        }

        Door door = Door.CURRENT.isBound() ? Door.CURRENT.get() : null;
        Long version = null;
        Append.Idempotency idempotency = null;
        if (door != null) {
            version = targetVersion(door.target, unit, staged);
            var answer = door.encode(root.getExecutionResult().getResult().getPayload());
            IdempotencyKey key = door.key;
            if (key != null) {
                idempotency = new Append.Idempotency(key, answer, version == null ? -1 : version);
            }
        }

        Appended appended;
        try {
            appended = appender.append(new Append(events, expected, idempotency, snapshots));
        } catch (AppendFailure e) {
            unit.evict();
            throw e;
        }
        if (door != null) {
            door.appended = appended;
            door.version = version;
        }
        for (Participant participant : unit.participants()) {
            UUID id = participant.id();
            if (id != null) {
                participant.committed(bytes.getOrDefault(id, 0));
            }
        }
    }

    private static @Nullable Long targetVersion(UUID target, LedgerUnit unit, List<DomainEventMessage<?>> staged) {
        String identifier = target.toString();
        for (DomainEventMessage<?> message : staged.reversed()) {
            if (identifier.equals(message.getAggregateIdentifier())) {
                return message.getSequenceNumber();
            }
        }
        Long read = unit.readVersions().get(target);
        return read == null || read < 0 ? null : read;
    }
}
