package no.journeyledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.journeyledger.events.EventFamilies;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.Sealed;
import org.junit.jupiter.api.Test;

/** docs/event-catalogue.md says what the event records say; {@code -Dapprove} writes it anew. */
class EventCatalogueTest {

    private static final Path CATALOGUE = Path.of("../docs/event-catalogue.md");
    private static final Path SOURCES = Path.of("../shared-events/src/main/java");
    private static final Pattern LINK = Pattern.compile("\\{@(?:link|code|value)\\s+([^}]*)}");
    private static final Pattern PARAM = Pattern.compile("@param (\\w+) ");

    @Test
    void the_event_catalogue_is_the_one_checked_in() throws IOException {
        String catalogue = generate();
        if (Boolean.getBoolean("approve")) {
            Files.writeString(CATALOGUE, catalogue);
        }
        assertThat(Files.readString(CATALOGUE)).isEqualTo(catalogue);
    }

    private static String generate() throws IOException {
        var text = new StringBuilder("""
                # Event catalogue

                Every event of the ledger under the logical name it is stored by. Generated from the event records; a test fails
                when it is stale (`./mvnw -pl query-service -am test -Dtest=EventCatalogueTest -Dsurefire.failIfNoSpecifiedTests=false
                -Dapprove=true` writes it anew). *sealed* marks personal text that only the named person's key opens. Every event
                also carries its context: municipality, actor, on behalf of whom, purpose, when it took effect, correlation and
                causation; and from the append its position and the moment it was recorded.
                """);
        for (Class<? extends LedgerEvent> family : EventFamilies.families()) {
            Path source = SOURCES.resolve(family.getName().replace('.', '/') + ".java");
            String java = Files.readString(source);
            text.append("\n## ")
                    .append(family.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " "))
                    .append("\n\n")
                    .append(description(docBefore(java, "public sealed interface " + family.getSimpleName())))
                    .append('\n');
            for (Class<?> type : family.getPermittedSubclasses()) {
                describe(text, java, type);
            }
        }
        return text.toString();
    }

    private static void describe(StringBuilder text, String java, Class<?> type) {
        LogicalType logical = type.getAnnotation(LogicalType.class);
        String doc = docBefore(java, "record " + type.getSimpleName() + "(");
        text.append("\n### `")
                .append(logical.value())
                .append("` revision ")
                .append(logical.revision())
                .append("\n\n")
                .append(description(doc))
                .append("\n\n| field | type | meaning |\n|---|---|---|\n");
        Map<String, String> meanings = parameters(doc);
        for (RecordComponent component : type.getRecordComponents()) {
            text.append("| `")
                    .append(component.getName())
                    .append("` | ")
                    .append(typeName(component))
                    .append(" | ")
                    .append(meanings.getOrDefault(component.getName(), ""))
                    .append(" |\n");
        }
    }

    private static String typeName(RecordComponent component) {
        if (component.getType() == Sealed.class) {
            return "*sealed* text";
        }
        String name = component
                .getGenericType()
                .getTypeName()
                .replaceAll("[a-z]+\\.(?:[a-z]+\\.)*", "")
                .replace("$", ".");
        return "`" + name + "`";
    }

    /** The documentation comment just before a declaration. */
    private static String docBefore(String java, String declaration) {
        int at = java.indexOf(declaration);
        assertThat(at).as(declaration).isPositive();
        int start = java.lastIndexOf("/**", at);
        int end = java.indexOf("*/", start);
        return List.of(java.substring(start + 3, end).split("\n")).stream()
                .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
                .reduce("", (all, line) -> all + " " + line)
                .strip();
    }

    private static String description(String doc) {
        Matcher first = PARAM.matcher(doc);
        return plain(first.find() ? doc.substring(0, first.start()) : doc);
    }

    private static Map<String, String> parameters(String doc) {
        var meanings = new LinkedHashMap<String, String>();
        Matcher parameter = PARAM.matcher(doc);
        String name = null;
        int from = 0;
        while (parameter.find()) {
            if (name != null) {
                meanings.put(name, plain(doc.substring(from, parameter.start())));
            }
            name = parameter.group(1);
            from = parameter.end();
        }
        if (name != null) {
            meanings.put(name, plain(doc.substring(from)));
        }
        return meanings;
    }

    private static String plain(String doc) {
        return LINK.matcher(doc).replaceAll("`$1`").replaceAll("\\s+", " ").strip();
    }
}
