package no.journeyledger.command.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import no.journeyledger.command.CommandServiceApplication;
import no.journeyledger.store.LedgerSchema;
import no.journeyledger.store.personal.KeyEncryptionKey;
import no.journeyledger.store.testing.LedgerTestDatabase;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own, with settings from the environment and nothing else. */
class OwnProcessTest {

    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    static Path folder;

    private static LedgerTestDatabase database;
    private static TestTokens tokens;
    private static Path publicKey;

    @BeforeAll
    static void prepare() throws IOException {
        database = LedgerTestDatabase.fresh();
        tokens = new TestTokens();
        publicKey = tokens.publicKeyIn(folder);
        KeyEncryptionKey.createIfMissing(folder.resolve("kek.json"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("LEDGER_DB_URL", RunningService.url(database));
        settings.put("LEDGER_OWNER_USER", "postgres");
        settings.put("LEDGER_WRITER_USER", LedgerSchema.WRITER);
        settings.put("LEDGER_KEK_FILE", folder.resolve("kek.json").toString());
        settings.put("LEDGER_KEYS_DIR", folder.resolve("keys").toString());
        settings.put("LEDGER_JWT_PUBLIC_KEY", publicKey.toString());
        settings.put("LEDGER_JWT_ISSUER", TestTokens.ISSUER);
        settings.put("LEDGER_MUNICIPALITY", "3203");
        settings.put("SERVER_PORT", Integer.toString(freePort()));
        return settings;
    }

    @Test
    void it_starts_alone_records_calls_nobody_and_stops_in_order() throws Exception {
        var calls = new AtomicInteger();
        var listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        listener.start();
        String usage = "http://127.0.0.1:" + listener.getAddress().getPort() + "/";
        var settings = settings();
        Path log = folder.resolve("alone.log");
        Process service = process(settings, log, "-Daxoniq.usage.url=" + usage);
        try (var http = HttpClient.newHttpClient()) {
            URI base = URI.create("http://127.0.0.1:" + settings.get("SERVER_PORT"));
            awaitReady(http, base, service, log);
            var reply = http.send(
                    HttpRequest.newBuilder(base.resolve("/v1/journeys"))
                            .header(
                                    "Authorization",
                                    "Bearer " + tokens.worker(UUID.randomUUID(), UUID.randomUUID(), "TEAM"))
                            .header("Idempotency-Key", "alone")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"name\": \"Canary-4417\", \"birthDate\": \"1990-01-01\", \"door\": \"SELF\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
            assertThat(calls).as("calls home").hasValue(0);

            service.destroy();
            assertThat(service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(log)).doesNotContain("ERROR", "WARN ", "Canary-4417");

            // The control: the framework's checker, where it is switched on, does call.
            Process control = java(
                            "-Daxoniq.usage.url=" + usage,
                            "-Daxoniq.update-checker.disabled=false",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CallsHome.class.getName())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("control.log").toFile())
                    .start();
            try {
                await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                        .untilAsserted(() -> assertThat(calls.get())
                                .as("calls of the control")
                                .isPositive());
            } finally {
                control.destroyForcibly().waitFor();
            }
        } finally {
            service.destroyForcibly();
            listener.stop(0);
        }
    }

    @Test
    void a_taken_port_is_one_sentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = settings();
            settings.put("SERVER_PORT", Integer.toString(taken.getLocalPort()));
            refusesToStart(settings, "Port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void a_database_that_does_not_answer_is_one_sentence() throws Exception {
        var settings = settings();
        settings.put("LEDGER_DB_URL", "jdbc:postgresql://127.0.0.1:" + freePort() + "/nowhere");
        refusesToStart(settings, "cannot be reached as postgres");
    }

    @Test
    void a_missing_key_or_setting_is_one_sentence() throws Exception {
        var settings = settings();
        settings.put("LEDGER_KEK_FILE", folder.resolve("nowhere.json").toString());
        refusesToStart(settings, "The key-encryption key is missing");
        settings = settings();
        settings.remove("LEDGER_DB_URL");
        refusesToStart(settings, "The setting LEDGER_DB_URL is missing");
        settings = settings();
        settings.remove("LEDGER_JWT_PUBLIC_KEY");
        settings.remove("LEDGER_JWT_ISSUER");
        refusesToStart(settings, "says whose tokens are believed");
    }

    @Test
    void a_database_that_may_lose_what_it_acknowledged_is_one_sentence() throws Exception {
        // The library's own defaults: fsync and synchronous_commit off.
        try (var careless = EmbeddedPostgres.builder().start()) {
            var settings = settings();
            settings.put(
                    "LEDGER_DB_URL", careless.getJdbcUrl("postgres", "postgres").replaceFirst("[?].*", ""));
            refusesToStart(settings, "fsync");
        }
    }

    private static void refusesToStart(Map<String, String> settings, String sentence) throws Exception {
        Path log = Files.createTempFile(folder, "refused", ".log");
        Process service = process(settings, log);
        try {
            assertThat(service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            String said = Files.readString(log);
            assertThat(service.exitValue()).as(said).isEqualTo(1);
            assertThat(said).contains(sentence).doesNotContain("\tat ", "Exception", "APPLICATION FAILED");
        } finally {
            service.destroyForcibly();
        }
    }

    private static Process process(Map<String, String> settings, Path log, String... options) throws IOException {
        var arguments = new java.util.ArrayList<>(java.util.List.of(options));
        arguments.add("-Xmx256m");
        // Starting is what is waited for here, not speed.
        arguments.add("-XX:TieredStopAtLevel=1");
        arguments.add("-XX:+UseSerialGC");
        arguments.add("--enable-native-access=ALL-UNNAMED");
        arguments.add("--sun-misc-unsafe-memory-access=allow");
        arguments.add("-cp");
        arguments.add(System.getProperty("java.class.path"));
        arguments.add(CommandServiceApplication.class.getName());
        var builder =
                java(arguments.toArray(String[]::new)).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LEDGER_") || name.startsWith("SERVER_"));
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static ProcessBuilder java(String... arguments) {
        var command = new java.util.ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java.util.List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static void awaitReady(HttpClient http, URI base, Process service, Path log) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < until) {
            assertThat(service.isAlive()).as(Files.readString(log)).isTrue();
            try {
                var reply = http.send(
                        HttpRequest.newBuilder(base.resolve("/actuator/health/readiness"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                if (reply.statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not ready in time: " + Files.readString(log));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Runs the framework's update checker as its own starter would. */
    static final class CallsHome {
        public static void main(String[] args) throws InterruptedException {
            var properties = org.axonframework.updates.configuration.UsagePropertyProvider.create();
            new UpdateChecker(
                            new org.axonframework.updates.UpdateCheckerHttpClient(properties),
                            new org.axonframework.updates.LoggingUpdateCheckerReporter(),
                            properties)
                    .start();
            Thread.currentThread().join();
        }
    }
}
