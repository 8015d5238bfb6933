package no.journeyledger.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code docker-compose.yml}, read so that the tests run what it describes: the same commands with the same settings, as
 * processes of this machine instead of containers.
 */
final class Compose {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::\\?[^}]*)?}");
    private static final Pattern COPY_LAYER = Pattern.compile("COPY --from=layers /layers/(\\S+)/ \\./");

    private final Path root;
    private final Map<?, ?> file;
    private final Map<String, String> variables;

    /**
     * Reads the file.
     *
     * @param root the project's folder
     * @param variables what a deployer puts into {@code .env}
     */
    Compose(Path root, Map<String, String> variables) {
        this.root = root;
        this.variables = variables;
        this.file = new Yaml().load(read(root.resolve("docker-compose.yml")));
    }

    /** The project's folder, seen from the module the tests run in. */
    static Path projectFolder() {
        return Objects.requireNonNull(Path.of("").toAbsolutePath().getParent());
    }

    /** The environment of a service, with its variables filled in. */
    Map<String, String> environment(String service) {
        var environment = new LinkedHashMap<String, String>();
        at(service(service), "environment").forEach((name, value) -> environment.put(name.toString(), fill(value)));
        return environment;
    }

    /** The {@code -c name=value} settings of the database's command. */
    Map<String, String> databaseSettings() {
        var settings = new LinkedHashMap<String, String>();
        List<?> command = (List<?>) Objects.requireNonNull(service("postgres").get("command"));
        for (int i = 1; i + 1 < command.size(); i += 2) {
            if (!command.get(i).equals("-c")) {
                throw new AssertionError("cannot read the database's command: " + command);
            }
            String[] setting = command.get(i + 1).toString().split("=", 2);
            settings.put(setting[0], setting[1]);
        }
        return settings;
    }

    /** Where in the container each secret of a service lies, and the file of this machine it comes from. */
    Map<String, String> secrets(String service) {
        var secrets = new LinkedHashMap<String, String>();
        for (Object name : (List<?>) Objects.requireNonNull(service(service).get("secrets"))) {
            Object source = at(at(file, "secrets"), name.toString()).get("file");
            secrets.put("/run/secrets/" + name, fill(Objects.requireNonNull(source)));
        }
        return secrets;
    }

    /** Where in the container each named volume of a service is mounted. */
    Map<String, String> volumes(String service) {
        var volumes = new LinkedHashMap<String, String>();
        for (Object mount : (List<?>) Objects.requireNonNull(service(service).get("volumes"))) {
            String[] parts = mount.toString().split(":");
            if (!at(file, "volumes").containsKey(parts[0])) {
                throw new AssertionError("volume " + parts[0] + " is not declared");
            }
            volumes.put(parts[0], parts[1]);
        }
        return volumes;
    }

    /** The port a service is published on, and the address, which must be the loopback one. */
    String published(String service) {
        return ((List<?>) Objects.requireNonNull(service(service).get("ports")))
                .getFirst()
                .toString();
    }

    /** The health check of a service, as a command. */
    List<String> healthCheck(String service) {
        List<?> test = (List<?>)
                Objects.requireNonNull(at(service(service), "healthcheck").get("test"));
        return test.stream().skip(1).map(Object::toString).toList();
    }

    /** Every name of a service. */
    List<String> services() {
        return at(file, "services").keySet().stream().map(Object::toString).toList();
    }

    /** What the Dockerfile of a service runs to unpack the jar into layers. */
    List<String> unpacking(String service) {
        String run = dockerfile(service)
                .filter(line -> line.startsWith("RUN java "))
                .findFirst()
                .orElseThrow();
        return List.of(run.substring("RUN ".length()).split(" "));
    }

    /** The folders below the unpacked jar that the Dockerfile of a service puts together again. */
    List<String> layers(String service) {
        return dockerfile(service)
                .map(COPY_LAYER::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .toList();
    }

    /** What the Dockerfile of a service starts. */
    List<String> entrypoint(String service) {
        String line = dockerfile(service)
                .filter(each -> each.startsWith("ENTRYPOINT "))
                .findFirst()
                .orElseThrow();
        var command = new ArrayList<String>();
        List<?> parts = new Yaml().load(line.substring("ENTRYPOINT ".length()));
        parts.forEach(part -> command.add(part.toString()));
        return command;
    }

    private java.util.stream.Stream<String> dockerfile(String service) {
        Object path = Objects.requireNonNull(at(service(service), "build").get("dockerfile"));
        return read(root.resolve(path.toString())).lines();
    }

    private Map<?, ?> service(String name) {
        return at(at(file, "services"), name);
    }

    private static Map<?, ?> at(Map<?, ?> map, String name) {
        @Nullable Object value = map.get(name);
        if (value instanceof Map<?, ?> found) {
            return found;
        }
        throw new AssertionError("docker-compose.yml has no '" + name + "' in " + map.keySet());
    }

    private String fill(Object value) {
        return VARIABLE.matcher(value.toString()).replaceAll(found -> {
            String filled = variables.get(found.group(1));
            if (filled == null) {
                throw new AssertionError("docker-compose.yml needs " + found.group(1));
            }
            return java.util.regex.Matcher.quoteReplacement(filled);
        });
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
