package no.journeyledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import no.journeyledger.store.testing.LedgerTestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerSchemaTest {

    private final LedgerTestDatabase database = LedgerTestDatabase.fresh();

    @BeforeEach
    void recordOneEvent() {
        var codec = new EventCodec(Tallies.catalogue());
        var types = new TypeRegistry(database.writer());
        types.register(codec.catalogue());
        try (var appender = new LedgerAppender(
                database.writer(),
                new PushHub(),
                AppendSettings.standard(),
                new io.micrometer.core.instrument.simple.SimpleMeterRegistry())) {
            appender.append(Tallies.counted(codec, types, UUID.randomUUID(), 0, 1));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO ledger.event SELECT 2, uuidv7(), 0, uuidv7(), 1, now(), '', ''",
                "UPDATE ledger.event SET payload = ''",
                "DELETE FROM ledger.event",
                "TRUNCATE ledger.event",
                "INSERT INTO ledger.snapshot VALUES (uuidv7(), 0, 'State', 1, '', '')",
                "INSERT INTO ledger.event_type VALUES (99, 'a.b', 1)",
                "DELETE FROM ledger.idempotency",
                "ALTER TABLE ledger.event DISABLE TRIGGER append_only",
                "CREATE TABLE ledger.other (id int)"
            })
    void the_writer_role_may_append_and_read_and_nothing_else(String sql) {
        assertThatThrownBy(() -> execute(database.writer(), sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ledger.register_event_type('a.b', 1)",
                "SELECT ledger.settle()",
                "SELECT * FROM ledger.idempotency",
                "SELECT * FROM ledger.snapshot",
                "DELETE FROM ledger.event"
            })
    void the_reader_role_may_read_events_and_nothing_else(String sql) throws SQLException {
        execute(database.reader(), "SELECT * FROM ledger.event");
        assertThatThrownBy(() -> execute(database.reader(), sql))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UPDATE ledger.event SET payload = ''", "DELETE FROM ledger.event", "TRUNCATE ledger.event"})
    void even_a_superuser_is_refused_to_change_history(String sql) {
        assertThatThrownBy(() -> execute(database.owner(), sql)).hasMessageContaining("the ledger is append-only");
    }

    @Test
    void migrating_again_changes_nothing_and_sets_given_passwords_without_showing_them() throws SQLException {
        var passwords = new LedgerSchema.Passwords("a secret", null);
        LedgerSchema.migrate(database.owner(), passwords);
        assertThat(passwords.toString()).doesNotContain("secret");
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT rolpassword FROM pg_authid WHERE rolname = '" + LedgerSchema.WRITER + "'")) {
            rows.next();
            assertThat(rows.getString(1)).startsWith("SCRAM-SHA-256$");
        }
    }

    @Test
    void an_append_outside_read_committed_is_refused() {
        assertThatThrownBy(() -> {
                    try (Connection connection = database.writer().getConnection()) {
                        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("SELECT ledger.append('{}','{}','{}','{}','{}','{}','{}','{}','{}','{}',"
                                    + "'{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}','{}')");
                        }
                    }
                })
                .hasMessageContaining("needs read committed");
    }

    @Test
    void a_type_gets_its_number_once_and_a_reader_learns_of_it_when_it_meets_it() {
        var reader = new TypeRegistry(database.reader());
        var first = new TypeRegistry(database.writer());
        var second = new TypeRegistry(database.writer());
        first.register(Tallies.catalogue());
        second.register(Tallies.catalogue());
        for (LogicalTypeName type : Tallies.catalogue().types()) {
            assertThat(second.idOf(type)).isEqualTo(first.idOf(type));
            assertThat(reader.find(first.idOf(type))).isEqualTo(type);
        }
        assertThat(reader.find(99)).isNull();
    }

    private static void execute(DataSource role, String sql) throws SQLException {
        try (Connection connection = role.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
