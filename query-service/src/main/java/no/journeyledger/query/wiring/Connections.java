package no.journeyledger.query.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import no.journeyledger.query.projection.ViewsSchema;
import no.journeyledger.store.DurabilityCheck;
import no.journeyledger.store.LedgerSchema;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of connections of this service: to read the ledger, to write the views, to read one snapshot of the views, and to
 * record who reads. Opened in an order in which each step can say in one sentence why it fails.
 *
 * @param ledger of the role that reads the ledger
 * @param views of the role that writes the views
 * @param snapshots of the same role, reading only, each transaction seeing one moment
 * @param reads of the role that reads the ledger, to record who reads: apart, so that no question waits for another's
 */
record Connections(HikariDataSource ledger, HikariDataSource views, HikariDataSource snapshots, HikariDataSource reads)
        implements AutoCloseable {

    private static final Pattern PARAMETERS = Pattern.compile("[?].*");
    private static final int CONNECT_SECONDS = 5;
    private static final int LEDGER_CONNECTIONS = 6;
    private static final int VIEWS_CONNECTIONS = 16;
    private static final int SNAPSHOT_CONNECTIONS = 12;
    private static final int READS_CONNECTIONS = 3;

    /** Connects to a database that is migrated and durable. */
    static Connections open(QuerySettings settings) {
        String url = required(settings.db().url(), "LEDGER_DB_URL", "the database's JDBC address");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotOpen(
                    "LEDGER_DB_URL is not the JDBC address of a PostgreSQL database: it begins with jdbc:postgresql://.",
                    null);
        }
        if (settings.owner().isGiven()) {
            migrate(settings, url);
        }
        String password = settings.views().password();
        assertReachable(url, settings.readerUser(), settings.reader().password());
        assertReachable(url, settings.viewsUser(), password);
        HikariDataSource views = new HikariDataSource(pool(url, settings.viewsUser(), password, VIEWS_CONNECTIONS));
        try {
            DurabilityCheck.assertDurable(views);
        } catch (RuntimeException e) {
            views.close();
            throw e;
        }
        HikariConfig snapshots = pool(url, settings.viewsUser(), password, SNAPSHOT_CONNECTIONS);
        snapshots.setPoolName("views-snapshots");
        snapshots.setReadOnly(true);
        snapshots.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return new Connections(
                new HikariDataSource(
                        pool(url, settings.readerUser(), settings.reader().password(), LEDGER_CONNECTIONS)),
                views,
                new HikariDataSource(snapshots),
                new HikariDataSource(
                        pool(url, settings.readerUser(), settings.reader().password(), READS_CONNECTIONS)));
    }

    private static void migrate(QuerySettings settings, String url) {
        String user = settings.owner().userOr("");
        assertReachable(url, user, settings.owner().password());
        try (var owner = new HikariDataSource(pool(url, user, settings.owner().password(), 2))) {
            // Whichever service comes first brings the ledger up to date; the other finds it done.
            LedgerSchema.migrate(
                    owner,
                    new LedgerSchema.Passwords(
                            settings.writer().password(), settings.reader().password()));
            ViewsSchema.migrate(owner, settings.views().password());
        } catch (SQLException e) {
            throw new CannotOpen(
                    "The roles of the views could not be prepared as " + user
                            + ": let that role create roles, or create " + ViewsSchema.WRITER + " and "
                            + ViewsSchema.ANALYST + " beforehand.",
                    e);
        }
    }

    private static HikariConfig pool(String url, String user, @Nullable String password, int connections) {
        var pool = new HikariConfig();
        pool.setPoolName("query-" + user);
        pool.setJdbcUrl(url);
        pool.setDataSourceProperties(properties(user, password));
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(2, connections));
        pool.setConnectionTimeout(TimeUnit.SECONDS.toMillis(CONNECT_SECONDS));
        // It was asked for a connection already; a database that goes away later is answered with 503.
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private static Properties properties(String user, @Nullable String password) {
        var properties = new Properties();
        properties.setProperty("user", user);
        if (password != null && !password.isEmpty()) {
            properties.setProperty("password", password);
        }
        properties.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("ApplicationName", "query-service");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    private static void assertReachable(String url, String user, @Nullable String password) {
        try (Connection connection = DriverManager.getConnection(url, properties(user, password))) {
            if (!connection.isValid(CONNECT_SECONDS)) {
                throw new SQLException("the connection is not valid");
            }
        } catch (SQLException e) {
            throw new CannotOpen(
                    "The ledger's database at " + PARAMETERS.matcher(url).replaceFirst("")
                            + " cannot be reached as " + user
                            + ": start it, or correct LEDGER_DB_URL and the role's user and password.",
                    e);
        }
    }

    static String required(@Nullable String setting, String name, String meaning) {
        if (setting == null || setting.isBlank()) {
            throw new CannotOpen("The setting " + name + " is missing: it names " + meaning + ".", null);
        }
        return setting;
    }

    @Override
    public void close() {
        reads.close();
        snapshots.close();
        views.close();
        ledger.close();
    }
}
