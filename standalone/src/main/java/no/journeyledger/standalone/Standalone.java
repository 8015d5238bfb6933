package no.journeyledger.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import no.journeyledger.command.CommandServiceApplication;
import no.journeyledger.query.QueryServiceApplication;
import no.journeyledger.standalone.demo.DemoCases;
import no.journeyledger.standalone.demo.DemoPeople;
import no.journeyledger.standalone.issuer.Account;
import no.journeyledger.standalone.issuer.AuthorizationServer;
import no.journeyledger.standalone.issuer.People;
import no.journeyledger.standalone.issuer.SignIn;
import no.journeyledger.standalone.population.Population;
import no.journeyledger.store.PushHub;
import no.journeyledger.store.personal.KeyEncryptionKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts both services in one process on an embedded PostgreSQL: two Spring contexts that share nothing but the push hub,
 * with a database role each, as if they were two processes; and beside them the issuer of tokens, whom they know by its address
 * alone.
 */
public final class Standalone implements AutoCloseable {

    private final EmbeddedDatabase database;
    private final ConfigurableApplicationContext command;
    private final ConfigurableApplicationContext query;
    private final AuthorizationServer issuer;
    private final SignIn signIn;

    private Standalone(
            EmbeddedDatabase database,
            ConfigurableApplicationContext command,
            ConfigurableApplicationContext query,
            AuthorizationServer issuer,
            SignIn signIn) {
        this.database = database;
        this.command = command;
        this.query = query;
        this.issuer = issuer;
        this.signIn = signIn;
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
                var open = new DemoCases(URI.create(standalone.commandAddress()), standalone.signIn, Clock.systemUTC())
                        .load();
                var files = new TokenFiles(layout.keys().resolve("tokens"), standalone.signIn);
                files.write();
                files.renewEvery(Duration.ofMinutes(layout.tokenMinutes()).dividedBy(3));
                new Guide(
                                standalone.commandAddress(),
                                standalone.queryAddress(),
                                standalone.issuer.address().toString(),
                                files.folder(),
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
        long begun = System.nanoTime();
        var told = new Population(URI.create(commandAddress()), signIn, Clock.systemUTC(), layout.populationSeed())
                .tell(layout.population(), 16 * Runtime.getRuntime().availableProcessors());
        System.out.printf(
                "%d synthetic citizens, %d commands in %d s%s%n",
                told.citizens(),
                told.commands(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                told.problems().isEmpty() ? "." : "; turned away: " + told.problems());
    }

    static Standalone start(Layout layout) {
        Ports.needFree(layout.commandPort(), "command-service", "LEDGER_COMMAND_PORT");
        Ports.needFree(layout.queryPort(), "query-service", "LEDGER_QUERY_PORT");
        Ports.needFree(layout.issuerPort(), "the issuer of tokens", "LEDGER_ISSUER_PORT");
        KeyEncryptionKey.createIfMissing(kek(layout));
        int issuerPort = layout.issuerPort() == 0 ? AuthorizationServer.freePort() : layout.issuerPort();
        Path folder = layout.keys().resolve("issuer");
        People people = People.in(folder, layout.demo() ? accounts() : List.of());
        // Before there is a second thread that logs: logging cannot be begun by two at once.
        LoggerFactory.getILoggerFactory();
        // While the database starts. The services ask for its keys when the first token comes.
        Future<AuthorizationServer> starting = started(() -> AuthorizationServer.start(
                folder, issuerPort, people, DemoPeople.CASE_APP, Duration.ofMinutes(layout.tokenMinutes())));
        URI issuer = AuthorizationServer.address(issuerPort);
        var opened = new ArrayList<ConfigurableApplicationContext>();
        @Nullable EmbeddedDatabase database = null;
        try {
            database = EmbeddedDatabase.start(layout.data(), layout.databasePort());
            var hub = new PushHub();
            opened.add(service(
                    CommandServiceApplication.application(),
                    hub,
                    withLog(layout, settings(layout, database, issuer, layout.commandPort()))));
            opened.add(service(
                    QueryServiceApplication.application(),
                    hub,
                    settings(layout, database, issuer, layout.queryPort())));
            return new Standalone(
                    database,
                    opened.getFirst(),
                    opened.getLast(),
                    startedBy(starting),
                    new SignIn(issuer, folder, people));
        } catch (RuntimeException e) {
            opened.reversed().forEach(ConfigurableApplicationContext::close);
            if (database != null) {
                stop(database);
            }
            closeIfStarted(starting);
            throw e;
        }
    }

    private static Future<AuthorizationServer> started(Callable<AuthorizationServer> start) {
        var task = new FutureTask<>(start);
        Thread.ofPlatform().name("issuer-start").daemon().start(task);
        return task;
    }

    private static AuthorizationServer startedBy(Future<AuthorizationServer> starting) {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            throw new CannotStart("The issuer of tokens cannot start: " + innermost(e)
                    + "; check that LEDGER_ISSUER_PORT is free and the keys folder can be written.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Starting was interrupted.");
        }
    }

    private static void closeIfStarted(Future<AuthorizationServer> starting) {
        try {
            starting.get().close();
        } catch (ExecutionException e) {
            // There is nothing to close; what kept the ledger from starting is told already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The people of the demonstration; those who have a token file are called as it is. */
    private static List<Account> accounts() {
        var accounts = new LinkedHashMap<UUID, Account>();
        TokenFiles.people()
                .forEach((name, someone) -> account(name, someone).ifPresent(each -> accounts.put(each.id(), each)));
        for (DemoPeople.Someone someone : Stream.concat(DemoPeople.workers().stream(), DemoPeople.persons().stream())
                .toList()) {
            String called = someone.name().split(" ", 2)[0].toLowerCase(Locale.ROOT);
            account(called, someone).ifPresent(each -> accounts.putIfAbsent(each.id(), each));
        }
        return List.copyOf(accounts.values());
    }

    private static Optional<Account> account(String name, DemoPeople.Someone someone) {
        return switch (someone) {
            case DemoPeople.Worker worker ->
                Optional.of(new Account(
                        worker.id(), name, worker.name() + ", " + worker.does(), worker.service(), worker.roles()));
            case DemoPeople.Person person ->
                Optional.of(new Account(person.id(), name, person.name() + ", citizen", null, List.of()));
            case DemoPeople.CaseAppFor ignored -> Optional.empty();
        };
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

    private static List<String> settings(Layout layout, EmbeddedDatabase database, URI issuer, int port) {
        return List.of(
                "--ledger.db.url=" + database.url(),
                "--ledger.owner.user=postgres",
                "--ledger.kek.file=" + kek(layout),
                "--ledger.keys.dir=" + layout.keys().resolve("persons"),
                "--ledger.jwt.issuer=" + issuer,
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

    /** Signs people in at the issuer. */
    SignIn signIn() {
        return signIn;
    }

    /** The issuer of tokens. */
    AuthorizationServer issuer() {
        return issuer;
    }

    private static String address(ConfigurableApplicationContext context) {
        return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
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
        signIn.close();
        query.close();
        command.close();
        issuer.close();
        stop(database);
    }
}
