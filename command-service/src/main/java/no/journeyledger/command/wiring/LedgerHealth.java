package no.journeyledger.command.wiring;

import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.LedgerUnavailable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready as long as the ledger answers. */
@Component("ledgerHealthIndicator")
class LedgerHealth implements HealthIndicator {

    private final LedgerReader reader;

    LedgerHealth(LedgerReader reader) {
        this.reader = reader;
    }

    @Override
    public Health health() {
        try {
            return Health.up().withDetail("position", reader.head()).build();
        } catch (LedgerUnavailable e) {
            return Health.down().build();
        }
    }
}
