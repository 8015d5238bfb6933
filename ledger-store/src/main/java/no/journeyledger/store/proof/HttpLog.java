package no.journeyledger.store.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A log read over HTTP in the tlog-tiles layout. */
final class HttpLog implements TileReader {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final String prefix;
    private final @Nullable String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /**
     * A log at an address.
     *
     * @param prefix below which {@code checkpoint} and {@code tile} are served
     * @param token a bearer token for what is not open to everybody
     */
    HttpLog(String prefix, @Nullable String token) {
        this.prefix = prefix.replaceFirst("/$", "");
        this.token = token;
    }

    /** A key the log published, and the first checkpoint it signed. */
    record PublishedKey(VerifierKey key, @Nullable SignedNote first) {}

    /** Every key the log published, the first one first; none when it publishes no list. */
    List<PublishedKey> keys() {
        Optional<byte[]> answer = get("keys");
        var keys = new ArrayList<PublishedKey>();
        try {
            JsonNode document = JsonMapper.builder().build().readTree(answer.orElse(new byte[] {'{', '}'}));
            for (JsonNode key : document.path("keys")) {
                String first = key.path("firstCheckpoint").asString("");
                keys.add(new PublishedKey(
                        VerifierKey.parse(key.path("key").asString("")),
                        first.isEmpty() ? null : SignedNote.parse(first)));
            }
            return keys;
        } catch (JacksonException | NotGenuine e) {
            throw new LogUnreadable("the list of keys at " + prefix + "/keys cannot be read", e);
        }
    }

    @Override
    public Optional<byte[]> tile(Tile tile) {
        Optional<byte[]> bytes = get(tile.path());
        if (bytes.isPresent() || tile.width() == Tile.FULL) {
            return bytes;
        }
        // A partial tile may be gone once the full one is there.
        return get(new Tile(tile.level(), tile.index(), Tile.FULL).path()).map(tile::cutFrom);
    }

    @Override
    public Optional<String> checkpoint() {
        return get("checkpoint").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> get(String path) {
        var request = HttpRequest.newBuilder(URI.create(prefix + "/" + path)).timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case OK -> Optional.of(answer.body());
                case NOT_FOUND -> Optional.empty();
                case 401, 403 ->
                    throw new LogUnreadable(
                            prefix + "/" + path + " is open to auditors only: name the file of a token with --token");
                default -> throw new LogUnreadable(prefix + "/" + path + " answered " + answer.statusCode());
            };
        } catch (IOException e) {
            throw new LogUnreadable(prefix + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnreadable("interrupted", e);
        }
    }
}
