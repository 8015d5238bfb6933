package no.journeyledger.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import java.util.concurrent.Executors;
import no.journeyledger.events.LedgerEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Peer T's projection: the stock pooled processor in batches of 500, a row per event in the transaction of its token. It
 * does less than the ledger's own projections, which keep several views and the running balances.
 */
final class TunedTimeline {

    static final String TABLE = """
            create table if not exists tuned_timeline (
              position bigint generated always as identity primary key,
              journey uuid not null,
              sequence bigint not null,
              type text not null,
              recorded_at timestamptz not null,
              facts text not null)""";

    private static final String INSERT = """
            insert into tuned_timeline (journey, sequence, type, recorded_at, facts)
            values (?, ?, ?, ?, ?)""";

    private static final int BATCH = 500;
    private static final String NAME = "tuned-timeline";

    private final TunedStore store;

    private TunedTimeline(TunedStore store) {
        this.store = store;
    }

    /** Starts to follow the store from where it was, or from the first event. */
    static PooledStreamingEventProcessor start(TunedStore store) {
        var processor = PooledStreamingEventProcessor.builder()
                .name(NAME)
                .messageSource(store.events())
                .tokenStore(store.tokens())
                .transactionManager(store.transactions())
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(new TunedTimeline(store))
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.INSTANCE)
                        .build())
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .coordinatorExecutor(Executors.newScheduledThreadPool(1))
                .workerExecutor(Executors.newScheduledThreadPool(1))
                // Not as a replay: its token is one that the JSON serializer cannot read back.
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(1)
                .batchSize(BATCH)
                .build();
        processor.start();
        return processor;
    }

    /**
     * Writes the row of one event. Rows are numbered here: a stock token whose gap was filled no longer tells the event's
     * own place.
     */
    @EventHandler
    public void on(LedgerEvent event, DomainEventMessage<?> message) throws SQLException {
        try (Connection connection = store.connection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, UUID.fromString(message.getAggregateIdentifier()));
            insert.setLong(2, message.getSequenceNumber());
            insert.setString(3, event.getClass().getSimpleName());
            insert.setTimestamp(4, Timestamp.from(message.getTimestamp()));
            insert.setString(5, event.toString());
            insert.executeUpdate();
        }
    }
}
