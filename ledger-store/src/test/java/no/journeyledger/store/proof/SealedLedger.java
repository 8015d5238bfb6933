package no.journeyledger.store.proof;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.LedgerSchema;
import no.journeyledger.store.Tallies;
import no.journeyledger.store.TypeRegistry;
import no.journeyledger.store.testing.LedgerTestDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** A ledger with events of several types on several aggregates, its signer, and one witness directory. */
final class SealedLedger implements AutoCloseable {

    static final String ORIGIN = "ledger.asker.example/journeys";

    final LedgerTestDatabase database = LedgerTestDatabase.fresh();
    final Path folder;
    final LogSigner signer;
    final DirectoryWitness directory;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final PGSimpleDataSource sealerRole = new PGSimpleDataSource();
    final LogTables tables = new LogTables(database.reader());
    private LogSealer sealer;

    SealedLedger(Path folder) {
        this.folder = folder;
        this.signer = LogSigner.create(folder.resolve("signer"), ORIGIN);
        this.directory = new DirectoryWitness(folder.resolve("witness"), Clock.systemUTC());
        this.sealerRole.setUrl(database.jdbcUrl(LedgerSchema.SEALER));
        this.sealer = newSealer(signer, List.of(directory));
        new TypeRegistry(database.writer()).register(Tallies.catalogue());
    }

    LogSealer newSealer(LogSigner signer, List<Witness> witnesses) {
        var types = new TypeRegistry(sealerRole);
        var reader = new LedgerReader(sealerRole, new EventCodec(Tallies.catalogue()), types);
        return LogSealer.byHand(sealerRole, reader::readAfter, signer, witnesses, Clock.systemUTC(), meters);
    }

    /** Records events the way the append does, many at once; every type is used. */
    void record(int events, long seed) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO ledger.event
                        SELECT coalesce((SELECT max(position) FROM ledger.event), 0) + 1, ?,
                               coalesce((SELECT max(sequence) FROM ledger.event WHERE aggregate = ?), -1) + 1, ?, ?,
                               greatest(clock_timestamp(), (SELECT max(recorded_at) FROM ledger.event)), ?, ?
                        """)) {
            connection.setAutoCommit(false);
            var random = new Random(seed);
            for (int i = 0; i < events; i++) {
                UUID aggregate = new UUID(7, random.nextInt(5));
                insert.setObject(1, aggregate);
                insert.setObject(2, aggregate);
                insert.setObject(3, new UUID(random.nextLong(), random.nextLong()));
                insert.setInt(4, 1 + i % 4);
                insert.setBytes(5, ("{\"amount\":" + random.nextLong() + "}").getBytes(StandardCharsets.UTF_8));
                insert.setBytes(6, ("{\"purpose\":\"" + random.nextLong() + "\"}").getBytes(StandardCharsets.UTF_8));
                insert.executeUpdate();
            }
            connection.commit();
        }
    }

    int seal() throws SQLException {
        return sealer.sealOnce();
    }

    /** Seals several times, so that there are several checkpoints, runs and, beyond 256, tiles. */
    void recordAndSeal(int events, int times, long seed) throws Exception {
        for (int i = 0; i < times; i++) {
            record(events / times, seed + i);
            seal();
            awaitWitness();
        }
    }

    void awaitWitness() throws Exception {
        long end = System.nanoTime() + 5_000_000_000L;
        while (System.nanoTime() < end
                && directory.newest(ORIGIN).map(n -> Checkpoint.of(n).size()).orElse(0L)
                        < signer.lastSigned().size()) {
            Thread.sleep(2);
        }
    }

    /** As after a restart: a new leader, which looks at everything again. */
    void restart() {
        sealer.close();
        sealer = newSealer(LogSigner.open(folder.resolve("signer")), List.of(directory));
    }

    /** As a superuser who switched the triggers off. */
    void tamper(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            try {
                statement.execute(sql);
            } finally {
                statement.execute("SET session_replication_role = origin");
            }
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() {
        sealer.close();
        database.close();
    }
}
