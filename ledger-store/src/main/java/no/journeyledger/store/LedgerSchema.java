package no.journeyledger.store;

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
 * Creates and upgrades schema {@code ledger}, schema {@code reads} for the log of who read, and the roles that use them.
 *
 * <p>The roles are login roles with fixed names: {@value #WRITER} may execute the append and read, nothing else;
 * {@value #READER} may read events; {@value #SEALER} may read events and append to the log. They are created when they are missing. On an embedded PostgreSQL that trusts
 * loopback they need no password. For a given PostgreSQL the deployer passes passwords (from the environment), which are
 * set at every migration and leave this process only as SCRAM verifiers; or creates the roles beforehand and passes
 * {@link Passwords#NONE}. The owner role needs {@code CREATE} on the database, and {@code CREATEROLE} when it shall
 * create the roles.
 */
public final class LedgerSchema {

    /** The role of the command side. */
    public static final String WRITER = "ledger_writer";

    /** The role of everybody else who reads events. */
    public static final String READER = "ledger_reader";

    /** The role that seals the ledger: it may read events and append to the log, nothing else. */
    public static final String SEALER = "ledger_sealer";

    private LedgerSchema() {}

    /**
     * Passwords of the roles.
     *
     * @param writer of {@value #WRITER}, {@code null} to leave it as it is
     * @param reader of {@value #READER}, {@code null} to leave it as it is
     * @param sealer of {@value #SEALER}, {@code null} to leave it as it is
     */
    public record Passwords(
            @Nullable String writer,
            @Nullable String reader,
            @Nullable String sealer) {

        /** Leaves all as they are. */
        public static final Passwords NONE = new Passwords(null, null, null);

        /** Leaves the sealer's as it is. */
        public Passwords(@Nullable String writer, @Nullable String reader) {
            this(writer, reader, null);
        }

        /** Never shows them. */
        @Override
        public String toString() {
            return "Passwords[hidden]";
        }
    }

    /** Migrates and leaves passwords as they are. */
    public static void migrate(DataSource owner) {
        migrate(owner, Passwords.NONE);
    }

    /**
     * Brings the schema to the newest version; does nothing when it is there already. Safe to call from several processes
     * at once.
     *
     * @throws LedgerUnavailable when the database cannot be reached or the owner may not do it
     */
    public static void migrate(DataSource owner, Passwords passwords) {
        try (Connection connection = owner.getConnection()) {
            ensureRole(connection, WRITER, passwords.writer());
            ensureRole(connection, READER, passwords.reader());
            ensureRole(connection, SEALER, passwords.sealer());
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger's roles could not be prepared", e);
        }
        migrate(owner, "ledger");
        migrate(owner, "reads");
    }

    private static void migrate(DataSource owner, String schema) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .table("schema_history")
                .locations("classpath:db/" + schema)
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    private static void ensureRole(Connection connection, String role, @Nullable String password) throws SQLException {
        if (!exists(connection, role)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE " + role + " LOGIN");
                if (!role.equals(READER)) {
                    // An append holds the one lock of the ledger (or of the log): it must never hold it for long.
                    statement.execute("ALTER ROLE " + role + " SET transaction_timeout = '10s'");
                    statement.execute("ALTER ROLE " + role + " SET synchronous_commit = 'on'");
                }
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
