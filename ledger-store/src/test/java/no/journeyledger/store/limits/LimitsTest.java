package no.journeyledger.store.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How much one client may ask for, and that the others do not notice. */
class LimitsTest {

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void a_client_that_asks_too_fast_is_told_when_to_come_again_and_others_do_not_notice() {
        var pace = new Pace(5);
        UUID hasty = UUID.randomUUID();
        int let = 0;
        while (pace.turnAway(hasty, null).isEmpty() && let < 100) {
            let++;
        }
        assertThat(let).isBetween(10, 12);
        assertThat(pace.turnAway(hasty, null)).hasValue(1);
        assertThat(pace.turnAway(hasty, UUID.randomUUID()))
                .as("through a case app it is another client")
                .isEmpty();
        assertThat(pace.turnAway(UUID.randomUUID(), null)).isEmpty();
        var unlimited = new Pace(0);
        for (int i = 0; i < 1_000; i++) {
            assertThat(unlimited.turnAway(hasty, null)).isEmpty();
        }
    }

    @Test
    void a_worker_reads_of_so_many_different_persons_an_hour_and_of_each_as_often_as_needed() {
        var quota = new Quota(3, clock);
        UUID worker = UUID.randomUUID();
        UUID a = UUID.randomUUID();
        UUID b = UUID.randomUUID();
        assertThat(quota.turnAway(worker, List.of(a, b))).isEmpty();
        now = now.plus(Duration.ofMinutes(40));
        assertThat(quota.turnAway(worker, List.of(a, UUID.randomUUID()))).isEmpty();
        assertThat(quota.turnAway(worker, List.of(a, b))).isEmpty();
        assertThat(quota.turnAway(worker, List.of(UUID.randomUUID()))).hasValue(3_600);
        assertThat(quota.turnAway(UUID.randomUUID(), List.of(UUID.randomUUID())))
                .isEmpty();
        now = now.plus(Duration.ofMinutes(61));
        assertThat(quota.turnAway(worker, List.of(UUID.randomUUID()))).isEmpty();
    }
}
