package no.journeyledger.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import no.journeyledger.store.testing.LedgerTestDatabase;

/**
 * A small measurement, to be started by hand: durable single-event appends per second with a number of callers on virtual
 * threads, everything (PostgreSQL, appender, callers) on this machine.
 */
final class AppendRate {

    private AppendRate() {}

    public static void main(String[] args) throws InterruptedException {
        int[] callers = args.length == 0 ? new int[] {1, 16, 64, 256} : new int[] {Integer.parseInt(args[0])};
        try (var database = LedgerTestDatabase.fresh()) {
            var codec = new EventCodec(Tallies.catalogue());
            var types = new TypeRegistry(database.writer());
            types.register(codec.catalogue());
            DurabilityCheck.assertDurable(database.writer());
            var meters = new SimpleMeterRegistry();
            try (var appender =
                    new LedgerAppender(database.writer(), new PushHub(), AppendSettings.standard(), meters)) {
                measure(appender, codec, types, 64, 5_000);
                for (int connections : new int[] {1, 16, 64}) {
                    System.out.printf(
                            "raw inserts, %2d connections: %,8d rows/s%n",
                            connections, rawInserts(database, connections));
                }
                for (int each : callers) {
                    double ownBefore = ownCpuMicros();
                    double postgresBefore = postgresCpuMicros(database);
                    long before =
                            meters.get("ledger.append.batch.size").summary().count();
                    long recorded = measure(appender, codec, types, each, 8_000);
                    long groups =
                            meters.get("ledger.append.batch.size").summary().count() - before;
                    System.out.printf(
                            "%4d callers: %,8d appends/s, %.1f appends a group, CPU per append: %.1f us here, %.1f us in"
                                    + " PostgreSQL%n",
                            each,
                            recorded / 8,
                            (double) recorded / groups,
                            (ownCpuMicros() - ownBefore) / recorded,
                            (postgresCpuMicros(database) - postgresBefore) / recorded);
                }
            }
        }
        System.exit(0);
    }

    private static double ownCpuMicros() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1_000.0;
    }

    /** CPU time of the server and all its processes; 0 where the system does not tell. */
    private static double postgresCpuMicros(LedgerTestDatabase database) {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            ProcessHandle server = ProcessHandle.of(rows.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
            return Stream.concat(Stream.of(server), server.children())
                            .mapToLong(each -> each.info()
                                    .totalCpuDuration()
                                    .orElse(Duration.ZERO)
                                    .toNanos())
                            .sum()
                    / 1_000.0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a number of connections can commit when each row is its own transaction: the yardstick on this machine. */
    private static long rawInserts(LedgerTestDatabase database, int connections) throws InterruptedException {
        database.asOwner("CREATE TABLE IF NOT EXISTS public.raw (LIKE ledger.event INCLUDING ALL)");
        database.asOwner("CREATE SEQUENCE IF NOT EXISTS public.raw_position");
        long end = System.nanoTime() + 5_000_000_000L;
        var rows = new AtomicLong();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                threads.execute(() -> {
                    try (Connection connection = DriverManager.getConnection(database.jdbcUrl("postgres"));
                            PreparedStatement insert = connection.prepareStatement("INSERT INTO public.raw VALUES"
                                    + " (nextval('public.raw_position'), uuidv7(), 0, uuidv7(), 1, now(), ?, ?)")) {
                        while (System.nanoTime() < end) {
                            insert.setBytes(1, new byte[60]);
                            insert.setBytes(2, new byte[300]);
                            insert.execute();
                            rows.incrementAndGet();
                        }
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
        }
        return rows.get() / 5;
    }

    private static long measure(LedgerAppender appender, EventCodec codec, TypeRegistry types, int callers, long millis)
            throws InterruptedException {
        var recorded = new AtomicLong();
        long end = System.nanoTime() + millis * 1_000_000;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                threads.execute(() -> {
                    UUID tally = UUID.randomUUID();
                    for (long sequence = 0; System.nanoTime() < end; sequence++) {
                        appender.append(Tallies.counted(codec, types, tally, sequence, 1));
                        recorded.incrementAndGet();
                    }
                });
            }
        }
        return recorded.get();
    }
}
