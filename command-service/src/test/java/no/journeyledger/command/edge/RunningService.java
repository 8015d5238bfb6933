package no.journeyledger.command.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import no.journeyledger.command.CommandServiceApplication;
import no.journeyledger.store.LedgerSchema;
import no.journeyledger.store.personal.KeyEncryptionKey;
import no.journeyledger.store.testing.LedgerTestDatabase;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command service on a free port, with a ledger of its own that outlives a restart. */
final class RunningService implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    final LedgerTestDatabase database;
    final TestTokens tokens = new TestTokens();
    private final Path folder;
    private final String[] settings;
    private final MovableClock clock;
    private final Class<?>[] more;
    private final int databasePort;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ConfigurableApplicationContext context;

    /** What came back. */
    record Reply(int status, Map<String, String> headers, byte[] bytes) {

        JsonNode body() {
            return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        }

        String text(String field) {
            return body().path(field).asString("");
        }

        UUID id(String field) {
            return UUID.fromString(text(field));
        }

        /** The last word of the problem type. */
        String problem() {
            String type = text("type");
            return type.substring(type.lastIndexOf(':') + 1);
        }

        /** Of a dry run: the types of what would be recorded, in order. */
        List<String> wouldRecord() {
            return body().path("wouldRecord")
                    .valueStream()
                    .map(event -> event.path("type").asString())
                    .toList();
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }

        long position() {
            return body().path("position").asLong(-1);
        }

        @Override
        public String toString() {
            return status + " " + new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private RunningService(
            LedgerTestDatabase database,
            int databasePort,
            Path folder,
            MovableClock clock,
            Class<?>[] more,
            String... settings) {
        this.database = database;
        this.databasePort = databasePort;
        this.folder = folder;
        this.clock = clock;
        this.more = more;
        this.settings = settings;
        this.context = run();
    }

    static RunningService start(String... settings) {
        return start(new MovableClock(), new Class<?>[0], settings);
    }

    /** The same by a clock the test can move, and with more beans than the service's own. */
    static RunningService start(MovableClock clock, Class<?>[] more, String... settings) {
        return start(port -> port, clock, more, settings);
    }

    /** The same, with something standing between the service and its database. */
    static RunningService startBehind(IntUnaryOperator portBefore, String... settings) {
        return start(portBefore, new MovableClock(), new Class<?>[0], settings);
    }

    private static RunningService start(
            IntUnaryOperator portBefore, MovableClock clock, Class<?>[] more, String... settings) {
        try {
            Path folder = Files.createTempDirectory("command-service");
            KeyEncryptionKey.createIfMissing(folder.resolve("kek.json"));
            LedgerTestDatabase database = LedgerTestDatabase.fresh();
            return new RunningService(database, portBefore.applyAsInt(database.port()), folder, clock, more, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConfigurableApplicationContext run() {
        try {
            return CommandServiceApplication.application()
                    .sources(more)
                    .initializers(starting -> starting.getBeanFactory().registerSingleton("clock", clock))
                    .run(Stream.concat(
                                    Arrays.stream(settings()),
                                    Stream.of("--ledger.jwt.public-key=" + tokens.publicKeyIn(folder)))
                            .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String[] settings() {
        return Stream.concat(
                        Stream.of(
                                "--server.port=0",
                                // So that nothing comes between what a test counts.
                                "--ledger.reads.anchored-every=1d",
                                "--ledger.db.url=jdbc:postgresql://localhost:" + databasePort + "/" + database.name(),
                                "--ledger.writer.user=" + LedgerSchema.WRITER,
                                "--ledger.kek.file=" + folder.resolve("kek.json"),
                                "--ledger.keys.dir=" + folder.resolve("keys"),
                                "--ledger.log.signer.dir=" + signer(),
                                "--ledger.jwt.issuer=" + TestTokens.ISSUER),
                        Arrays.stream(settings))
                .toArray(String[]::new);
    }

    static String url(LedgerTestDatabase database) {
        return "jdbc:postgresql://localhost:" + database.port() + "/" + database.name();
    }

    /** Where the log's signer keeps its keys and its memory. */
    Path signer() {
        return folder.resolve("log-signer");
    }

    /** Stops the service, does something to the ledger behind its back, and starts it again. */
    void restartAfter(Runnable something) {
        context.close();
        something.run();
        context = run();
    }

    /** Stops the service and starts it again on the same ledger. */
    void restart() {
        context.close();
        context = run();
    }

    /** Stops the service, as if for the night. */
    void stop() {
        context.close();
    }

    /** Starts it again. */
    void startAgain() {
        context = run();
    }

    /** Another instance on the same ledger, to be closed by the caller. */
    ConfigurableApplicationContext another() {
        return run();
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return server.getPort();
    }

    /** Posts a command with a new idempotency key. */
    Reply post(String token, String path, String body, String... headers) {
        return send(
                token,
                "POST",
                path,
                body.getBytes(StandardCharsets.UTF_8),
                Stream.concat(Stream.of("Idempotency-Key", UUID.randomUUID().toString()), Arrays.stream(headers))
                        .toArray(String[]::new));
    }

    /** Tries a command: whatever comes of it, no event, key of a person or idempotency key is left behind. */
    Reply tried(String token, String path, String body, String... headers) {
        List<Long> before = List.of(head(), rows("ledger.idempotency"), rows("ledger.snapshot"), keys());
        Reply reply = send(
                token,
                "POST",
                path,
                body.getBytes(StandardCharsets.UTF_8),
                Stream.concat(Stream.of("Dry-Run", "true"), Arrays.stream(headers))
                        .toArray(String[]::new));
        assertThat(List.of(head(), rows("ledger.idempotency"), rows("ledger.snapshot"), keys()))
                .as("a dry run of %s leaves nothing behind", path)
                .isEqualTo(before);
        assertThat(reply.header("Dry-Run")).as(path).isEqualTo("true");
        return reply;
    }

    /** The types recorded after a position, in order. */
    List<String> recordedAfter(long position) {
        try (var connection = database.owner().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT t.name FROM ledger.event e JOIN ledger.event_type t ON t.id = e.type"
                                + " WHERE e.position > " + position + " ORDER BY e.position")) {
            var types = new ArrayList<String>();
            while (rows.next()) {
                types.add(rows.getString(1));
            }
            return types;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long rows(String table) {
        try (var connection = database.owner().getConnection();
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many persons have a key. */
    private long keys() {
        Path keys = folder.resolve("keys");
        if (!Files.exists(keys)) {
            return 0;
        }
        try (var files = Files.walk(keys)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply send(String token, String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        request.setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var received = new java.util.HashMap<String, String>();
            response.headers().map().forEach((name, values) -> received.put(name, String.join(",", values)));
            return new Reply(response.statusCode(), received, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many events the ledger holds. */
    long head() {
        try (var connection = database.owner().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT coalesce(max(position), 0) FROM ledger.event")) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        context.close();
        database.close();
    }
}
