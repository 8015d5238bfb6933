package no.journeyledger.e2e;

import static java.util.Map.entry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.journeyledger.standalone.demo.Tokens;

/**
 * PostgreSQL, command-service and query-service as {@code docker-compose.yml} and the Dockerfiles describe them: the same
 * commands with the same settings, as three processes.
 */
final class TwoProcesses implements RunningLedger {

    private static final Duration START = Duration.ofMinutes(3);

    private final Path folder;
    private final Compose compose;
    private final EmbeddedPostgres postgres;
    private final SigningIssuer issuer;
    private final List<String> jvm;
    private final List<Started> processes = new ArrayList<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Ledger client;

    private TwoProcesses(
            Path folder, Compose compose, EmbeddedPostgres postgres, SigningIssuer issuer, List<String> jvm) {
        this.folder = folder;
        this.jvm = jvm;
        this.compose = compose;
        this.postgres = postgres;
        this.issuer = issuer;
        ports.put("command-service", Started.freePort());
        ports.put("query-service", Started.freePort());
        this.client = new Ledger(base("command-service"), base("query-service"));
    }

    /** Starts all three in the order their dependencies say. */
    static TwoProcesses start(Path folder) {
        TwoProcesses started = in(folder, List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
        try {
            started.run("command-service");
            started.run("query-service");
            return started;
        } catch (RuntimeException | AssertionError e) {
            started.close();
            throw e;
        }
    }

    /**
     * Starts PostgreSQL alone; the services are started with {@link #run}.
     *
     * @param folder where everything lies; one that was used before goes on where it was
     * @param jvm what the services' JVMs are started with
     */
    static TwoProcesses in(Path folder, List<String> jvm) {
        SigningIssuer issuer = SigningIssuer.in(folder.resolve("issuer"), Clock.systemUTC(), Duration.ofHours(1));
        Path kek = folder.resolve("secrets").resolve("ledger-kek.json");
        try {
            Files.createDirectories(kek.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Files.notExists(kek)) {
            makeKey(folder, kek);
        }
        var compose = new Compose(
                Compose.projectFolder(),
                Map.ofEntries(
                        entry("LEDGER_OWNER_PASSWORD", "owner's word"),
                        entry("LEDGER_WRITER_PASSWORD", "writer's word"),
                        entry("LEDGER_READER_PASSWORD", "reader's word"),
                        entry("LEDGER_SEALER_PASSWORD", "sealer's word"),
                        entry("LEDGER_VIEWS_PASSWORD", "views' word"),
                        entry("LEDGER_KEK_FILE", kek.toString()),
                        entry("LEDGER_LOG_ORIGIN", "ledger.municipality.example/journeys"),
                        entry("LEDGER_JWT_PUBLIC_KEY", issuer.publicKey().toString()),
                        entry("LEDGER_JWT_ISSUER", SigningIssuer.ISSUER),
                        entry("LEDGER_MUNICIPALITY", "3203")));
        return new TwoProcesses(folder, compose, database(folder, compose), issuer, jvm);
    }

    private static void makeKey(Path folder, Path kek) {
        String script = Compose.projectFolder()
                .resolve("command-service")
                .resolve("new-key-encryption-key.sh")
                .toString();
        try (Started run = Started.process("key", folder, Map.of(), List.of("sh", script, kek.toString()))) {
            if (run.exitCode(Duration.ofMinutes(1)) != 0) {
                throw new AssertionError("no key-encryption key was made: " + run.output());
            }
        }
    }

    /** What the image of PostgreSQL makes of its environment: an owner with a password, a database, passwords needed. */
    private static EmbeddedPostgres database(Path folder, Compose compose) {
        Map<String, String> environment = compose.environment("postgres");
        boolean there = Files.exists(folder.resolve("postgres").resolve("PG_VERSION"));
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(true)
                .setPort(Started.freePort());
        compose.databaseSettings().forEach(builder::setServerConfig);
        try {
            EmbeddedPostgres postgres = builder.start();
            if (there) {
                return postgres;
            }
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                String owner = environment.get("POSTGRES_USER");
                statement.execute("create role " + owner + " superuser login password '"
                        + String.valueOf(environment.get("POSTGRES_PASSWORD")).replace("'", "''") + "'");
                statement.execute("create database " + environment.get("POSTGRES_DB") + " owner " + owner);
                Files.writeString(
                        folder.resolve("postgres").resolve("pg_hba.conf"),
                        "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
                statement.execute("select pg_reload_conf()");
            }
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts one of the services and waits until it answers. */
    void run(String service) {
        Path home = folder.resolve(service);
        var command = new ArrayList<>(compose.entrypoint(service));
        command.set(0, Started.java());
        command.addAll(1, jvm);
        Path workingFolder = unpacked(service, home);
        Started process = Started.process(service, workingFolder, environment(service), command);
        processes.add(process);
        List<String> healthCheck = compose.healthCheck(service).stream()
                .map(part -> part.replaceAll("/127\\.0\\.0\\.1/\\d+", "/127.0.0.1/" + ports.get(service)))
                .toList();
        process.await("its health check", START, () -> succeeds(healthCheck));
    }

    /** The steps of the Dockerfile: unpack the jar into layers, and put these together. */
    private Path unpacked(String service, Path home) {
        Path layers = home.resolve("layers");
        Path together = home.resolve("service");
        try {
            Files.createDirectories(layers);
            Files.createDirectories(together);
            Files.copy(jar(service), layers.resolve(service + ".jar"), StandardCopyOption.REPLACE_EXISTING);
            var unpacking = new ArrayList<>(compose.unpacking(service));
            unpacking.set(0, Started.java());
            try (Started run = Started.process("unpacking", layers, Map.of(), unpacking)) {
                if (run.exitCode(Duration.ofMinutes(1)) != 0) {
                    throw new AssertionError("the jar cannot be unpacked: " + run.output());
                }
            }
            for (String layer : compose.layers(service)) {
                copy(layers.resolve(layer), together);
            }
            return together;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static Path jar(String service) throws IOException {
        Path target = Compose.projectFolder().resolve(service).resolve("target");
        try (var files = Files.newDirectoryStream(target, service + "-*-exec.jar")) {
            for (Path jar : files) {
                return jar;
            }
        }
        throw new AssertionError("There is no " + target.resolve(service + "-*-exec.jar")
                + "; build it with ./mvnw -DskipTests package");
    }

    /** The environment in the compose file, with what a container engine would provide put in its place. */
    private Map<String, String> environment(String service) {
        var replaced = new LinkedHashMap<String, String>();
        replaced.put("postgres:5432", "127.0.0.1:" + postgres.getPort());
        replaced.put("0.0.0.0", "127.0.0.1");
        replaced.putAll(compose.secrets(service));
        compose.volumes(service)
                .forEach((volume, mount) -> replaced.put(
                        mount, folder.resolve("volumes").resolve(volume).toString()));
        var environment = new LinkedHashMap<String, String>();
        compose.environment(service).forEach((name, value) -> {
            String here = value;
            for (var entry : replaced.entrySet()) {
                here = here.replace(entry.getKey(), entry.getValue());
            }
            environment.put(name, here);
        });
        environment.put("SERVER_PORT", String.valueOf(ports.get(service)));
        environment.computeIfPresent(
                "LEDGER_QUERY_URL", (name, published) -> base("query-service").toString());
        return environment;
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private URI base(String service) {
        return URI.create("http://127.0.0.1:" + ports.get(service));
    }

    @Override
    public Ledger client() {
        return client;
    }

    @Override
    public Tokens tokens() {
        return issuer;
    }

    @Override
    public void close() {
        client.close();
        processes.reversed().forEach(Started::close);
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
