package no.journeyledger.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.HdrHistogram.ConcurrentHistogram;
import org.postgresql.ds.PGSimpleDataSource;

/** Peer R: rows as lean as the ledger's, one commit each, positions from a sequence (so with gaps). */
final class RawInserts {

    static final String TABLE = """
            create table raw_event (
              position bigint generated always as identity primary key,
              aggregate uuid not null,
              sequence bigint not null,
              event_id uuid not null,
              type smallint not null,
              recorded_at timestamptz not null default clock_timestamp(),
              payload bytea not null,
              metadata bytea not null,
              unique (aggregate, sequence))""";

    private static final String INSERT = """
            insert into raw_event (aggregate, sequence, event_id, type, payload, metadata)
            values (?, ?, ?, ?, ?, ?) returning position""";

    /** About what a rating with a sealed remark takes. */
    private static final int PAYLOAD_BYTES = 420;

    private static final int METADATA_BYTES = 330;
    private static final int AGGREGATES = 1_000;

    private final DataSource source;
    private final AtomicLong rows = new AtomicLong();
    private final byte[] metadata = filled("", METADATA_BYTES);
    private final long run = System.nanoTime();

    RawInserts(DataSource source) {
        this.source = source;
    }

    long insertOne(String text) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            return insert(insert, text);
        }
    }

    /** The most that this many connections commit, without anything around them. */
    static Load withoutHttp(BenchPostgres postgres, String database, int connections, Duration duration)
            throws SQLException, InterruptedException {
        var inserts = new RawInserts(new PGSimpleDataSource());
        long start = System.nanoTime();
        long deadline = start + duration.toNanos();
        var latency = new ConcurrentHistogram(Duration.ofMinutes(2).toNanos(), 3);
        try (var workers = Executors.newFixedThreadPool(connections)) {
            var counts = new ArrayList<Future<Long>>();
            for (int i = 0; i < connections; i++) {
                Callable<Long> worker = () -> {
                    long done = 0;
                    try (Connection connection = postgres.connect(database);
                            PreparedStatement insert = connection.prepareStatement(INSERT)) {
                        for (long now = System.nanoTime(); now < deadline; ) {
                            inserts.insert(insert, "raw");
                            long then = System.nanoTime();
                            latency.recordValue(then - now);
                            now = then;
                            done++;
                        }
                    }
                    return done;
                };
                counts.add(workers.submit(worker));
            }
            long accepted = 0;
            for (Future<Long> count : counts) {
                accepted += count.get();
            }
            return new Load(accepted, 0, 0, "", Duration.ofNanos(System.nanoTime() - start), latency);
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        }
    }

    private long insert(PreparedStatement insert, String text) throws SQLException {
        long number = rows.getAndIncrement();
        insert.setObject(1, new UUID(run, number % AGGREGATES));
        insert.setLong(2, number / AGGREGATES);
        insert.setObject(3, new UUID(System.nanoTime(), number));
        insert.setShort(4, (short) 1);
        insert.setBytes(5, filled(text, PAYLOAD_BYTES));
        insert.setBytes(6, metadata);
        try (ResultSet row = insert.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static byte[] filled(String text, int length) {
        byte[] bytes = new byte[length];
        byte[] start = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, bytes, 0, Math.min(start.length, length));
        for (int i = start.length; i < length; i++) {
            bytes[i] = (byte) ('a' + i % 23);
        }
        return bytes;
    }
}
