package no.journeyledger.command.wiring;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import no.journeyledger.events.Actor;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.events.person.PrivacyEvent.ReadLogAnchored;
import no.journeyledger.store.Append;
import no.journeyledger.store.ConcurrentAppend;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.LedgerAppender;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.LedgerUnavailable;
import no.journeyledger.store.NewEvent;
import no.journeyledger.store.TypeRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the newest hash of the read log in the ledger from time to time, when it has grown. What the log said until then is
 * bound by the ledger's tree and its witnesses: whoever rules the database cannot write it anew unseen.
 */
final class ReadLogAnchor implements AutoCloseable {

    /** The stream the anchors are recorded on. */
    static final UUID STREAM = UUID.fromString("00000000-0000-5000-8000-0000000ead10");

    private static final Logger log = LoggerFactory.getLogger(ReadLogAnchor.class);

    private record Head(long entries, String hash) {}

    private final DataSource source;
    private final LedgerReader reader;
    private final LedgerAppender appender;
    private final EventCodec codec;
    private final TypeRegistry types;
    private final String municipality;
    private final Clock clock;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("read-log-anchor").daemon().factory());
    private long anchored;

    ReadLogAnchor(
            DataSource source,
            LedgerReader reader,
            LedgerAppender appender,
            EventCodec codec,
            TypeRegistry types,
            String municipality,
            Clock clock) {
        this.source = source;
        this.reader = reader;
        this.appender = appender;
        this.codec = codec;
        this.types = types;
        this.municipality = municipality;
        this.clock = clock;
    }

    /** Goes on by itself, this far apart. */
    ReadLogAnchor every(Duration interval) {
        ScheduledFuture<?> ignored = schedule.scheduleWithFixedDelay(
                this::anchorQuietly, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void anchorQuietly() {
        try {
            anchor();
        } catch (LedgerUnavailable | ConcurrentAppend e) {
            // Another instance was faster, or the next time does it.
            log.debug("the read log was not anchored this time");
        } catch (RuntimeException e) {
            log.warn("the read log could not be anchored: {}", e.getClass().getSimpleName());
        }
    }

    /** Records the newest hash, if the log has grown since it was last recorded. */
    synchronized void anchor() {
        Head head = head();
        if (head.entries() <= anchored) {
            return;
        }
        OptionalLong last = reader.lastSequence(STREAM);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = UUID.randomUUID();
        var metadata = new EventMetadata(
                municipality, new Actor(STREAM, Actor.Kind.LEDGER, null, null), null, null, now, id, id);
        appender.append(Append.of(List.of(new NewEvent(
                STREAM,
                last.isPresent() ? last.getAsLong() + 1 : 0,
                id,
                types.idOf(codec.catalogue().nameOf(ReadLogAnchored.class)),
                codec.encode(new ReadLogAnchored(head.entries(), head.hash())),
                codec.encode(metadata)))));
        anchored = head.entries();
    }

    private Head head() {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT position, hash FROM reads.read ORDER BY position DESC LIMIT 1");
                ResultSet rows = select.executeQuery()) {
            return rows.next()
                    ? new Head(rows.getLong(1), HexFormat.of().formatHex(rows.getBytes(2)))
                    : new Head(0, "");
        } catch (SQLException e) {
            throw new LedgerUnavailable("the read log could not be read", e);
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
