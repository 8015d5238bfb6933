package no.journeyledger.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.CommandServiceApplication;
import no.journeyledger.query.QueryServiceApplication;
import no.journeyledger.standalone.demo.DemoCases;
import no.journeyledger.standalone.demo.Tokens;
import no.journeyledger.standalone.issuer.LocalIssuer;
import no.journeyledger.standalone.population.Population;
import no.journeyledger.store.PushHub;
import no.journeyledger.store.personal.KeyEncryptionKey;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts both services in one process on an embedded PostgreSQL: two Spring contexts that share nothing but the push hub,
 * with a database role each, as if they were two processes.
 */
public final class Standalone implements AutoCloseable {

    private final EmbeddedDatabase database;
    private final ConfigurableApplicationContext command;
    private final ConfigurableApplicationContext query;
    private final LocalIssuer issuer;

    private Standalone(
            EmbeddedDatabase database,
            ConfigurableApplicationContext command,
            ConfigurableApplicationContext query,
            LocalIssuer issuer) {
        this.database = database;
        this.command = command;
        this.query = query;
        this.issuer = issuer;
    }

    /** Starts the ledger, loads the demonstration cases, and says what to open. */
    public static void main(String[] args) {
        long begin = System.nanoTime();
        try {
            Layout layout = Layout.from(System.getenv());
            Standalone standalone = start(layout);
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(standalone::close));
            Duration answersAfter = Duration.ofNanos(System.nanoTime() - begin);
            if (layout.demo()) {
                var tokens = new IssuedTokens(standalone.issuer);
                var open = new DemoCases(URI.create(standalone.commandAddress()), tokens, Clock.systemUTC()).load();
                new Guide(
                                standalone.commandAddress(),
                                standalone.queryAddress(),
                                TokenFiles.write(layout.keys().resolve("tokens"), tokens),
                                open)
                        .tell(System.out, answersAfter);
            } else {
                System.out.printf(
                        "The investment-journey ledger answers: commands %s, queries %s.%n",
                        standalone.commandAddress(), standalone.queryAddress());
            }
            if (layout.population() > 0) {
                standalone.tellOfAPopulation(layout);
            }
        } catch (CannotStart e) {
            System.err.println("The ledger does not start: " + e.getMessage());
            System.exit(1);
        } catch (ServiceGaveUp e) {
            // It has said in one sentence what is wrong.
            System.exit(1);
        } catch (RuntimeException e) {
            System.err.println("The ledger does not start: " + innermost(e));
            System.exit(1);
        }
    }

    private void tellOfAPopulation(Layout layout) {
        System.out.printf(
                "%nTelling the ledger of %d synthetic citizens, seed %d ...%n",
                layout.population(), layout.populationSeed());
        var told = new Population(
                        URI.create(commandAddress()),
                        new IssuedTokens(issuer),
                        Clock.systemUTC(),
                        layout.populationSeed())
                .tell(layout.population(), 2 * Runtime.getRuntime().availableProcessors());
        System.out.printf(
                "%d synthetic citizens, %d commands%s%n",
                told.citizens(),
                told.commands(),
                told.problems().isEmpty() ? "." : "; turned away: " + told.problems());
    }

    static Standalone start(Layout layout) {
        Ports.needFree(layout.commandPort(), "command-service", "LEDGER_COMMAND_PORT");
        Ports.needFree(layout.queryPort(), "query-service", "LEDGER_QUERY_PORT");
        LocalIssuer issuer = LocalIssuer.in(layout.keys(), Clock.systemUTC(), Duration.ofHours(12));
        KeyEncryptionKey.createIfMissing(kek(layout));
        EmbeddedDatabase database = EmbeddedDatabase.start(layout.data(), layout.databasePort());
        var opened = new ArrayList<ConfigurableApplicationContext>();
        try {
            var hub = new PushHub();
            opened.add(service(
                    CommandServiceApplication.application(),
                    hub,
                    withLog(layout, settings(layout, database, issuer, layout.commandPort()))));
            opened.add(service(
                    QueryServiceApplication.application(),
                    hub,
                    settings(layout, database, issuer, layout.queryPort())));
            return new Standalone(database, opened.getFirst(), opened.getLast(), issuer);
        } catch (RuntimeException e) {
            opened.reversed().forEach(ConfigurableApplicationContext::close);
            stop(database);
            throw e;
        }
    }

    private static ConfigurableApplicationContext service(
            SpringApplicationBuilder application, PushHub hub, List<String> settings) {
        try {
            return application
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .registerShutdownHook(false)
                    .initializers(context -> context.getBeanFactory().registerSingleton("pushHub", hub))
                    .run(settings.toArray(String[]::new));
        } catch (RuntimeException e) {
            throw new ServiceGaveUp(e);
        }
    }

    /** A service could not start, and has told the person who started it why. */
    private static final class ServiceGaveUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ServiceGaveUp(RuntimeException cause) {
            super(cause);
        }
    }

    private static List<String> settings(Layout layout, EmbeddedDatabase database, LocalIssuer issuer, int port) {
        return List.of(
                "--ledger.db.url=" + database.url(),
                "--ledger.owner.user=postgres",
                "--ledger.kek.file=" + kek(layout),
                "--ledger.keys.dir=" + layout.keys().resolve("persons"),
                "--ledger.jwt.public-key=" + issuer.publicKey(),
                "--ledger.jwt.issuer=" + LocalIssuer.ISSUER,
                "--server.address=127.0.0.1",
                "--server.port=" + port);
    }

    /** The log is sealed by command-service alone. Where to find proofs is known beforehand unless any port will do. */
    private static List<String> withLog(Layout layout, List<String> settings) {
        var all = new ArrayList<>(settings);
        all.add("--ledger.log.signer.dir=" + layout.keys().resolve("log-signer"));
        if (layout.queryPort() != 0) {
            all.add("--ledger.query.url=http://127.0.0.1:" + layout.queryPort());
        }
        return all;
    }

    private static Path kek(Layout layout) {
        return layout.keys().resolve("kek.json");
    }

    /** Where command-service listens. */
    String commandAddress() {
        return address(command);
    }

    /** Where query-service listens. */
    String queryAddress() {
        return address(query);
    }

    private static String address(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    private record IssuedTokens(LocalIssuer issuer) implements Tokens {
        @Override
        public String worker(UUID id, UUID service, String... roles) {
            return issuer.worker(id, service, roles);
        }

        @Override
        public String person(UUID id) {
            return issuer.person(id);
        }

        @Override
        public String personThrough(UUID id, UUID app) {
            return issuer.personThrough(id, app);
        }
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static void stop(EmbeddedDatabase database) {
        try {
            database.close();
        } catch (IOException e) {
            System.err.println("The database did not stop cleanly: " + e.getMessage());
        }
    }

    /** Stops accepting, lets what is under way finish, and stops the database last. */
    @Override
    public void close() {
        query.close();
        command.close();
        stop(database);
    }
}
