package no.journeyledger.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the two services: plain HTTP, nothing of the project's own classes. */
final class Ledger implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = new JsonMapper();
    private final AtomicLong askedAgain = new AtomicLong();
    private final URI commands;
    private final URI queries;

    Ledger(URI commands, URI queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** A body with its fields in the order given; a {@code null} value leaves its field out. */
    static Map<String, Object> body(@Nullable Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                body.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return body;
    }

    /**
     * Sends a command under a key of its own, and does what the ledger asks for when it is not available for a moment: the
     * same command under the same key, a little later.
     */
    Answer command(String token, String path, Map<String, Object> body, String... headers) {
        String key = UUID.randomUUID().toString();
        String bytes = json.writeValueAsString(body);
        Answer answer = command(token, key, path, bytes, headers);
        for (int again = 0; answer.status() == 503 && again < 20; again++) {
            askedAgain.incrementAndGet();
            Started.pause(Duration.ofMillis(500));
            answer = command(token, key, path, bytes, headers);
        }
        return answer;
    }

    /** Where commands go. */
    URI commands() {
        return commands;
    }

    /** How often a command was sent again because the ledger was not available for a moment. */
    long askedAgain() {
        return askedAgain.get();
    }

    /** Sends a command under a given key, with a body that need not be JSON. */
    Answer command(@Nullable String token, @Nullable String key, String path, String body, String... headers) {
        try {
            return commandOnce(token, key, path, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException("POST " + path + " got no answer", e);
        }
    }

    /**
     * The same for who wants to know that no answer came.
     *
     * @throws IOException when the outcome is not known
     */
    Answer commandOnce(@Nullable String token, @Nullable String key, String path, String body, String... headers)
            throws IOException {
        HttpRequest.Builder request =
                request(commands.resolve(path), token, headers).POST(HttpRequest.BodyPublishers.ofString(body));
        if (List.of(headers).stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send("POST " + path, request);
    }

    /** Asks the query service. */
    Answer ask(@Nullable String token, String path, String... headers) {
        try {
            return send(
                    "GET " + path,
                    request(queries.resolve(path), token, headers).GET());
        } catch (IOException e) {
            throw new UncheckedIOException("GET " + path + " got no answer", e);
        }
    }

    /** Tells the query service to do something, e.g. to rebuild. */
    Answer tell(String token, String path) {
        try {
            return send(
                    "POST " + path, request(queries.resolve(path), token).POST(HttpRequest.BodyPublishers.noBody()));
        } catch (IOException e) {
            throw new UncheckedIOException("POST " + path + " got no answer", e);
        }
    }

    /** Every item of a list, page by page. */
    List<JsonNode> all(String token, String path) {
        var items = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            String page = path + (path.contains("?") ? "&" : "?") + "limit=100"
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            JsonNode answer = ask(token, page).expectAccepted().body();
            answer.path("items").forEach(items::add);
            cursor = answer.path("next").asString("");
        } while (!cursor.isEmpty());
        return items;
    }

    private static HttpRequest.Builder request(URI uri, @Nullable String token, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private Answer send(String call, HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return Answer.of(call, response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(call + " was interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
