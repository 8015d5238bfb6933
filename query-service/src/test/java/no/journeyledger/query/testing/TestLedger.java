package no.journeyledger.query.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import no.journeyledger.events.Actor;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.query.projection.ViewsSchema;
import no.journeyledger.store.Append;
import no.journeyledger.store.AppendSettings;
import no.journeyledger.store.Appended;
import no.journeyledger.store.EventCatalogue;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LedgerAppender;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.LedgerSchema;
import no.journeyledger.store.NewEvent;
import no.journeyledger.store.PushHub;
import no.journeyledger.store.TypeRegistry;
import no.journeyledger.store.axon.LedgerEventSource;
import no.journeyledger.store.upcasters.KnownEvents;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real, durable ledger of its own for one test, with the views beside it, in the one PostgreSQL of this JVM. */
public final class TestLedger implements AutoCloseable {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** Whoever acts when a test does not say. */
    public static final UUID WORKER = UUID.fromString("00000000-0000-7000-8000-0000000000f1");

    /** The service that worker belongs to. */
    public static final UUID SERVICE = UUID.fromString("00000000-0000-7000-8000-0000000000f2");

    /** When everything took effect when a test does not say. */
    public static final Instant EFFECTIVE = Instant.parse("2026-01-05T09:00:00Z");

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_buffers", "256MB")
                        .setServerConfig("max_wal_size", "4GB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final String url;
    private final List<Runnable> open = new ArrayList<>();
    private final DataSource owner;
    private final DataSource writer;
    private final DataSource reader;
    private final DataSource views;
    private final EventCatalogue catalogue;
    private final EventCodec codec;
    private final TypeRegistry types;
    private final PushHub hub = new PushHub();
    private final LedgerAppender appender;
    private final Map<UUID, Long> sequences = new ConcurrentHashMap<>();

    public TestLedger() {
        this(KnownEvents.catalogue());
    }

    /** A ledger written by a version that knows other events. */
    public TestLedger(EventCatalogue catalogue) {
        String database = "query_" + DATABASES.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.url = "jdbc:postgresql://127.0.0.1:" + Server.POSTGRES.getPort() + "/" + database;
        this.owner = pool("postgres", 2);
        LedgerSchema.migrate(owner);
        try {
            ViewsSchema.migrate(owner, null);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.writer = pool(LedgerSchema.WRITER, 3);
        this.reader = pool(LedgerSchema.READER, 12);
        this.views = pool(ViewsSchema.WRITER, 12);
        this.catalogue = catalogue;
        this.codec = new EventCodec(catalogue);
        this.types = new TypeRegistry(writer);
        types.register(catalogue);
        this.appender = new LedgerAppender(writer, hub, AppendSettings.standard(), new SimpleMeterRegistry());
        closing(appender::close);
    }

    private HikariDataSource pool(String user, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        var pool = new HikariDataSource(config);
        closing(pool::close);
        return pool;
    }

    /** A connection of some other role. */
    public java.sql.Connection connectionAs(String role) throws SQLException {
        return java.sql.DriverManager.getConnection(url, role, "");
    }

    /** Is done when this ledger closes; what was opened last closes first. */
    public void closing(Runnable close) {
        open.addFirst(close);
    }

    public String url() {
        return url;
    }

    public DataSource owner() {
        return owner;
    }

    public DataSource views() {
        return views;
    }

    public EventCodec codec() {
        return codec;
    }

    public PushHub hub() {
        return hub;
    }

    /** Records events on one aggregate, in one append. */
    public Appended append(UUID aggregate, LedgerEvent... events) {
        return append(Map.of(aggregate, List.of(events)));
    }

    /** Records events on several aggregates, in one append. */
    public Appended append(Map<UUID, List<LedgerEvent>> events) {
        var appends = new ArrayList<NewEvent>();
        events.forEach((aggregate, list) -> list.forEach(event -> appends.add(encode(aggregate, event))));
        return appender.append(Append.of(appends));
    }

    /** Records an event that took effect at some moment, as entered late. */
    public Appended append(Instant effectiveAt, UUID aggregate, LedgerEvent event) {
        return append(metadata(metadata().actor(), effectiveAt), aggregate, event);
    }

    /** Records an event that somebody else than a worker without a name caused. */
    public Appended append(EventMetadata metadata, UUID aggregate, LedgerEvent event) {
        return appender.append(Append.of(List.of(encode(aggregate, event, metadata))));
    }

    /** The context of what somebody does. */
    public static EventMetadata metadata(Actor actor, Instant effectiveAt) {
        return new EventMetadata("0000", actor, null, null, effectiveAt, new UUID(0, 1), new UUID(0, 2));
    }

    /**
     * Lets the events have been recorded at other moments than they were, which only the owner of the database can do and
     * only by setting aside what keeps the ledger from being altered.
     */
    public void recorded(Map<Long, Instant> moments) {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var update =
                        connection.prepareStatement("UPDATE ledger.event SET recorded_at = ? WHERE position = ?")) {
            statement.execute("SET session_replication_role = replica");
            for (var moment : moments.entrySet()) {
                update.setObject(1, moment.getValue().atOffset(ZoneOffset.UTC));
                update.setLong(2, moment.getKey());
                update.executeUpdate();
            }
            statement.execute("SET session_replication_role = DEFAULT");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private NewEvent encode(UUID aggregate, LedgerEvent event) {
        return encode(aggregate, event, metadata());
    }

    private NewEvent encode(UUID aggregate, LedgerEvent event, EventMetadata metadata) {
        long sequence = sequences.merge(aggregate, 0L, (before, zero) -> before + 1);
        return new NewEvent(
                aggregate,
                sequence,
                new UUID(aggregate.getMostSignificantBits(), sequence),
                types.idOf(catalogue.nameOf(event.getClass())),
                codec.encode(event),
                codec.encode(metadata));
    }

    /** The context of everything a test appends. */
    public static EventMetadata metadata() {
        return metadata(new Actor(WORKER, Actor.Kind.WORKER, SERVICE, null), EFFECTIVE);
    }

    /** Connections of the role that seals the log. */
    public DataSource sealer() {
        return pool(LedgerSchema.SEALER, 3);
    }

    /** A reader with the reader's role. */
    public LedgerReader reader(EventCatalogue known) {
        return new LedgerReader(reader, new EventCodec(known), new TypeRegistry(reader));
    }

    public LedgerReader reader() {
        return reader(catalogue);
    }

    /** A source of events for projections, pushed by this ledger's appender. */
    public LedgerEventSource source() {
        return source(reader());
    }

    public LedgerEventSource source(LedgerReader from) {
        var source = new LedgerEventSource(from, hub, Duration.ofMillis(100), new SimpleMeterRegistry());
        closing(source::close);
        return source;
    }

    public JdbcClient sql() {
        return JdbcClient.create(owner);
    }

    /** Every row of a table of the views, in full, in the order of its key. */
    public List<String> rows(String table) {
        return sql().sql("SELECT to_json(t)::text FROM views." + table + " t ORDER BY 1")
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        open.forEach(Runnable::run);
    }
}
