package no.journeyledger.query.wiring;

import java.util.List;
import java.util.stream.Stream;
import no.journeyledger.store.telemetry.AllowedLogFields;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** Leaves every field out of structured log lines that is not on the list; named in the settings ({@code logging.structured}). */
public final class LogFields implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingPathFilter(path -> !AllowedLogFields.allows(names(path)));
    }

    private static List<String> names(JsonWriter.MemberPath path) {
        JsonWriter.MemberPath parent = path.parent();
        List<String> before = parent == null ? List.of() : names(parent);
        String name = path.name();
        return name == null || name.isEmpty()
                ? before
                : Stream.concat(before.stream(), Stream.of(name)).toList();
    }
}
