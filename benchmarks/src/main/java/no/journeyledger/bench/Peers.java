package no.journeyledger.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.CommandServiceApplication;
import no.journeyledger.events.Actor;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.StageEvent.LifeAreaRated;
import no.journeyledger.query.QueryServiceApplication;
import no.journeyledger.store.axon.LedgerMetaData;
import no.journeyledger.store.personal.KeyEncryptionKey;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** The servers that are compared, each on a database of its own and with the same keys and bearers. */
final class Peers {

    static final String RAW_ROWS = "select count(*) from raw_event";

    /** Every server keeps a connection for as long as its client wants it, and answers on virtual threads. */
    private static final Map<String, String> SAME_FOR_ALL = Map.of(
            "SERVER_TOMCAT_MAX_KEEP_ALIVE_REQUESTS", "-1",
            // One client brings all the load here.
            "LEDGER_LIMITS_REQUESTS_PER_SECOND", "0",
            "SPRING_THREADS_VIRTUAL_ENABLED", "true",
            "SPRING_MAIN_BANNER_MODE", "off");

    private static final String READY = "/actuator/health/readiness";

    private static final int LENGTHENING_CLIENTS = 16;

    /** A sealed remark as long as those of the workload. */
    private static final int REMARK_CIPHERTEXT = 150;

    private final Path work;
    private final List<String> jvmOptions;
    private final Path publicKey;
    private final Path keyEncryptionKey;
    private final Workload workload;
    private final String operator;

    Peers(Path work, List<String> jvmOptions) throws IOException, GeneralSecurityException {
        this.work = work;
        this.jvmOptions = jvmOptions;
        var bearers = new Bearers();
        this.publicKey = bearers.publicKey(work);
        this.keyEncryptionKey = work.resolve("key-encryption-key.json");
        KeyEncryptionKey.createIfMissing(keyEncryptionKey);
        this.workload = new Workload(bearers);
        this.operator = bearers.worker(UUID.randomUUID(), UUID.randomUUID(), List.of("OPERATOR"));
    }

    /** The token of somebody who may rebuild projections. */
    String operator() {
        return operator;
    }

    Workload workload() {
        return workload;
    }

    /** The ledger's command service. */
    Deployment ledger(BenchPostgres postgres, String database) throws SQLException, IOException {
        postgres.createDatabase(database);
        Path keys = Files.createTempDirectory(work, "keys");
        return new Ledger(postgres, database, keys);
    }

    /** The same front and the same domain over the stock framework's store, with this many connections. */
    Deployment tuned(BenchPostgres postgres, String database, int pool) throws SQLException, IOException {
        postgres.createDatabase(database);
        return new Tuned(postgres, database, pool, Files.createTempDirectory(work, "keys"));
    }

    private final class Ledger implements Deployment {
        private final BenchPostgres postgres;
        private final String database;
        private final Path keys;
        private int queryPort;

        Ledger(BenchPostgres postgres, String database, Path keys) {
            this.postgres = postgres;
            this.database = database;
            this.keys = keys;
        }

        @Override
        public String name() {
            return "ledger";
        }

        @Override
        public Contender start(Form form, LoadGenerator.Requests requests)
                throws IOException, SQLException, InterruptedException {
            Map<String, String> settings = ledgerSettings(postgres, database, keys);
            int port = BenchPostgres.freePort();
            var companions = new ArrayList<ServerProcess>();
            ServerProcess server = switch (form) {
                case COMMANDS, TWO_PROCESSES ->
                    Peers.this.start("ledger", CommandServiceApplication.class, port, List.of(), settings, READY);
                case ONE_PROCESS -> {
                    queryPort = BenchPostgres.freePort();
                    yield Peers.this.start(
                            "ledger-one-process",
                            OneProcess.class,
                            port,
                            List.of("--query.port=" + queryPort),
                            settings,
                            READY);
                }
            };
            if (form == Form.TWO_PROCESSES) {
                queryPort = BenchPostgres.freePort();
                companions.add(Peers.this.start(
                        "ledger-queries", QueryServiceApplication.class, queryPort, List.of(), settings, READY));
            }
            return new Contender(
                    switch (form) {
                        case COMMANDS -> name();
                        case ONE_PROCESS -> name() + ", one process";
                        case TWO_PROCESSES -> name() + ", two processes";
                    },
                    server,
                    companions,
                    postgres,
                    database,
                    "select count(*) from ledger.event",
                    requests);
        }

