package no.journeyledger.command;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import no.journeyledger.command.story.Shows;
import no.journeyledger.events.journey.RefusalReason;

/** Every rejection there is, its sentences, and the tests that show it: found, so that none can be forgotten. */
final class RulesAndRejections {

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("no.journeyledger.command");

    private RulesAndRejections() {}

    static JavaClasses production() {
        return PRODUCTION;
    }

    /** The sealed families, in alphabetical order. */
    static List<Class<?>> families() {
        return PRODUCTION.stream()
                .filter(type -> type.isInterface() && type.getSimpleName().endsWith("Rejection"))
                .filter(type -> !type.isEquivalentTo(Rejection.class))
                .sorted(Comparator.comparing(JavaClass::getSimpleName))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    /** The rejections of all families, in the order they are declared. */
    static List<Class<?>> rejections() {
        return families().stream()
                .flatMap(family -> List.of(family.getPermittedSubclasses()).stream())
                .<Class<?>>map(type -> type)
                .toList();
    }

    static String code(Class<?> rejection) {
        return rejection.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The tests that show each rejection or rule, by its class or reason: {@code Test.method}. */
    static Map<Object, List<String>> shownBy() {
        var shown = new TreeMap<Object, List<String>>(Comparator.comparing(RulesAndRejections::key));
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages("no.journeyledger.command")
                        .stream()
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .map(JavaClass::reflect)
                        .forEach(type -> {
                            for (Method method : type.getDeclaredMethods()) {
                                Shows shows = method.getAnnotation(Shows.class);
                                if (shows == null) {
                                    continue;
                                }
                                String name =
                                        type.getName().replaceAll(".*\\.", "").replace('$', '.') + "."
                                                + method.getName();
                                for (RefusalReason reason : shows.rules()) {
                                    shown.computeIfAbsent(reason, key -> new ArrayList<>())
                                            .add(name);
                                }
                                for (Class<?> rejection : shows.value()) {
                                    shown.computeIfAbsent(rejection, key -> new ArrayList<>())
                                            .add(name);
                                }
                            }
                        });
        return shown;
    }

    private static String key(Object shown) {
        return shown instanceof Class<?> type ? type.getName() : shown.toString();
    }

    static Properties sentences(String language) {
        var properties = new Properties();
        try (InputStream in =
                RulesAndRejections.class.getResourceAsStream("/messages/refusals_" + language + ".properties")) {
            properties.load(new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
