package no.journeyledger.store.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A witness as the protocol asks for: remembers one log's newest checkpoint and signs only what continues it. */
final class WitnessStand implements AutoCloseable {

    private final HttpServer server;
    private final SigningKey key = SigningKey.generate("witness.example/w1", VerifierKey.Kind.WITNESS);
    private final List<VerifierKey> keysOfTheLog;
    private Checkpoint newest = new Checkpoint(SealedLedger.ORIGIN, 0, TreeHash.EMPTY);
    private @Nullable SignedNote note;

    WitnessStand(List<VerifierKey> keysOfTheLog) throws IOException {
        this.keysOfTheLog = keysOfTheLog;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/add-checkpoint", this::add);
        server.createContext("/", this::tell);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    VerifierKey key() {
        return key.verifier();
    }

    private synchronized void add(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int blank = body.indexOf("\n\n");
        List<String> lines = List.of(body.substring(0, blank).split("\n", -1));
        long old = Long.parseLong(lines.getFirst().substring("old ".length()));
        var path = new ArrayList<TreeHash>();
        lines.subList(1, lines.size()).forEach(l -> path.add(TreeHash.parse(l)));
        SignedNote submitted = SignedNote.parse(body.substring(blank + 2));
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.open(submitted, SealedLedger.ORIGIN, keysOfTheLog);
        } catch (NotGenuine e) {
            answer(exchange, 403, "");
            return;
        }
        if (old != newest.size()) {
            answer(exchange, 409, newest.size() + "\n");
        } else if (!new ConsistencyProof(old, checkpoint.size(), path).proves(newest.root(), checkpoint.root())) {
            answer(exchange, 422, "");
        } else {
            newest = checkpoint;
            NoteSignature signature = key.sign(submitted.text(), Instant.now());
            note = submitted.with(List.of(signature));
            answer(exchange, 200, signature.line() + "\n");
        }
    }

    private synchronized void tell(HttpExchange exchange) throws IOException {
        SignedNote known = note;
        if (known == null) {
            answer(exchange, 404, "");
        } else {
            answer(exchange, 200, known.toString());
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
