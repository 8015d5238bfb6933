package no.journeyledger.command;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import no.journeyledger.command.access.AccessPolicy;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.command.journey.OnlyThoseAround;
import no.journeyledger.command.journey.Routing;
import no.journeyledger.command.story.Shows;
import no.journeyledger.events.journey.RefusalReason;
import org.axonframework.commandhandling.CommandHandler;

/** Every rejection there is, its sentences, and the tests that show it: found, so that none can be forgotten. */
final class RulesAndRejections {

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("no.journeyledger.command");

    private static final Pattern ABOVE_A_RECORD = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*record (\\w+)", Pattern.DOTALL);

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

    /**
     * Each rejection's rule in a sentence, by its class: what is written above it in the code.
     *
     * @throws AssertionError for a rejection nobody has explained
     */
    static Map<Class<?>, String> sentencesInTheCode() {
        var sentences = new LinkedHashMap<Class<?>, String>();
        for (Class<?> family : families()) {
            String code;
            try {
                code = Files.readString(
                        Path.of("src/main/java", family.getName().replace('.', '/') + ".java"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var written = new HashMap<String, String>();
            var above = ABOVE_A_RECORD.matcher(code);
            while (above.find()) {
                written.put(above.group(2), plain(above.group(1)));
            }
            for (Class<?> rejection : family.getPermittedSubclasses()) {
                String sentence = written.get(rejection.getSimpleName());
                if (sentence == null || sentence.isBlank()) {
                    throw new AssertionError("say above " + rejection.getName() + " what its rule is");
                }
                sentences.put(rejection, sentence);
            }
        }
        return sentences;
    }

    private static String plain(String documentation) {
        return documentation
                .replaceAll("(?m)^\\s*\\*", "")
                .replaceAll("(?s)\\s@param.*", "")
                .replaceAll("\\{@\\w+ (?:[\\w.]*#)?([^}]*)}", "`$1`")
                .replace("<p>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /**
     * Of each command, the rejections it may meet in the order in which the code asks for them. Found by following what handles
     * it, line by line, into the policies.
     */
    static Map<String, List<Class<?>>> inTheOrderOfAsking() {
        var asked = new TreeMap<String, List<Class<?>>>();
        PRODUCTION.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(CommandHandler.class))
                .forEach(method -> {
                    var found = before(method.getRawParameterTypes().getFirst().reflect());
                    follow(method, new HashSet<>(), found);
                    asked.put(method.getRawParameterTypes().getFirst().getSimpleName(), List.copyOf(found));
                });
        // A command about one journey alone knows its own policy.
        Routing.commands().forEach(command -> {
            var found = before(command);
            PRODUCTION.get(command).getMethods().stream()
                    .filter(method -> method.getName().equals("ruling"))
                    .forEach(method -> follow(method, new HashSet<>(), found));
            asked.put(command.getSimpleName(), List.copyOf(found));
        });
        return asked;
    }

    /** What is asked on the way to any handler of the command. */
    private static Set<Class<?>> before(Class<?> command) {
        var found = new LinkedHashSet<Class<?>>();
        if (AboutOneJourney.class.isAssignableFrom(command)
                && !AccessPolicy.openToOthers().containsKey(command)) {
            PRODUCTION.get(OnlyThoseAround.class).getMethods().stream()
                    .filter(method -> method.getName().equals("handle"))
                    .forEach(method -> follow(method, new HashSet<>(), found));
        }
        return found;
    }

    /** The rejections that are given where a call comes in, before any command is made of it. */
    static Set<Class<?>> atTheDoor() {
        var found = new LinkedHashSet<Class<?>>();
        var followed = new HashSet<JavaCodeUnit>();
        PRODUCTION.stream()
                .filter(type -> type.getPackageName().endsWith(".web"))
                .sorted(Comparator.comparing(JavaClass::getName))
                .flatMap(type -> type.getMethods().stream()
                        .sorted(Comparator.<JavaMethod>comparingInt(
                                        method -> method.getSourceCodeLocation().getLineNumber())
                                .thenComparing(JavaMethod::getFullName)))
                .forEach(method -> follow(method, followed, found));
        return found;
    }

    private static void follow(JavaCodeUnit unit, Set<JavaCodeUnit> followed, Set<Class<?>> found) {
        if (!followed.add(unit)) {
            return;
        }
        unit.getCallsFromSelf().stream()
                .sorted(Comparator.<JavaCall<?>>comparingInt(JavaCall::getLineNumber)
                        .thenComparing(call -> call.getTarget().getFullName()))
                .forEach(call -> {
                    JavaClass owner = call.getTargetOwner();
                    if (call instanceof JavaConstructorCall && owner.isAssignableTo(Rejection.class)) {
                        found.add(owner.reflect());
                    } else if (owner.getPackageName().startsWith(Rejection.class.getPackageName())) {
                        call.getTarget().resolveMember().ifPresent(next -> follow(next, followed, found));
                    }
                });
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
                            // The machine promises no order of its own.
                            Method[] methods = type.getDeclaredMethods();
                            Arrays.sort(methods, Comparator.comparing(Method::getName));
                            for (Method method : methods) {
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
