package no.journeyledger.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
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
                System.out.printf("   raw inserts, 1 connection: %,8d rows/s%n", rawInserts(database));
                for (int each : callers) {
                    long before =
                            meters.get("ledger.append.batch.size").summary().count();
                    long recorded = measure(appender, codec, types, each, 8_000);
                    long groups =
                            meters.get("ledger.append.batch.size").summary().count() - before;
                    System.out.printf(
                            "%4d callers: %,8d appends/s, %.1f appends a group%n",
                            each, recorded / 8, (double) recorded / groups);
                }
            }
        }
        System.exit(0);
    }

    /** What one connection can commit when each row is its own transaction: the yardstick on this machine. */
    private static long rawInserts(LedgerTestDatabase database) {
        database.asOwner("CREATE TABLE IF NOT EXISTS public.raw (LIKE ledger.event INCLUDING ALL)");
        long end = System.nanoTime() + 4_000_000_000L;
        long rows = 0;
        try (Connection connection = database.owner().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO public.raw VALUES (?, gen_random_uuid(), 0, uuidv7(), 1, now(), ?, ?)")) {
            while (System.nanoTime() < end) {
                insert.setLong(1, ++rows);
                insert.setBytes(2, new byte[60]);
                insert.setBytes(3, new byte[300]);
                insert.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows / 4;
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
