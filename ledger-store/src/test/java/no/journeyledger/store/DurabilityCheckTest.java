package no.journeyledger.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import no.journeyledger.store.testing.LedgerTestDatabase;
import org.junit.jupiter.api.Test;

class DurabilityCheckTest {

    @Test
    void a_durable_database_is_accepted() {
        try (var database = LedgerTestDatabase.fresh()) {
            assertThatCode(() -> DurabilityCheck.assertDurable(database.writer()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_database_that_may_lose_what_was_acknowledged_is_refused_in_one_sentence() throws IOException {
        // The embedded library's own defaults.
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            assertThatThrownBy(() -> DurabilityCheck.assertDurable(postgres.getPostgresDatabase()))
                    .isInstanceOf(NotDurable.class)
                    .hasMessageStartingWith("The ledger refuses to start: PostgreSQL runs with fsync")
                    .hasMessageContaining("synchronous_commit");
        }
    }
}
