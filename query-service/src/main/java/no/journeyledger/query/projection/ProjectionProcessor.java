package no.journeyledger.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.SerializedObject;

/**
 * One projection at work on this instance: Axon's pooled processor with one segment, so that one instance at a time runs
 * the projection and another takes it over when that one is gone.
 */
public final class ProjectionProcessor {

    /** Large enough to spread a commit over many events; a batch holds only what has arrived. */
    private static final int BATCH = 1_000;

    private static final long CLAIM_INTERVAL_MILLIS = 1_000;
    private static final long EXTEND_CLAIM_AFTER_MILLIS = 2_000;

    private final Projection projection;
    private final ProjectionWriter writer;
    private final ViewsTransactions transactions;
    private final JdbcTokenStore tokens;
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService worker;
    private final PooledStreamingEventProcessor processor;

    ProjectionProcessor(
            Projection projection,
            StreamableMessageSource<TrackedEventMessage<?>> ledger,
            ViewsTransactions transactions,
            JdbcTokenStore tokens,
            Progress progress) {
        this.projection = projection;
        this.writer = new ProjectionWriter(projection);
        this.transactions = transactions;
        this.tokens = tokens;
        this.coordinator = new PromptCoordinator(projection.name());
        this.worker = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform()
                        .name("projection-" + projection.name())
                        .daemon()
                        .factory());
        this.processor = PooledStreamingEventProcessor.builder()
                .name(projection.name())
                .eventHandlerInvoker(new ProjectionInvoker(writer, transactions.views(), progress))
                .errorHandler(PropagatingErrorHandler.INSTANCE)
                .messageSource(ledger)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .initialToken(source -> new GlobalSequenceTrackingToken(0))
                .batchSize(BATCH)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(EXTEND_CLAIM_AFTER_MILLIS)
                .build();
    }

    /** What it runs. */
    public Projection projection() {
        return projection;
    }

    ProjectionWriter writer() {
        return writer;
    }

    /** Whether this instance takes part (it may wait for another instance's claim). */
    public boolean isRunning() {
        return processor.isRunning();
    }

    /** Whether the last tries failed. */
    public boolean isError() {
        return processor.isError();
    }

    void start() {
        transactions.run(writer::register);
        processor.start();
    }

    void stop() {
        processor.shutDown();
    }

    void close() {
        stop();
        coordinator.shutdownNow();
        worker.shutdownNow();
    }

    /** Lets the projection go on after another position, in the caller's transaction; it must not be running here. */
    void moveToken(Connection connection, long position) throws SQLException {
        SerializedObject<byte[]> token =
                tokens.serializer().serialize(new GlobalSequenceTrackingToken(position), byte[].class);
        try (var statement = connection.prepareStatement(
                "UPDATE views.token_entry SET token = ?, token_type = ?, owner = NULL WHERE processor_name = ?")) {
            statement.setBytes(1, token.getData());
            statement.setString(2, token.getType().getName());
            statement.setString(3, projection.name());
            statement.executeUpdate();
        }
    }

    /** A name for this instance in the token store, different for every context of every process. */
    static String nodeId() {
        return UUID.randomUUID().toString();
    }

    /** For a test that puts the writer through its paces by itself. */
    DataSource views() {
        return transactions.views();
    }
}
