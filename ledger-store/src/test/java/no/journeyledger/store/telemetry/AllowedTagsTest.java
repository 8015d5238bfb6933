package no.journeyledger.store.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllowedTagsTest {

    @Test
    void a_meter_carries_codes_of_the_list_and_nothing_about_a_person() {
        var registry = new SimpleMeterRegistry();
        registry.config().meterFilter(new AllowedTags());
        String person = UUID.randomUUID().toString();
        registry.counter("ledger.commands", "kind", "TakeDecision", "person", person)
                .increment();
        registry.counter("ledger.reads", "reason", person, "uri", "/v1/journeys/{journey}")
                .increment();
        registry.counter("ledger.mistakes", "name", "Kari 01019012345").increment();
        String told = registry.getMeters().stream().map(Meter::getId).toList().toString();
        assertThat(told)
                .contains("TakeDecision", "/v1/journeys/{journey}", AllowedTags.HIDDEN)
                .doesNotContain(person, "person", "01019012345");
    }
}
