package no.journeyledger.store.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.journeyledger.store.LedgerSchema;
import org.jspecify.annotations.Nullable;

/**
 * A fresh, migrated database with an empty ledger. All of them live in one embedded PostgreSQL per test run, which flushes
 * like a real one. Close it to end its connections.
 */
public final class LedgerTestDatabase implements AutoCloseable {

    private static final String OWNER = "postgres";
    private static final String TEMPLATE = "ledger_template";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private final EmbeddedPostgres postgres;
    private final String name;
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final DataSource owner;
    private final DataSource writer;
    private final DataSource reader;

    private LedgerTestDatabase(EmbeddedPostgres postgres, String name) {
        this.postgres = postgres;
        this.name = name;
        this.owner = pool(OWNER);
        this.writer = pool(LedgerSchema.WRITER);
        this.reader = pool(LedgerSchema.READER);
    }

    /** Another empty ledger. */
    public static LedgerTestDatabase fresh() {
        EmbeddedPostgres running = server();
        String name = "ledger_" + COUNT.incrementAndGet();
        execute(running.getPostgresDatabase(), "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return new LedgerTestDatabase(running, name);
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                Path data = Files.createTempDirectory("ledger-test");
                EmbeddedPostgres started = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setRegisterShutdownHook(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "300")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(data)));
                execute(started.getPostgresDatabase(), "CREATE DATABASE " + TEMPLATE);
                LedgerSchema.migrate(started.getDatabase(OWNER, TEMPLATE));
                server = started;
            } catch (IOException e) {
                throw new UncheckedIOException("the embedded PostgreSQL does not start", e);
            }
        }
        return server;
    }

    /** An orderly stop would first flush every test's database; nobody will read them again. */
    private static void discard(Path data) {
        try {
            long server = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            ProcessHandle.of(server).ifPresent(handle -> {
                stopAtOnce(handle);
                handle.onExit().completeOnTimeout(handle, 10, TimeUnit.SECONDS).join();
            });
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // A leftover in the temporary folder harms nobody.
        }
    }

    /** PostgreSQL's immediate shutdown, which gives its shared memory back. */
    private static void stopAtOnce(ProcessHandle server) {
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(server.pid())).start();
        } catch (IOException e) {
            server.destroyForcibly();
        }
    }

    /** Connections of the owner, a superuser. */
    public DataSource owner() {
        return owner;
    }

    /** Connections of the writer role. */
    public DataSource writer() {
        return writer;
    }

    /** Connections of the reader role. */
    public DataSource reader() {
        return reader;
    }

    /** The JDBC address for a role, e.g. for a process of its own. */
    public String jdbcUrl(String role) {
        return postgres.getJdbcUrl(role, name);
    }

    /** The port the server listens on, on loopback. */
    public int port() {
        return postgres.getPort();
    }

    /** The database's name. */
    public String name() {
        return name;
    }

    /** Executes a statement as the owner. */
    public void asOwner(String sql) {
        execute(owner, sql);
    }

    private DataSource pool(String role) {
        var config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl(role));
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setPoolName(name + "-" + role);
        var pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    private static void execute(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }
}
