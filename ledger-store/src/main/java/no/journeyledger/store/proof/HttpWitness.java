package no.journeyledger.store.proof;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A witness spoken to over HTTP (C2SP tlog-witness): it is shown that each checkpoint continues the one before, and signs
 * that it saw it.
 */
public final class HttpWitness implements Witness {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int LONGEST_ANSWER = 100_000;

    private final URI prefix;
    private final VerifierKey key;
    private final HttpClient http;
    private long knows;

    /**
     * A witness at an address.
     *
     * @param prefix its submission and monitoring prefix, without a slash at the end
     * @param key its public key
     */
    public HttpWitness(URI prefix, VerifierKey key, HttpClient http) {
        if (key.kind() != VerifierKey.Kind.WITNESS) {
            throw new IllegalArgumentException("not the key of a witness: " + key);
        }
        this.prefix = prefix;
        this.key = key;
        this.http = http;
    }

    @Override
    public String name() {
        return key.name();
    }

    @Override
    public synchronized List<NoteSignature> publish(SignedNote checkpoint, List<VerifierKey> keys, TileReader log)
            throws IOException {
        long size = Checkpoint.of(checkpoint).size();
        HttpResponse<String> answer = submit(checkpoint, size, log);
        if (answer.statusCode() == CONFLICT) {
            knows = sizeIn(answer.body());
            if (knows > size) {
                throw new IOException(name() + " knows a checkpoint of size " + knows + ", larger than " + size);
            }
            answer = submit(checkpoint, size, log);
        }
        if (answer.statusCode() != OK || answer.body().length() > LONGEST_ANSWER) {
            throw new IOException(name() + " did not sign: status " + answer.statusCode());
        }
        var signatures = new ArrayList<NoteSignature>();
        try {
            for (String line : answer.body().lines().toList()) {
                NoteSignature signature = NoteSignature.parse(line);
                if (key.made(signature) && key.verifies(checkpoint.text(), signature.signature())) {
                    signatures.add(signature);
                }
            }
        } catch (NotGenuine e) {
            throw new IOException(name() + " answered with something else than signatures", e);
        }
        if (signatures.isEmpty()) {
            throw new IOException(name() + " answered without its signature");
        }
        knows = size;
        return signatures;
    }

    private HttpResponse<String> submit(SignedNote checkpoint, long size, TileReader log) throws IOException {
        var body = new StringBuilder("old ").append(knows).append('\n');
        for (TreeHash hash : new TileTree(log, size).consistency(knows).path()) {
            body.append(hash.base64()).append('\n');
        }
        body.append('\n').append(checkpoint);
        return send(HttpRequest.newBuilder(URI.create(prefix + "/add-checkpoint"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private static long sizeIn(String body) throws IOException {
        String size = body.strip();
        if (!size.matches("[0-9]{1,18}")) {
            throw new IOException("a witness answers a conflict with the size it knows");
        }
        return Long.parseLong(size);
    }

    @Override
    public Optional<SignedNote> newest(String origin) throws IOException {
        String log = HexFormat.of().formatHex(TreeHash.sha256().digest(origin.getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(prefix + "/" + log + "/checkpoint"))
                .timeout(PATIENCE)
                .GET()
                .build());
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        try {
            if (answer.statusCode() == OK && answer.body().length() <= LONGEST_ANSWER) {
                return Optional.of(SignedNote.parse(answer.body()));
            }
        } catch (NotGenuine e) {
            throw new IOException(name() + " answered with something else than a checkpoint", e);
        }
        throw new IOException(name() + " did not tell what it knows: status " + answer.statusCode());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
