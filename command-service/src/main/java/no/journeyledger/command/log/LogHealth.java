package no.journeyledger.command.log;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down when the log is not sealed any more, with the way out. The service stays ready all the same: what citizens and
 * teams do is recorded, and whoever runs the ledger must look at once.
 */
@Component("logHealthIndicator")
class LogHealth implements HealthIndicator {

    private final Sealer sealer;

    LogHealth(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public Health health() {
        return sealer.refusal()
                .map(refusal -> Health.down()
                        .withDetail("refused", String.valueOf(refusal.getMessage()))
                        .build())
                .orElseGet(() -> {
                    var health = Health.up();
                    sealer.sealedTo().ifPresent(position -> health.withDetail("sealedTo", position));
                    return health.build();
                });
    }
}
