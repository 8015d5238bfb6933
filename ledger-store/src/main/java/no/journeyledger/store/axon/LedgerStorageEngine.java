package no.journeyledger.store.axon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerReader;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** The part of the store Axon's base class asks: reads from the ledger, and only stages what is to be appended. */
final class LedgerStorageEngine implements EventStorageEngine {

    private static final int READ_AHEAD = 1_000;

    private final LedgerReader reader;

    LedgerStorageEngine(LedgerReader reader) {
        this.reader = reader;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (!CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("the ledger records what a command decides: there is no unit of work");
        }
        LedgerUnit unit = LedgerUnit.of(CurrentUnitOfWork.get());
        for (EventMessage<?> event : events) {
            if (!(event instanceof DomainEventMessage<?> domain)) {
                throw new IllegalArgumentException("the ledger records events of aggregates only, not "
                        + event.getPayloadType().getName());
            }
            unit.stage(domain);
        }
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("snapshots are appended with the events they follow from");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        // The repository restores states by itself; everybody else gets the events.
        return Optional.empty();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken trackingToken, boolean mayBlock) {
        long start = LedgerEventSource.position(trackingToken);
        return Stream.iterate(
                        reader.readAfter(start, READ_AHEAD),
                        batch -> !batch.isEmpty(),
                        batch -> reader.readAfter(batch.getLast().position(), READ_AHEAD))
                .flatMap(List::stream)
                .map(event -> RecordedEvents.message(reader.decode(event)));
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        List<EncodedEvent> events = reader.readAggregate(UUID.fromString(aggregateIdentifier), firstSequenceNumber);
        return DomainEventStream.of(
                events.stream().map(event -> RecordedEvents.message(reader.decode(event))),
                () -> events.isEmpty() ? null : events.getLast().sequence());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong last = reader.lastSequence(UUID.fromString(aggregateIdentifier));
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(reader.positionBefore(dateTime));
    }
}
