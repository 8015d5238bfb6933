package no.journeyledger.store.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a trace would say, as whoever exports it gets it. */
class AllowedAttributesTest {

    private final List<Observation.Context> told = new ArrayList<>();

    private final class Exporter implements ObservationHandler<Observation.Context> {
        @Override
        public void onStop(Observation.Context context) {
            told.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }

    @Test
    void a_trace_says_the_template_of_an_address_and_no_attribute_that_is_not_on_the_list() {
        var registry = ObservationRegistry.create();
        registry.observationConfig().observationFilter(new AllowedAttributes()).observationHandler(new Exporter());
        String journey = UUID.randomUUID().toString();
        Observation.createNotStarted("http.server.requests", registry)
                .contextualName("http get /v1/journeys/" + journey)
                .lowCardinalityKeyValue("uri", "/v1/journeys/{journey}")
                .lowCardinalityKeyValue("outcome", journey)
                .lowCardinalityKeyValue("person", "Kari")
                .highCardinalityKeyValue(KeyValue.of("http.url", "/v1/journeys/" + journey))
                .highCardinalityKeyValue(KeyValue.of("something.new", "Kari"))
                .observe(() -> {});

        assertThat(told).singleElement().satisfies(context -> {
            assertThat(context.getAllKeyValues().stream().map(KeyValue::getKey))
                    .containsExactlyInAnyOrder("uri", "outcome");
            assertThat(context.getAllKeyValues() + " " + context.getContextualName())
                    .contains("/v1/journeys/{journey}", AllowedTags.HIDDEN)
                    .doesNotContain(journey, "Kari");
        });
    }
}
