package no.journeyledger.store.telemetry;

import java.util.List;
import java.util.Set;

/**
 * The list of fields a structured log line may have, whatever its format (ECS, GELF, Logstash): when, how bad, who says what.
 * Fields that somebody adds to a line or to the thread it is written on are left out, unless they are on the list.
 */
public final class AllowedLogFields {

    private static final Set<String> FIELDS = Set.of(
            "@timestamp",
            "@version",
            "_level_name",
            "_log_logger",
            "_process_pid",
            "_process_thread_name",
            "_service_name",
            "ecs",
            "ecs.version",
            "error",
            "error.stack_trace",
            "error.type",
            "full_message",
            "host",
            "level",
            "level_value",
            "log",
            "log.level",
            "log.logger",
            "logger_name",
            "message",
            "process",
            "process.pid",
            "process.thread",
            "process.thread.name",
            "service",
            "service.name",
            "service.node",
            "service.version",
            "short_message",
            "spanId",
            "stack_trace",
            "thread_name",
            "timestamp",
            "traceId",
            "version");

    private AllowedLogFields() {}

    /**
     * Whether a line may have a field.
     *
     * @param path its name, below the names of what it stands in
     */
    public static boolean allows(List<String> path) {
        return FIELDS.contains(String.join(".", path));
    }
}
