package no.journeyledger.command.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import no.journeyledger.store.DurabilityCheck;
import no.journeyledger.store.LedgerSchema;
import no.journeyledger.store.personal.KeyEncryptionKey;
import org.jspecify.annotations.Nullable;

/**
 * Opens the ledger in an order in which each step can say in one sentence why it fails: the keys, the database, its
 * schema, its durability. Only then are connections pooled.
 */
final class LedgerOpening {

    private static final Pattern PARAMETERS = Pattern.compile("[?].*");
    private static final int CONNECT_SECONDS = 5;
    private static final int CONNECTIONS = 12;
    private static final int SEALER_CONNECTIONS = 4;

    private LedgerOpening() {}

    static KeyEncryptionKey keyEncryptionKey(LedgerSettings settings) {
        return KeyEncryptionKey.load(
                Path.of(required(settings.kek().file(), "LEDGER_KEK_FILE", "the file of the key-encryption key")));
    }

    static Path keysFolder(LedgerSettings settings) {
        return Path.of(required(settings.keys().dir(), "LEDGER_KEYS_DIR", "the folder of the persons' keys"));
    }

    /** Connections of the writer role, to a ledger that is migrated and durable. */
    static HikariDataSource writer(LedgerSettings settings) {
        String url = required(settings.db().url(), "LEDGER_DB_URL", "the database's JDBC address");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotOpen(
                    "LEDGER_DB_URL is not the JDBC address of a PostgreSQL database: it begins with jdbc:postgresql://.",
                    null);
        }
        if (settings.owner().isGiven()) {
            String user = settings.owner().userOr("");
            assertReachable(url, user, settings.owner().password());
            try (var owner = pool(url, user, settings.owner().password(), 2)) {
                LedgerSchema.migrate(
                        owner,
                        new LedgerSchema.Passwords(
                                settings.writer().password(),
                                settings.reader().password(),
                                settings.sealer().password()));
            }
        }
        assertReachable(url, settings.writerUser(), settings.writer().password());
        HikariDataSource writer =
                pool(url, settings.writerUser(), settings.writer().password(), CONNECTIONS);
        try {
            DurabilityCheck.assertDurable(writer);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
        return writer;
    }

    /** Connections of the sealer role, to a ledger that the writer has opened. */
    static HikariDataSource sealer(LedgerSettings settings) {
        String url = required(settings.db().url(), "LEDGER_DB_URL", "the database's JDBC address");
        assertReachable(url, settings.sealerUser(), settings.sealer().password());
        return pool(url, settings.sealerUser(), settings.sealer().password(), SEALER_CONNECTIONS);
    }

    private static HikariDataSource pool(String url, String user, @Nullable String password, int connections) {
        var pool = new HikariConfig();
        pool.setPoolName("ledger-" + user);
        pool.setJdbcUrl(url);
        pool.setDataSourceProperties(properties(user, password));
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(Math.min(2, connections));
        pool.setConnectionTimeout(TimeUnit.SECONDS.toMillis(CONNECT_SECONDS));
        // It was asked for a connection already; a database that goes away later is answered with 503.
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }

    private static Properties properties(String user, @Nullable String password) {
        var properties = new Properties();
        properties.setProperty("user", user);
        if (password != null && !password.isEmpty()) {
            properties.setProperty("password", password);
        }
        properties.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("ApplicationName", "command-service");
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
                    "The ledger's database at "
                            + PARAMETERS.matcher(url).replaceFirst("")
                            + " cannot be reached as "
                            + user
                            + ": start it, or correct LEDGER_DB_URL and the role's user and password.",
                    e);
        }
    }

    private static String required(@Nullable String setting, String name, String meaning) {
        if (setting == null || setting.isBlank()) {
            throw new CannotOpen("The setting " + name + " is missing: it names " + meaning + ".", null);
        }
        return setting;
    }
}
