package no.journeyledger.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * How long an acknowledged command takes to be seen in a projection. A reader asks the projection's table again and again
 * how far it is; every acknowledgement is matched with the first answer that covers it.
 *
 * @param fromAcknowledged from the reply at the client until a reader sees it, in nanoseconds; 1 when it was seen before
 * @param fromDue from the moment the command was due until a reader sees it
 * @param unseen acknowledged commands that never became visible
 */
record Lag(Histogram fromAcknowledged, Histogram fromDue, long unseen) {

    private static final long PAUSE_NANOS = 200_000;
    private static final Duration READER_SEES_IT = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * Where a projection says how far it is.
     *
     * @param database where it is
     * @param newestSeen the query for the newest position in the projection
     * @param recorded the query for the number of events in the store
     * @param behind the query for the number of events that are not in the projection yet
     * @param positions the query for (journey, version, position) of events, for a peer whose replies do not name the
     *     position; {@code null} for one whose replies do
     */
    record Following(
            String database,
            String newestSeen,
            String recorded,
            String behind,
            @Nullable String positions) {}

    /** An event's place on its aggregate. */
    record EventPlace(UUID journey, long version) {}

    private record Acknowledged(long due, long arrived, long position, EventPlace place) {}

    /** Sends commands at a fixed rate and follows what becomes of them. */
    static Lag measure(
            Contender contender,
            BenchPostgres postgres,
            Following following,
            double perSecond,
            int clients,
            Duration duration)
            throws IOException, SQLException, InterruptedException {
        List<Workload.Citizen> citizens = contender.citizens();
        var acknowledged = new ArrayList<Acknowledged>();
        var stop = new AtomicBoolean();
        try (var readers = Executors.newSingleThreadExecutor()) {
            Callable<NavigableMap<Long, Long>> reader = () -> watch(postgres, following, stop);
            Future<NavigableMap<Long, Long>> watching = readers.submit(reader);
            try {
                contender.openLoop(perSecond, clients, duration, (number, due, arrived, reply) -> {
                    UUID journey =
                            citizens.get((int) (number % citizens.size())).journey();
                    acknowledged.add(new Acknowledged(
                            due,
                            arrived,
                            reply.number("ledger-position:").orElse(-1),
                            new EventPlace(journey, reply.number("etag:").orElse(-1))));
                });
                awaitRows(postgres, following);
            } finally {
                stop.set(true);
            }
            return match(acknowledged, positions(postgres, following), watching.get());
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        }
    }

    /** Waits until the projections have come to the head, for 30 s at most. */
    static void awaitRows(BenchPostgres postgres, Following following) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (postgres.number(following.database(), following.behind()) > 0 && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        Thread.sleep(READER_SEES_IT);
    }

    private static Map<EventPlace, Long> positions(BenchPostgres postgres, Following following) throws SQLException {
        var positions = new HashMap<EventPlace, Long>();
        if (following.positions() != null) {
            try (Connection connection = postgres.connect(following.database());
                    PreparedStatement query = connection.prepareStatement(following.positions());
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    positions.put(new EventPlace(UUID.fromString(row.getString(1)), row.getLong(2)), row.getLong(3));
                }
            }
        }
        return positions;
    }

    /** When each newest position was first seen: position to {@link System#nanoTime()}. */
    private static NavigableMap<Long, Long> watch(BenchPostgres postgres, Following following, AtomicBoolean stop)
            throws SQLException {
        var firstSeen = new TreeMap<Long, Long>();
        long newest = -1;
        try (Connection connection = postgres.connect(following.database());
                PreparedStatement query = connection.prepareStatement(following.newestSeen())) {
            while (!stop.get()) {
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    long position = row.getLong(1);
                    if (position > newest) {
                        newest = position;
                        firstSeen.put(position, System.nanoTime());
                    }
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return firstSeen;
    }

    private static Lag match(
            List<Acknowledged> all, Map<EventPlace, Long> positions, NavigableMap<Long, Long> firstSeen) {
        var fromAcknowledged = new Histogram(Duration.ofMinutes(2).toNanos(), 3);
        var fromDue = new Histogram(Duration.ofMinutes(2).toNanos(), 3);
        long unseen = 0;
        for (Acknowledged one : all) {
            Long position = one.position() >= 0 ? Long.valueOf(one.position()) : positions.get(one.place());
            Map.Entry<Long, Long> seen = position == null ? null : firstSeen.ceilingEntry(position);
            if (seen == null) {
                unseen++;
            } else {
                fromAcknowledged.recordValue(Math.max(1, seen.getValue() - one.arrived()));
                fromDue.recordValue(Math.max(1, seen.getValue() - one.due()));
            }
        }
        return new Lag(fromAcknowledged, fromDue, unseen);
    }

    static double milliseconds(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }
}
