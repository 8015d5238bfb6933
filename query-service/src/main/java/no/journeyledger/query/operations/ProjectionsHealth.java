package no.journeyledger.query.operations;

import java.util.LinkedHashMap;
import java.util.Optional;
import no.journeyledger.query.projection.Projections;
import no.journeyledger.store.axon.LedgerEventSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says when a reader has stopped before an event it cannot read, and what is parked. */
@Component("viewsHealthIndicator")
class ProjectionsHealth implements HealthIndicator {

    private final Projections projections;
    private final LedgerEventSource source;
    private final Lag lag;

    ProjectionsHealth(Projections projections, LedgerEventSource source, Lag lag) {
        this.projections = projections;
        this.source = source;
        this.lag = lag;
    }

    @Override
    public Health health() {
        try {
            var details = new LinkedHashMap<String, Object>();
            long parked = 0;
            for (String name : projections.names()) {
                Lag.Behind behind = lag.of(name);
                parked += behind.deadLetters();
                details.put(
                        name,
                        "at " + behind.position() + " of " + behind.head()
                                + (behind.deadLetters() == 0 ? "" : ", parked " + behind.deadLetters()));
            }
            Optional<String> stopped = source.stopped();
            stopped.ifPresent(reason -> details.put("stopped", reason));
            Health.Builder health =
                    stopped.isPresent() ? Health.down() : parked > 0 ? Health.status("DEGRADED") : Health.up();
            return health.withDetails(details).build();
        } catch (RuntimeException e) {
            return Health.down()
                    .withDetail("failure", e.getClass().getSimpleName())
                    .build();
        }
    }
}
