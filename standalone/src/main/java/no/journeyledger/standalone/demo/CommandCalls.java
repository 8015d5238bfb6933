package no.journeyledger.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands the way a case app does. */
final class CommandCalls implements AutoCloseable {

    /** What the ledger answered. */
    record Reply(int status, JsonNode body) {
        boolean accepted() {
            return status / 100 == 2;
        }

        /** The last word of the problem type, e.g. {@code decision-refused}; empty when there is none. */
        String problem() {
            String type = body.path("type").asString("");
            return type.substring(type.lastIndexOf(':') + 1);
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final Map<UUID, String> issued = new ConcurrentHashMap<>();
    private final URI base;
    private final Tokens tokens;

    CommandCalls(URI base, Tokens tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    /**
     * Sends one command.
     *
     * @param by in whose session
     * @param key the idempotency key, the same every time this step is told
     * @param path below the base, e.g. {@code /v1/funds}
     * @param effectiveAt when it took effect, {@code null} for now
     * @param body its fields in a fixed order, since a repeated key must come with the same bytes
     */
    Reply send(
            DemoPeople.Someone by, String key, String path, @Nullable Instant effectiveAt, Map<String, Object> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + issued.computeIfAbsent(by.id(), id -> by.token(tokens)))
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .header("Purpose", "demonstration")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        if (effectiveAt != null) {
            request.header("Effective-At", effectiveAt.toString());
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            byte[] answer = response.body();
            return new Reply(
                    response.statusCode(), answer.length == 0 ? json.createObjectNode() : json.readTree(answer));
        } catch (IOException e) {
            throw new DemoCases.NotLoaded("The demo data could not be loaded: " + base + " does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoCases.NotLoaded("Loading the demo data was interrupted.", e);
        }
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

    @Override
    public void close() {
        http.close();
    }
}
