package no.journeyledger.query.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.journeyledger.query.economics.Summary;
import no.journeyledger.query.projection.Projections;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How far each projection is behind the ledger, in positions, and in seconds since the first event it has not applied was
 * recorded. Looked up when somebody asks, at most twice a second.
 */
@Component
class Lag {

    private static final Logger log = LoggerFactory.getLogger(Lag.class);
    private static final Duration FRESH = Duration.ofMillis(500);

    /**
     * How far one projection is behind.
     *
     * @param position where it stands
     * @param head where the ledger stands
     * @param seconds age of the first event not applied, 0 when there is none
     * @param deadLetters how many events it has parked
     */
    record Behind(long position, long head, double seconds, long deadLetters) {

        long positions() {
            return Math.max(0, head - position);
        }
    }

    /** The name under which the summary of the portfolio stands beside the projections it is added up from. */
    private static final String SUMMARY = "portfolio-summary";

    private final Projections projections;
    private final Summary summary;
    private final LedgerReader reader;
    private final Clock clock;
    private @Nullable Map<String, Behind> last;
    private long lookedNanos;

    Lag(Projections projections, Summary summary, LedgerReader reader, Clock clock, MeterRegistry meters) {
        this.projections = projections;
        this.summary = summary;
        Gauge.builder("ledger.summary.lag.positions", () -> gauge(SUMMARY).positions())
                .description("positions this instance's summary of the portfolio is behind the ledger")
                .register(meters);
        Gauge.builder("ledger.summary.lag.seconds", () -> gauge(SUMMARY).seconds())
                .description("age of the first event that is not in this instance's summary of the portfolio")
                .register(meters);
        this.reader = reader;
        this.clock = clock;
        for (String name : projections.names()) {
            Gauge.builder("ledger.projection.lag.positions", () -> gauge(name).positions())
                    .description("positions a projection is behind the ledger")
                    .tag("projection", name)
                    .register(meters);
            Gauge.builder("ledger.projection.lag.seconds", () -> gauge(name).seconds())
                    .description("age of the first event a projection has not applied")
                    .tag("projection", name)
                    .register(meters);
            Gauge.builder("ledger.dead.letters", () -> gauge(name).deadLetters())
                    .description("events a projection has parked")
                    .tag("projection", name)
                    .register(meters);
        }
    }

    private Behind gauge(String name) {
        try {
            return of(name);
        } catch (RuntimeException e) {
            log.debug("the lag cannot be looked up now", e);
            return new Behind(0, 0, Double.NaN, 0);
        }
    }

    /** How far this instance's summary of the portfolio is behind. */
    Behind ofSummary() {
        return of(SUMMARY);
    }

    Behind of(String projection) {
        Behind behind = all().get(projection);
        if (behind == null) {
            throw new IllegalArgumentException("no projection " + projection);
        }
        return behind;
    }

    synchronized Map<String, Behind> all() {
        Map<String, Behind> known = last;
        if (known == null || System.nanoTime() - lookedNanos > FRESH.toNanos()) {
            known = look();
            last = known;
            lookedNanos = System.nanoTime();
        }
        return known;
    }

    private Map<String, Behind> look() {
        Map<String, Long> letters = projections.deadLetterCounts();
        // The projections first, the head after: none is ever ahead of it.
        Map<String, Long> positions = projections.progress().positions();
        positions.put(SUMMARY, summary.position().orElse(0L));
        long head = reader.head();
        var behind = new LinkedHashMap<String, Behind>();
        for (String name : projections.names()) {
            behind.put(name, behind(positions.getOrDefault(name, 0L), head, letters.getOrDefault(name, 0L)));
        }
        behind.put(SUMMARY, behind(positions.getOrDefault(SUMMARY, 0L), head, 0));
        return behind;
    }

    private Behind behind(long position, long head, long deadLetters) {
        double seconds = 0;
        if (position < head) {
            List<EncodedEvent> next = reader.readAfter(position, 1);
            if (!next.isEmpty()) {
                long millis = Duration.between(next.getFirst().recordedAt(), clock.instant())
                        .toMillis();
                seconds = Math.max(0, millis) / 1000.0;
            }
        }
        return new Behind(position, head, seconds, deadLetters);
    }
}
