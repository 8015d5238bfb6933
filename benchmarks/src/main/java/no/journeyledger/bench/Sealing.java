package no.journeyledger.bench;

import static no.journeyledger.bench.Report.row;
import static no.journeyledger.bench.Report.whole;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.LedgerSchema;
import no.journeyledger.store.TypeRegistry;
import no.journeyledger.store.proof.LogSealer;
import no.journeyledger.store.proof.LogSigner;
import no.journeyledger.store.proof.LogTables;
import no.journeyledger.store.proof.LogTool;
import no.journeyledger.store.proof.Receipts;
import no.journeyledger.store.upcasters.KnownEvents;

/**
 * How fast events go through the sealer when it has a backlog (read, leaves and tiles written, read back, signed), and how
 * fast they are verified, exported, and verified again from the export. It stands beside the commands: what it costs them
 * is in their table.
 */
final class Sealing {

    private static final double NANOS = 1e9;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String DATABASE = "ledger_sealing";

    private final Plan plan;
    private final Report report;
    private final BenchPostgres postgres;
    private final Path work;

    Sealing(Plan plan, Report report, BenchPostgres postgres, Path work) {
        this.plan = plan;
        this.report = report;
        this.postgres = postgres;
        this.work = work;
    }

    void measure() throws IOException, SQLException, InterruptedException {
        report.heading("The tamper-evident log");
        postgres.createDatabase(DATABASE);
        long events = plan.sealedEvents();
        Path folder = Files.createTempDirectory(work, "sealing");
        try (HikariDataSource owner = pool(postgres.superuser())) {
            LedgerSchema.migrate(owner);
            fill(owner, events);
        }
        LogSigner signer = LogSigner.create(folder.resolve("signer"), "bench.example/journeys");
        double sealed = seal(signer, events);
        String key = signer.keys().getFirst().text();
        String reader = postgres.url(DATABASE) + "?user=" + LedgerSchema.READER;
        Path export = folder.resolve("ledger.ndjson");
        double verified = timed(events, "verify", "--database", reader, "--key", key);
        double exported = timed(events, "export", "--database", reader, "--to", export.toString());
        double proven = timed(events, "verify", "--export", export.toString(), "--key", key);
        report.table(
                List.of("what", "events", "events/s"),
                List.of(
                        row("sealed, from a backlog", whole((double) events), whole(sealed)),
                        row("verified in the database", whole((double) events), whole(verified)),
                        row("exported", whole((double) events), whole(exported)),
                        row("verified in the export", whole((double) events), whole(proven))));
    }

    private static void fill(HikariDataSource owner, long events) throws SQLException {
        new TypeRegistry(owner).register(KnownEvents.catalogue());
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO ledger.event
                    SELECT n, ('00000000-0000-7000-8000-' || lpad(to_hex(n %% 1000), 12, '0'))::uuid, n / 1000,
                           gen_random_uuid(), 1 + n %% 4, now(), convert_to(repeat(md5(n::text), 16), 'UTF8'),
                           convert_to(repeat(md5((-n)::text), 8), 'UTF8')
                    FROM generate_series(1, %d) AS n
                    """.formatted(events));
            statement.execute("VACUUM ANALYZE ledger.event");
        }
    }

    private double seal(LogSigner signer, long events) throws InterruptedException {
        try (HikariDataSource source = pool(LedgerSchema.SEALER)) {
            var reader = new LedgerReader(source, new EventCodec(KnownEvents.catalogue()), new TypeRegistry(source));
            long start = System.nanoTime();
            try (LogSealer sealer = LogSealer.start(
                    source,
                    reader::readAfter,
                    signer,
                    List.of(),
                    LogSealer.Settings.USUAL,
                    Clock.systemUTC(),
                    new SimpleMeterRegistry())) {
                if (!new Receipts(new LogTables(source), sealer::hasten).isSealed(events, PATIENCE)) {
                    throw new IllegalStateException("the backlog was not sealed in half an hour");
                }
                return events * NANOS / (System.nanoTime() - start);
            }
        }
    }

    private static double timed(long events, String... call) {
        var said = new ByteArrayOutputStream();
        long start = System.nanoTime();
        try (var stream = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int exit = new LogTool(stream, stream).run(List.of(call));
            if (exit != 0) {
                throw new IllegalStateException(
                        call[0] + " ended with " + exit + ": " + said.toString(StandardCharsets.UTF_8));
            }
        }
        return events * NANOS / (System.nanoTime() - start);
    }

    private HikariDataSource pool(String user) {
        var config = new HikariConfig();
        config.setJdbcUrl(postgres.url(DATABASE));
        config.setUsername(user);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }
}
