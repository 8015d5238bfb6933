package no.journeyledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import no.journeyledger.events.EventFamilies;
import no.journeyledger.events.LogicalType;
import org.junit.jupiter.api.Test;

/** One word for one thing: every code and every event stands in the glossary, with what it means. */
class GlossaryTest {

    @Test
    void every_code_and_every_event_stands_in_the_glossary_with_what_it_means() throws IOException {
        String glossary = Files.readString(Path.of("..", "docs", "glossary.md"));
        List<Class<?>> enums = new ClassFileImporter()
                .importPackages("no.journeyledger.events").stream()
                        .filter(JavaClass::isEnum)
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
        assertThat(enums).hasSizeGreaterThan(20);
        var missing = new ArrayList<String>();
        for (Class<?> codes : enums) {
            String section = section(glossary, codes);
            for (Object code : codes.getEnumConstants()) {
                if (!Pattern.compile("^\\| `" + code + "` \\| \\S", Pattern.MULTILINE)
                        .matcher(section)
                        .find()) {
                    missing.add(codes.getSimpleName() + "." + code);
                }
            }
        }
        EventFamilies.eventTypes().stream()
                .map(type -> type.getAnnotation(LogicalType.class).value())
                .filter(name -> !glossary.contains("| `" + name + "` | "))
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    private static String section(String glossary, Class<?> codes) {
        String name = codes.isMemberClass()
                ? codes.getEnclosingClass().getSimpleName() + "." + codes.getSimpleName()
                : codes.getSimpleName();
        int from = glossary.indexOf("## `" + name + "`");
        if (from < 0) {
            return "";
        }
        int to = glossary.indexOf("\n## ", from + 1);
        return to < 0 ? glossary.substring(from) : glossary.substring(from, to);
    }
}
