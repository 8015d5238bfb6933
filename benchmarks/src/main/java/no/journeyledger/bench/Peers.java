package no.journeyledger.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the servers that are compared, each on a database of its own. */
final class Peers {

    static final String RAW_ROWS = "select count(*) from raw_event";

    /** Every server keeps a connection for as long as its client wants it, and answers on virtual threads. */
    private static final Map<String, String> SAME_FOR_ALL = Map.of(
            "SERVER_TOMCAT_MAX_KEEP_ALIVE_REQUESTS", "-1",
            "SPRING_THREADS_VIRTUAL_ENABLED", "true",
            "SPRING_MAIN_BANNER_MODE", "off");

    private final Path logs;

    Peers(Path logs) {
        this.logs = logs;
    }

    /** Peer R behind HTTP, with this many connections. */
    Contender raw(BenchPostgres postgres, int pool) throws IOException, SQLException, InterruptedException {
        String database = "raw_" + pool;
        prepareRaw(postgres, database);
        int port = BenchPostgres.freePort();
        ServerProcess server = start(
                "R " + pool,
                RawInsertServer.class,
                port,
                List.of(
                        "--raw.url=" + postgres.url(database),
                        "--raw.user=" + postgres.superuser(),
                        "--raw.pool=" + pool),
                Map.of(),
                "/");
        return new Contender("R (raw inserts, " + pool + ")", server, postgres, database, RAW_ROWS, Workload::rawRow);
    }

    static void prepareRaw(BenchPostgres postgres, String database) throws SQLException {
        postgres.createDatabase(database);
        try (var connection = postgres.connect(database);
                var statement = connection.createStatement()) {
            statement.execute(RawInserts.TABLE);
        }
    }

    private ServerProcess start(
            String name,
            Class<?> main,
            int port,
            List<String> arguments,
            Map<String, String> environment,
            String readyPath)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(arguments);
        all.add("--server.port=" + port);
        all.add("--server.address=127.0.0.1");
        var settings = new HashMap<>(SAME_FOR_ALL);
        settings.putAll(environment);
        return ServerProcess.start(
                new ServerProcess.Launch(name, main.getName(), all, settings, readyPath), port, logs);
    }
}
