package no.journeyledger.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import no.journeyledger.store.testing.LedgerTestDatabase;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.xml.XStreamSerializer;
import org.junit.jupiter.api.Test;

/**
 * The control to {@link LedgerEventSourceTest}: why the framework's own tracking is not used. Now: a committed event is
 * never read. Wanted: every committed event is read. Why: once a visible event is older than the gap timeout, its token
 * forgets the gaps before it, and an event that commits into one later is passed over (AxonIQ/AxonFramework issue 4829).
 */
class StockTrackingSkipsTest {

    @Test
    void the_stock_jdbc_event_source_skips_an_event_that_commits_late_beside_old_timestamps() throws SQLException {
        Clock real = GenericEventMessage.clock;
        try (var database = LedgerTestDatabase.fresh()) {
            var xStream = new XStream();
            xStream.allowTypesByWildcard(new String[] {"org.axonframework.**"});
            var serializer = XStreamSerializer.builder().xStream(xStream).build();
            PersistenceExceptionResolver none = exception -> false;
            var engine = JdbcEventStorageEngine.builder()
                    .connectionProvider(database.owner()::getConnection)
                    .transactionManager(NoTransactionManager.instance())
                    .eventSerializer(serializer)
                    .snapshotSerializer(serializer)
                    .persistenceExceptionResolver(none)
                    .build();
            engine.createSchema(PostgresEventTableFactory.INSTANCE);
            engine.appendEvents(new GenericDomainEventMessage<>("tally", "first", 0, "first"));
            TrackingToken afterFirst = engine.readEvents(null, false)
                    .map(TrackedEventMessage::trackingToken)
                    .reduce((earlier, later) -> later)
                    .orElseThrow();

            List<? extends TrackedEventMessage<?>> seen;
            List<? extends TrackedEventMessage<?>> seenLater;
            try (Connection stalled = database.owner().getConnection();
                    Statement statement = stalled.createStatement()) {
                stalled.setAutoCommit(false);
                // A writer takes the next index and stalls before its commit.
                statement.execute("""
                        INSERT INTO DomainEventEntry (eventIdentifier, aggregateIdentifier, sequenceNumber, type,
                               timeStamp, payloadType, payloadRevision, payload, metaData)
                        SELECT 'late', 'late', 0, type, timeStamp, payloadType, payloadRevision, payload, metaData
                        FROM DomainEventEntry
                        """);
                // Another, whose clock is 90 seconds slow, commits the index after it.
                GenericEventMessage.clock = Clock.offset(real, Duration.ofSeconds(-90));
                engine.appendEvents(new GenericDomainEventMessage<>("tally", "slow", 0, "slow"));
                GenericEventMessage.clock = real;

                seen = engine.readEvents(afterFirst, false).toList();
                stalled.commit();
                seenLater =
                        engine.readEvents(seen.getLast().trackingToken(), false).toList();
            }
            assertThat(seen).hasSize(1);
            assertThat(seenLater)
                    .as("the late event is committed, and never read")
                    .isEmpty();
            assertThat(engine.readEvents(null, false)).as("though it is there").hasSize(3);
        } finally {
            GenericEventMessage.clock = real;
        }
    }
}
