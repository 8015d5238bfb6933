package no.journeyledger.store.axon;

import java.util.ArrayList;
import java.util.List;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerBatch;
import no.journeyledger.store.LedgerReader;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Events in position order, read once for all streams, when the first of them asks. */
final class DecodedBatch {

    private final List<EncodedEvent> encoded;
    private final LedgerReader reader;
    private @Nullable List<TrackedEventMessage<?>> messages;
    private @Nullable RuntimeException failure;

    DecodedBatch(LedgerBatch batch, LedgerReader reader) {
        this(batch.events(), reader);
    }

    DecodedBatch(List<EncodedEvent> encoded, LedgerReader reader) {
        this.encoded = encoded;
        this.reader = reader;
    }

    long first() {
        return encoded.getFirst().position();
    }

    long last() {
        return encoded.getLast().position();
    }

    /** The events up to the first that cannot be read. */
    synchronized List<TrackedEventMessage<?>> messages() {
        if (messages == null) {
            var decoded = new ArrayList<TrackedEventMessage<?>>(encoded.size());
            for (EncodedEvent event : encoded) {
                try {
                    decoded.add(RecordedEvents.message(reader.decode(event)));
                } catch (RuntimeException e) {
                    failure = e;
                    break;
                }
            }
            messages = decoded;
        }
        return messages;
    }

    /** Why the event after {@link #messages()} could not be read, {@code null} when all could. */
    synchronized @Nullable RuntimeException failure() {
        return failure;
    }
}
