package no.journeyledger.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import no.journeyledger.standalone.issuer.AuthorizationServer;
import no.journeyledger.standalone.issuer.People;
import no.journeyledger.standalone.issuer.SignIn;
import org.jspecify.annotations.Nullable;

/** The standalone, as a process of its own with a data folder of its own. */
final class StandaloneProcess implements RunningLedger {

    private static final Duration START = Duration.ofMinutes(3);

    private final Path folder;
    private final int commandPort;
    private final int queryPort;
    private final int issuerPort;
    private final Ledger client;
    private final SignIn signIn;
    private final boolean demo;
    private final Map<String, String> environment;
    private @Nullable Started process;
    private boolean answered;

    private StandaloneProcess(Path folder, boolean demo) {
        this.folder = folder;
        this.demo = demo;
        this.commandPort = Started.freePort();
        this.queryPort = Started.freePort();
        this.issuerPort = Started.freePort();
        this.client =
                new Ledger(URI.create("http://127.0.0.1:" + commandPort), URI.create("http://127.0.0.1:" + queryPort));
        Path issuer = keys().resolve("issuer");
        this.signIn = new SignIn(AuthorizationServer.address(issuerPort), issuer, People.in(issuer, List.of()));
        this.environment = new LinkedHashMap<>(Map.of(
                "LEDGER_DATA_DIR", data().toString(),
                "LEDGER_KEYS_DIR", keys().toString(),
                "LEDGER_COMMAND_PORT", Integer.toString(commandPort),
                "LEDGER_QUERY_PORT", Integer.toString(queryPort),
                "LEDGER_ISSUER_PORT", Integer.toString(issuerPort),
                // Rigs run for hours with the tokens they began with.
                "LEDGER_ISSUER_TOKEN_MINUTES", "720",
                "LEDGER_DEMO", Boolean.toString(demo),
                // What the ledger records by itself, by the clock, would come between what these tests count.
                "LEDGER_READS_ANCHORED_EVERY", "1d"));
    }

    /** One that is not started yet, on free ports, without the demonstration. */
    static StandaloneProcess in(Path folder) {
        return new StandaloneProcess(folder, false);
    }

    /** The same with the demonstration's cases. */
    static StandaloneProcess withDemo(Path folder) {
        return new StandaloneProcess(folder, true);
    }

    StandaloneProcess with(String setting, String value) {
        environment.put(setting, value);
        return this;
    }

    /** Starts it and does not wait. */
    Started launch() {
        Started launched = Started.process(
                "standalone",
                folder,
                environment,
                List.of(
                        Started.java(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx768m",
                        // What is waited for in these tests is the start, again and again.
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "no.journeyledger.standalone.Standalone"));
        process = launched;
        return launched;
    }

    /** Starts it and waits until both services answer. */
    StandaloneProcess start() {
        return awaitReady(launch());
    }

    StandaloneProcess awaitReady(Started launched) {
        launched.await("both services to answer", START, this::isReady);
        answered = true;
        if (demo) {
            launched.await(
                    "the cases to be loaded", START, () -> launched.output().contains("Three calls to try"));
        }
        return this;
    }

    boolean isReady() {
        return answers("http://127.0.0.1:" + commandPort) && answers("http://127.0.0.1:" + queryPort);
    }

    private static boolean answers(String base) {
        try (var ledger = new Ledger(URI.create(base), URI.create(base))) {
            return ledger.ask(null, "/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path keys() {
        return folder.resolve("keys");
    }

    int commandPort() {
        return commandPort;
    }

    int queryPort() {
        return queryPort;
    }

    int issuerPort() {
        return issuerPort;
    }

    Started process() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    /**
     * {@code kill -9} for the whole tree: the JVM and its PostgreSQL, server and children. Which of the two dies first, or
     * whether both at once, is drawn.
     *
     * @return what died in which order
     */
    String killTree(RandomGenerator random) {
        List<ProcessHandle> jvm = process().tree();
        List<ProcessHandle> database = databaseTree();
        List<ProcessHandle> all = new ArrayList<>(jvm);
        all.addAll(database);
        String order;
        switch (random.nextInt(3)) {
            case 0 -> {
                order = "all at once";
            }
            case 1 -> {
                order = "JVM first";
                Started.kill(jvm);
            }
            default -> {
                order = "PostgreSQL first";
                Started.kill(database);
            }
        }
        Started.kill(all);
        return order;
    }

    /** The database server writes its process id into its folder, which is ours alone. */
    private List<ProcessHandle> databaseTree() {
        Path pidFile = data().resolve("postgres").resolve("postmaster.pid");
        try {
            return Files.readAllLines(pidFile).stream()
                    .findFirst()
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                    .filter(server -> server.info().command().orElse("").contains("postgres"))
                    .map(Started::processes)
                    .orElse(List.of());
        } catch (IOException | NumberFormatException e) {
            return List.of();
        }
    }

    @Override
    public Ledger client() {
        return client;
    }

    @Override
    public SignIn tokens() {
        return signIn;
    }

    void stop() {
        Optional.ofNullable(process).ifPresent(Started::stop);
    }

    @Override
    public void close() {
        client.close();
        signIn.close();
        if (process != null) {
            process.close();
            if (answered) {
                // Left behind when the JVM ended by itself; one that never answered may share another's folder.
                Started.kill(databaseTree());
            }
        }
    }
}
