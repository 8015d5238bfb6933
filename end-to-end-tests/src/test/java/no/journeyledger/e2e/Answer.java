package no.journeyledger.e2e;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service answered.
 *
 * @param call method and path, for messages
 * @param status the HTTP status
 * @param headers every header
 * @param text the body as it came
 */
record Answer(String call, int status, HttpHeaders headers, String text) {

    private static final JsonMapper JSON = new JsonMapper();

    static Answer of(String call, int status, HttpHeaders headers, byte[] body) {
        return new Answer(call, status, headers, new String(body, StandardCharsets.UTF_8));
    }

    boolean accepted() {
        return status / 100 == 2;
    }

    /** This answer, which must be a 2xx for the test to go on. */
    Answer expectAccepted() {
        if (!accepted()) {
            throw new AssertionError(call + " was answered " + this);
        }
        return this;
    }

    JsonNode body() {
        return text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text);
    }

    UUID id(String field) {
        return UUID.fromString(body().path(field).asString());
    }

    String text(String field) {
        return body().path(field).asString();
    }

    long position() {
        return body().path("position").asLong();
    }

    long version() {
        return body().path("version").asLong();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The last word of the problem type. */
    String problem() {
        String type = body().path("type").asString("");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    @Override
    public String toString() {
        return status + " " + text;
    }
}
