package no.journeyledger.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Creates and upgrades schema {@code views} and its roles, in the same way as the ledger's own schema: the login role
 * {@value #WRITER} is created when it is missing and given a password when one is passed, and {@value #ANALYST} is created
 * without one. Neither has a right on the ledger.
 */
public final class ViewsSchema {

    /** The role of the projections and of the queries over their tables. */
    public static final String WRITER = "ledger_views";

    /** The role for people who analyse with SQL: reads the documented views for analysts and nothing else. */
    public static final String ANALYST = "ledger_analyst";

    private ViewsSchema() {}

    /**
     * Brings the schema to the newest version. Safe to call from several processes at once.
     *
     * @param owner connections of the role that owns the schema
     * @param password of {@value #WRITER}, {@code null} to leave it as it is
     * @throws SQLException when the role cannot be prepared
     */
    public static void migrate(DataSource owner, @Nullable String password) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            ensureRole(connection, WRITER, password);
            // It has no password until whoever runs the database gives it one.
            ensureRole(connection, ANALYST, null);
        }
        Flyway.configure()
                .dataSource(owner)
                .schemas("views")
                .defaultSchema("views")
                .createSchemas(true)
                .table("schema_history")
                .locations("classpath:db/views")
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    private static void ensureRole(Connection connection, String role, @Nullable String password) throws SQLException {
        if (!exists(connection, role)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE " + role + " LOGIN");
            } catch (SQLException e) {
                // Roles belong to the whole cluster: another process may have created it in between.
                if (!exists(connection, role)) {
                    throw e;
                }
            }
        }
        if (password != null) {
            connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
        }
    }

    private static boolean exists(Connection connection, String role) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
            statement.setString(1, role);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
