package no.journeyledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.parameter.ParameterEvent;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How fast the projections are made anew; asserted nowhere, printed. {@code -Dspeed.journeys=2000} runs it. */
class RebuildSpeedTest {

    @Test
    @EnabledIfSystemProperty(named = "speed.journeys", matches = "[0-9]+")
    @SuppressWarnings("SystemOut")
    void the_projections_are_made_anew() throws Exception {
        int journeys = Integer.getInteger("speed.journeys");
        try (var ledger = new TestLedger()) {
            List<Story.Step> story = Story.whole();
            long last = 0;
            for (int i = 0; i < journeys; i += 20) {
                Map<UUID, List<LedgerEvent>> append = new LinkedHashMap<>();
                for (int j = i; j < Math.min(journeys, i + 20); j++) {
                    long salt = 1_000_000L * (j + 1);
                    for (Story.Step step : story) {
                        // Parameters are the municipality's, adopted once; again they would be refused, one by one.
                        if (j > 0 && step.event() instanceof ParameterEvent) {
                            continue;
                        }
                        append.computeIfAbsent(Salted.id(step.aggregate(), salt), key -> new ArrayList<>())
                                .add(Salted.event(ledger, step.event(), salt));
                    }
                }
                last = ledger.append(append).lastPosition();
            }
            try (var running = Running.start(ledger)) {
                assertThat(running.progress().await(running.projections().names(), last, Duration.ofMinutes(10)))
                        .isTrue();
                for (String name : running.projections().names()) {
                    report(name, last, running, List.of(name));
                }
                report("all in one pass", last, running, running.projections().names());
                report(
                        "all in one pass, again",
                        last,
                        running,
                        running.projections().names());
                long began = System.nanoTime();
                Rebuilds.Comparison comparison = running.compare();
                System.out.printf(
                        "compared in %.2f s: %d rows differ%n",
                        (System.nanoTime() - began) / 1e9, comparison.differing());
                assertThat(running.projections().deadLetterCounts().values()).containsOnly(0L);
            }
        }
    }

    @SuppressWarnings("SystemOut")
    private static void report(String what, long events, Running running, List<String> names) {
        long began = System.nanoTime();
        running.rebuild(names);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%s: %d events in %.2f s, %.0f events/s%n", what, events, seconds, events / seconds);
    }

    /** The same story again and again, each time with ids of its own. */
    private static final class Salted {

        static UUID id(UUID id, long salt) {
            return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + salt);
        }

        static LedgerEvent event(TestLedger ledger, LedgerEvent event, long salt) {
            String json = new String(ledger.codec().encode(event), java.nio.charset.StandardCharsets.UTF_8);
            String salted = java.util.regex.Pattern.compile(
                            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
                    .matcher(json)
                    .replaceAll(
                            match -> id(UUID.fromString(match.group()), salt).toString());
            return ViewsJson.mapper().readValue(salted, event.getClass());
        }
    }
}
