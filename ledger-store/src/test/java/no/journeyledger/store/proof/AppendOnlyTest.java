package no.journeyledger.store.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import no.journeyledger.store.proof.Finding.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three walls around history: the writer's grants, the trigger, and for whoever climbs over both, the log. */
class AppendOnlyTest {

    private static final List<String> CHANGES = List.of(
            "UPDATE ledger.event SET payload = '' WHERE position = 7",
            "DELETE FROM ledger.event WHERE position = 7",
            "TRUNCATE ledger.event",
            "UPDATE ledger.log_leaf SET entries = ''",
            "DELETE FROM ledger.log_checkpoint",
            "UPDATE ledger.event_type SET name = 'a.b'");

    @TempDir
    Path folder;

    private SealedLedger ledger;

    @BeforeEach
    void open() throws Exception {
        ledger = new SealedLedger(folder);
        ledger.recordAndSeal(20, 2, 1);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void the_writer_is_refused_by_its_grants_and_if_they_were_given_away_by_the_trigger() {
        for (String change : CHANGES) {
            assertRefused(ledger.database.writer(), change, "permission denied");
        }
        ledger.database.asOwner("GRANT ALL ON ALL TABLES IN SCHEMA ledger TO ledger_writer");
        for (String change : CHANGES) {
            assertRefused(ledger.database.writer(), change, "the ledger is append-only");
        }
    }

    @Test
    void a_superuser_is_refused_by_the_trigger_and_found_by_the_log_when_it_is_switched_off() throws Exception {
        for (String change : CHANGES) {
            assertRefused(ledger.database.owner(), change, "the ledger is append-only");
        }
        assertThat(Verified.of(ledger).findings()).as("nothing was changed").isEmpty();

        ledger.database.asOwner("ALTER TABLE ledger.event DISABLE TRIGGER append_only");
        ledger.database.asOwner("UPDATE ledger.event SET payload = payload || ' ' WHERE position = 7");
        ledger.database.asOwner("ALTER TABLE ledger.event ENABLE TRIGGER append_only");
        // The control: to the database itself everything is as it should be.
        assertThat(ledger.number("SELECT count(*) FROM ledger.event")).isEqualTo(20);
        assertThat(ledger.number("SELECT max(position) FROM ledger.event")).isEqualTo(20);
        assertThat(Verified.of(ledger).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.EVENT_ALTERED);
            assertThat(finding.position()).isEqualTo(7);
            assertThat(finding.sentence()).contains("payload");
        });
    }

    private static void assertRefused(DataSource role, String sql, String why) {
        assertThatThrownBy(() -> {
                    try (Connection connection = role.getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }
}
