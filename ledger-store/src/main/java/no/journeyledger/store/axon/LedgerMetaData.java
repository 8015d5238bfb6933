package no.journeyledger.store.axon;

import java.util.Map;
import no.journeyledger.events.EventMetadata;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Where the ledger's own values stand in the metadata of Axon's messages. */
public final class LedgerMetaData {

    /** An {@link EventMetadata}: on commands the context they come from, on events the context that was recorded. */
    public static final String KEY = "ledger";

    /** On events read back: {@code name/revision} as stored, e.g. {@code journey.decision-taken/1}. */
    public static final String STORED_AS = "ledger.stored-as";

    /** On commands: the {@link ExpectedVersion}, if the client stated one. */
    static final String EXPECTED_VERSION = "ledger.expected-version";

    private LedgerMetaData() {}

    /**
     * The context in a message's metadata.
     *
     * @throws IllegalStateException when there is none
     */
    public static EventMetadata of(Message<?> message) {
        EventMetadata metadata = find(message);
        if (metadata == null) {
            throw new IllegalStateException("the message carries no event metadata under '" + KEY + "'");
        }
        return metadata;
    }

    static @Nullable EventMetadata find(@Nullable Message<?> message) {
        return message != null && message.getMetaData().get(KEY) instanceof EventMetadata metadata ? metadata : null;
    }

    /** Metadata for a command message. */
    public static MetaData with(EventMetadata metadata) {
        return MetaData.from(Map.of(KEY, metadata));
    }
}
