package no.journeyledger.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Peer T: the stock framework's JDBC store, tuned with what its own documentation offers. Payloads are {@code bytea} in
 * JSON without nulls, the final empty read of an aggregate's stream is avoided, connections come from a pool sized for
 * the load, and there is a transaction per command, as the framework wants it.
 */
final class TunedStore implements AutoCloseable {

    private static final int BATCH = 1_000;

    private final HikariDataSource source;
    private final TransactionManager transactions;
    private final ConnectionProvider connections;
    private final Serializer serializer;
    private final JdbcEventStorageEngine engine;
    private final EmbeddedEventStore events;

    TunedStore(String url, String user, int pool) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(pool);
        this.source = new HikariDataSource(config);
        this.transactions = new SpringTransactionManager(new DataSourceTransactionManager(source));
        this.connections = new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(source));
        this.serializer = Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(mapper -> mapper.changeDefaultPropertyInclusion(
                        old -> old.withValueInclusion(JsonInclude.Include.NON_NULL)))
                .lenientDeserialization()
                .build();
        PersistenceExceptionResolver uniqueness = new JdbcSQLErrorCodesResolver();
        this.engine = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .persistenceExceptionResolver(uniqueness)
                .dataType(byte[].class)
                .batchSize(BATCH)
                .finalAggregateBatchPredicate(batch -> batch.size() < BATCH)
                .build();
        this.events = EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    void createTables() {
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        transactions.executeInTransaction(() -> tokens().createSchema(PostgresTokenTableFactory.INSTANCE));
    }

    void createTimeline() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TunedTimeline.TABLE);
        }
    }

    JdbcTokenStore tokens() {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .contentType(byte[].class)
                .build();
    }

    EmbeddedEventStore events() {
        return events;
    }

    TransactionManager transactions() {
        return transactions;
    }

    /** A connection of the current transaction. */
    Connection connection() throws SQLException {
        return connections.getConnection();
    }

    /** Records events past every command handler: for giving a citizen a long history quickly. */
    void append(List<? extends DomainEventMessage<?>> history) {
        for (int from = 0; from < history.size(); from += BATCH) {
            List<? extends DomainEventMessage<?>> batch = history.subList(from, Math.min(history.size(), from + BATCH));
            transactions.executeInTransaction(() -> engine.appendEvents(batch));
        }
    }

    @Override
    public void close() {
        events.shutDown();
        source.close();
    }
}
