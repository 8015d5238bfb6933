package no.journeyledger.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * How fast projections are made again from the first event.
 *
 * @param events how many events were read
 * @param elapsed from the first row that was seen to the last
 */
record Rebuild(long events, Duration elapsed) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long LOOK_EVERY_MILLIS = 5;
    private static final String NEWEST = "/v1/projections/rebuild";

    double perSecond() {
        return events * NANOS_PER_SECOND / elapsed.toNanos();
    }

    /**
     * Asks the ledger to make these projections anew and waits until they have taken the place of the live ones.
     *
     * @param projections one of them, or all
     */
    static Rebuild ofLedger(
            InetSocketAddress queries,
            String operator,
            List<String> projections,
            BenchPostgres postgres,
            Lag.Following following)
            throws IOException, InterruptedException, SQLException {
        long events = postgres.number(following.database(), following.recorded());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long start = System.nanoTime();
        try (var client = HttpClient.newHttpClient()) {
            String what = projections.size() == 1 ? "/v1/projections/" + projections.getFirst() + "/rebuild" : NEWEST;
            String state = send(client, queries, operator, what, "POST");
            while (!state.contains("\"state\":\"DONE\"")) {
                if (state.contains("\"failure\":") || System.nanoTime() > deadline) {
                    throw new IOException("rebuild of " + projections + ": " + state);
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
                state = send(client, queries, operator, NEWEST, "GET");
            }
        }
        return new Rebuild(events, Duration.ofNanos(System.nanoTime() - start));
    }

    private static String send(
            HttpClient client, InetSocketAddress queries, String operator, String path, String method)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + queries.getPort() + path))
                .header("Authorization", "Bearer " + operator)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** Follows a projection that starts from nothing: from the first row that is seen to the last. */
    static Rebuild fromNothing(BenchPostgres postgres, Lag.Following following, String rows)
            throws SQLException, InterruptedException {
        long events = postgres.number(following.database(), following.recorded());
        long firstRows = 0;
        while (firstRows == 0) {
            firstRows = postgres.number(following.database(), rows);
            Thread.sleep(1);
        }
        long start = System.nanoTime();
        await(postgres, following, events);
        return new Rebuild(
                postgres.number(following.database(), rows) - firstRows, Duration.ofNanos(System.nanoTime() - start));
    }

    private static void await(BenchPostgres postgres, Lag.Following following, long events)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (postgres.number(following.database(), following.newestSeen()) < events) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the projections did not come to " + events + " in ten minutes");
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }
}