        @Override
        public InetSocketAddress queries() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), queryPort);
        }

        /** All projections, so the slowest counts. */
        @Override
        public Lag.Following following() {
            return new Lag.Following(
                    database,
                    "select coalesce(min(position), 0) from views.projection_progress",
                    "select count(*) from ledger.event",
                    """
                    select coalesce(max(position), 0) - (select coalesce(min(position), 0)
                    from views.projection_progress) from ledger.event""",
                    null);
        }

        @Override
        public void lengthen(Contender running, Workload workload, List<Workload.Citizen> citizens, int events)
                throws IOException, SQLException {
            if (events > 0) {
                running.closedLoop(
                        workload.ratings(citizens),
                        Math.min(LENGTHENING_CLIENTS, citizens.size()),
                        (long) events * citizens.size());
            }
        }
    }

    private final class Tuned implements Deployment {
        private final BenchPostgres postgres;
        private final String database;
        private final int pool;
        private final Path keys;

        Tuned(BenchPostgres postgres, String database, int pool, Path keys) {
            this.postgres = postgres;
            this.database = database;
            this.pool = pool;
            this.keys = keys;
        }

        @Override
        public String name() {
            return "T (Axon JDBC, pool " + pool + ")";
        }

        @Override
        public Contender start(Form form, LoadGenerator.Requests requests)
                throws IOException, SQLException, InterruptedException {
            boolean views = switch (form) {
                case COMMANDS -> false;
                case ONE_PROCESS -> true;
                case TWO_PROCESSES ->
                    throw new IllegalArgumentException("the stock store's tracking is measured in one process");
            };
            int port = BenchPostgres.freePort();
            ServerProcess server = Peers.this.start(
                    "T",
                    TunedServer.class,
                    port,
                    List.of(
                            "--tuned.url=" + postgres.url(database),
                            "--tuned.user=" + postgres.superuser(),
                            "--tuned.pool=" + pool,
                            "--tuned.views=" + views),
                    ledgerSettings(postgres, database, keys),
                    READY);
            return new Contender(
                    name() + (views ? ", one process" : ""),
                    server,
                    List.of(),
                    postgres,
                    database,
                    "select count(*) from domainevententry",
                    requests);
        }

        @Override
        public Lag.Following following() {
            return new Lag.Following(
                    database,
                    "select coalesce(max(position), 0) from tuned_timeline",
                    "select count(*) from domainevententry",
                    "select count(*) - (select count(*) from tuned_timeline) from domainevententry",
                    "select journey, sequence, position from tuned_timeline");
        }

        @Override
        public InetSocketAddress queries() {
            throw new UnsupportedOperationException("T has no query service");
        }

        /** Past the commands: with them the time taken would grow with the square of the length. */
        @Override
        public void lengthen(Contender running, Workload workload, List<Workload.Citizen> citizens, int events)
                throws SQLException {
            try (var store = new TunedStore(postgres.url(database), postgres.superuser(), 2)) {
                for (Workload.Citizen citizen : citizens) {
                    long next = postgres.number(
                            database,
                            "select max(sequencenumber) + 1 from domainevententry where aggregateidentifier = '"
                                    + citizen.journey() + "'");
                    var history = new ArrayList<DomainEventMessage<?>>(events);
                    for (int i = 0; i < events; i++) {
                        history.add(rating(citizen, next + i));
                    }
                    store.append(history);
                    running.acknowledged(events);
                }
            }
        }

        private DomainEventMessage<?> rating(Workload.Citizen citizen, long sequence) {
            var rated = new LifeAreaRated(
                    citizen.person(),
                    LifeArea.HOUSING,
                    Stage.STABLE,
                    Rater.TEAM,
                    Sealed.of(citizen.person(), new byte[32], new byte[REMARK_CIPHERTEXT]));
            var actor = new Actor(UUID.randomUUID(), Actor.Kind.WORKER, UUID.randomUUID(), UUID.randomUUID());
            var context =
                    new EventMetadata("0000", actor, null, null, Instant.now(), UUID.randomUUID(), UUID.randomUUID());
            return new GenericDomainEventMessage<>(
                    "Journey", citizen.journey().toString(), sequence, rated, LedgerMetaData.with(context));
        }
    }

    private Map<String, String> ledgerSettings(BenchPostgres postgres, String database, Path keys) {
        return Map.of(
                "LEDGER_DB_URL", postgres.url(database),
                "LEDGER_OWNER_USER", postgres.superuser(),
                "LEDGER_KEK_FILE", keyEncryptionKey.toString(),
                "LEDGER_KEYS_DIR", keys.toString(),
                "LEDGER_JWT_PUBLIC_KEY", publicKey.toString());
    }

    /** Peer R behind HTTP, with this many connections. */
    Contender raw(BenchPostgres postgres, int pool) throws IOException, SQLException, InterruptedException {
        String database = "raw_" + pool;
        prepareRaw(postgres, database);
        int port = BenchPostgres.freePort();
        ServerProcess server = start(
                "R",
                RawInsertServer.class,
                port,
                List.of(
                        "--raw.url=" + postgres.url(database),
                        "--raw.user=" + postgres.superuser(),
                        "--raw.pool=" + pool),
                Map.of(),
                "/");
        return new Contender(
                "R (raw inserts, pool " + pool + ")",
                server,
                List.of(),
                postgres,
                database,
                RAW_ROWS,
                Workload::rawRow);
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
                new ServerProcess.Launch(name, main.getName(), jvmOptions, all, settings, readyPath), port, work);
    }
}
