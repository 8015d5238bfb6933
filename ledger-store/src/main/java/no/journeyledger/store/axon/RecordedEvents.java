package no.journeyledger.store.axon;

import java.util.Map;
import java.util.UUID;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.store.RecordedEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;

/** Between recorded events and Axon's messages of them. */
public final class RecordedEvents {

    private RecordedEvents() {}

    static GenericTrackedDomainEventMessage<LedgerEvent> message(RecordedEvent event) {
        String family = event.type().substring(0, event.type().indexOf('.'));
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(event.position()),
                family,
                event.aggregate().toString(),
                event.sequence(),
                new GenericMessage<>(
                        event.eventId().toString(),
                        event.payload(),
                        Map.of(
                                LedgerMetaData.KEY,
                                event.metadata(),
                                LedgerMetaData.STORED_AS,
                                event.type() + "/" + event.storedRevision())),
                event::recordedAt);
    }

    /**
     * The recorded event that a message from the ledger is about.
     *
     * @throws IllegalArgumentException when the message did not come from the ledger
     */
    public static RecordedEvent of(TrackedEventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> domain)
                || !(message.getPayload() instanceof LedgerEvent payload)
                || !(message.getMetaData().get(LedgerMetaData.STORED_AS) instanceof String storedAs)
                || message.trackingToken() == null) {
            throw new IllegalArgumentException("the message did not come from the ledger");
        }
        int slash = storedAs.lastIndexOf('/');
        return new RecordedEvent(
                LedgerEventSource.position(message.trackingToken()),
                UUID.fromString(domain.getAggregateIdentifier()),
                domain.getSequenceNumber(),
                UUID.fromString(message.getIdentifier()),
                storedAs.substring(0, slash),
                Integer.parseInt(storedAs.substring(slash + 1)),
                message.getTimestamp(),
                payload,
                LedgerMetaData.of(message));
    }
}
