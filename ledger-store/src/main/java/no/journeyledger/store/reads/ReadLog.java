package no.journeyledger.store.reads;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import no.journeyledger.store.LedgerUnavailable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records readings and gives them back to the person they are about. Readers that come at the same time share one insert
 * and one flush; each waits until its own entry is on disk.
 */
public final class ReadLog implements AutoCloseable {

    private static final int TOGETHER = 500;
    private static final int WAITING = 10_000;
    private static final long PATIENCE_SECONDS = 10;
    private static final JsonMapper JSON = new JsonMapper();

    private record Waiting(ReadEntry entry, CompletableFuture<Long> recorded) {}

    private final DataSource source;
    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Timer timer;
    private final Thread writer;
    private volatile boolean open = true;

    /**
     * A log over connections of the reader or writer role; starts its writer.
     *
     * @param source connections; one is used for writing
     * @param meters counts and times the inserts
     */
    public ReadLog(DataSource source, MeterRegistry meters) {
        this.source = source;
        this.timer = Timer.builder("ledger.read.log")
                .description("Writing entries of the read log, one insert for all that wait")
                .register(meters);
        this.writer = Thread.ofPlatform().name("read-log").daemon().start(this::write);
    }

    /**
     * Records a reading and returns when it is on disk.
     *
     * @return its position in the log
     * @throws LedgerUnavailable when it could not be recorded: then nothing may be answered
     */
    public long record(ReadEntry entry) {
        var one = new Waiting(entry, new CompletableFuture<>());
        if (!open || !waiting.offer(one)) {
            throw new LedgerUnavailable("the read log takes no more entries", null);
        }
        try {
            return one.recorded().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new LedgerUnavailable("a reading could not be recorded", e);
        }
    }

    private void write() {
        var batch = new ArrayList<Waiting>(TOGETHER);
        while (open || !waiting.isEmpty()) {
            try {
                Waiting first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                waiting.drainTo(batch, TOGETHER - 1);
                long position = timer.recordCallable(() -> insert(batch));
                for (Waiting each : batch) {
                    each.recorded().complete(position++);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                open = false;
            } catch (Exception e) {
                batch.forEach(each -> each.recorded().completeExceptionally(e));
            } finally {
                batch.clear();
            }
        }
        waiting.forEach(
                each -> each.recorded().completeExceptionally(new LedgerUnavailable("the log is closed", null)));
    }

    private long insert(List<Waiting> batch) throws SQLException {
        var entries = new byte[batch.size()][];
        var numbers = new ArrayList<Integer>();
        var persons = new ArrayList<UUID>();
        for (int i = 0; i < entries.length; i++) {
            ReadEntry entry = batch.get(i).entry();
            entries[i] = JSON.writeValueAsBytes(entry);
            for (UUID person : entry.persons()) {
                numbers.add(i + 1);
                persons.add(person);
            }
        }
        try (Connection connection = source.getConnection();
                PreparedStatement record = connection.prepareStatement("SELECT reads.record(?, ?, ?)")) {
            record.setArray(1, connection.createArrayOf("bytea", entries));
            record.setArray(2, connection.createArrayOf("integer", numbers.toArray(Integer[]::new)));
            record.setArray(3, connection.createArrayOf("uuid", persons.toArray(UUID[]::new)));
            try (ResultSet rows = record.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /**
     * The readings of a person's data, newest first.
     *
     * @param person whose data
     * @param before the position to go on before, {@link Long#MAX_VALUE} to begin
     * @param limit how many at most
     */
    public List<RecordedRead> of(UUID person, long before, int limit) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT r.position, r.recorded_at, r.entry
                        FROM reads.subject s JOIN reads.read r USING (position)
                        WHERE s.person = ? AND s.position < ? ORDER BY s.position DESC LIMIT ?
                        """)) {
            select.setObject(1, person);
            select.setLong(2, before);
            select.setInt(3, limit);
            var found = new ArrayList<RecordedRead>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new RecordedRead(
                            rows.getLong(1),
                            rows.getObject(2, OffsetDateTime.class).toInstant(),
                            JSON.readValue(rows.getBytes(3), ReadEntry.class)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new LedgerUnavailable("the read log could not be read", e);
        }
    }

    /** Takes no more entries; those that wait are still recorded. */
    @Override
    public void close() {
        open = false;
        try {
            writer.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
