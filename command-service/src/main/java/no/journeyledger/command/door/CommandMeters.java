package no.journeyledger.command.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.journeyledger.events.journey.RefusalReason;

/** Counts commands by kind and outcome, and refusals by reason. The names are few and fixed; no id is ever a tag. */
public final class CommandMeters {

    private record Counted(Class<?> kind, String outcome) {}

    private final MeterRegistry registry;
    private final Map<Counted, Counter> commands = new ConcurrentHashMap<>();
    private final Map<RefusalReason, Counter> refusals = new ConcurrentHashMap<>();

    public CommandMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Class<?> kind, String outcome) {
        commands.computeIfAbsent(
                        new Counted(kind, outcome),
                        counted -> Counter.builder("ledger.commands")
                                .description("Commands by kind and outcome")
                                .tag("kind", counted.kind().getSimpleName())
                                .tag("outcome", counted.outcome())
                                .register(registry))
                .increment();
    }

    void refused(RefusalReason reason) {
        refusals.computeIfAbsent(
                        reason,
                        refused -> Counter.builder("ledger.refusals")
                                .description("Decisions refused, by the first rule that was not met")
                                .tag("reason", refused.name())
                                .register(registry))
                .increment();
    }
}
