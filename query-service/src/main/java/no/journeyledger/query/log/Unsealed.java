package no.journeyledger.query.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.LedgerUnavailable;
import no.journeyledger.store.proof.LogTables;
import no.journeyledger.store.proof.LogUnreadable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How long the oldest event has waited for a checkpoint: whichever instance seals, and whether anything happens or not,
 * more than a few seconds means that sealing stands still.
 */
@Component("logHealthIndicator")
class Unsealed implements HealthIndicator {

    private static final Duration TOO_LONG = Duration.ofSeconds(30);

    private final LogTables tables;
    private final LedgerReader reader;
    private final Clock clock;

    Unsealed(LogTables tables, LedgerReader reader, Clock clock, MeterRegistry meters) {
        this.tables = tables;
        this.reader = reader;
        this.clock = clock;
        Gauge.builder("ledger.log.unsealed.seconds", this, Unsealed::secondsOrUnknown)
                .description("age of the oldest event that no checkpoint covers yet")
                .baseUnit("seconds")
                .register(meters);
    }

    private double secondsOrUnknown() {
        try {
            return seconds();
        } catch (LogUnreadable | LedgerUnavailable e) {
            return Double.NaN;
        }
    }

    private double seconds() {
        List<EncodedEvent> waiting = reader.readAfter(tables.sealedTo(), 1);
        return waiting.isEmpty()
                ? 0
                : Math.max(
                        0,
                        Duration.between(waiting.getFirst().recordedAt(), clock.instant())
                                        .toMillis()
                                / 1e3);
    }

    @Override
    public Health health() {
        try {
            double seconds = seconds();
            Health.Builder health = seconds < TOO_LONG.toSeconds() ? Health.up() : Health.status("DEGRADED");
            return health.withDetail("sealedTo", tables.sealedTo())
                    .withDetail("oldestUnsealedSeconds", seconds)
                    .build();
        } catch (LogUnreadable | LedgerUnavailable e) {
            return Health.down()
                    .withDetail("failure", e.getClass().getSimpleName())
                    .build();
        }
    }
}
