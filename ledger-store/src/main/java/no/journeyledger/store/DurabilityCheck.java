package no.journeyledger.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Asks the database at start whether an acknowledged append survives a crash and a power cut. */
public final class DurabilityCheck {

    private static final Set<String> DURABLE_COMMIT = Set.of("on", "local", "remote_write", "remote_apply");

    private DurabilityCheck() {}

    /**
     * Refuses a database that may lose acknowledged appends. Ask with the writer's own connections: the settings can
     * differ by role.
     *
     * @throws NotDurable when fsync, synchronous_commit, full_page_writes or data checksums are off, in one sentence
     * @throws LedgerUnavailable when the database cannot be asked
     */
    public static void assertDurable(DataSource writer) {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = writer.getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : List.of("fsync", "full_page_writes", "data_checksums")) {
                if (!show(statement, setting).equals("on")) {
                    wrong.add(setting);
                }
            }
            if (!DURABLE_COMMIT.contains(show(statement, "synchronous_commit"))) {
                wrong.add("synchronous_commit");
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("the database could not be asked for its durability settings", e);
        }
        if (!wrong.isEmpty()) {
            throw new NotDurable("The ledger refuses to start: PostgreSQL runs with " + String.join(", ", wrong)
                    + " off, so it could lose what was already acknowledged; switch it on"
                    + (wrong.contains("data_checksums") ? " (data_checksums: pg_checksums --enable)" : "") + ".");
        }
    }

    private static String show(Statement statement, String setting) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
