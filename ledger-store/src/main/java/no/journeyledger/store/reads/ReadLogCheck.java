package no.journeyledger.store.reads;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import no.journeyledger.events.person.PrivacyEvent.ReadLogAnchored;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.LedgerUnavailable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Checks that the read log is whole: every entry in its place, unaltered, findable by the persons it is about. */
public final class ReadLogCheck {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int FETCH = 1_000;

    private ReadLogCheck() {}

    /**
     * What was found.
     *
     * @param entries how many entries hold
     * @param hash the hash of the last of them, in hexadecimal
     * @param problem what is wrong with the next, {@code Optional.empty()} when nothing is
     */
    public record Found(long entries, String hash, Optional<String> problem) {}

    /** The hashes of the read log that the ledger names, from the stream they are recorded on. */
    public static Map<Long, String> anchors(LedgerReader ledger, UUID stream) {
        var anchors = new HashMap<Long, String>();
        for (EncodedEvent event : ledger.readAggregate(stream, 0)) {
            if (ledger.decode(event).payload() instanceof ReadLogAnchored anchor) {
                anchors.put(anchor.entries(), anchor.hash());
            }
        }
        return anchors;
    }

    /**
     * Recomputes the chain from the first entry.
     *
     * @param anchors hashes known from elsewhere (the ledger), by position: the log must have come by each
     */
    public static Found check(DataSource source, Map<Long, String> anchors) {
        byte[] chain = new byte[32];
        long position = 0;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement("""
                    SELECT r.position, r.recorded_at, r.entry, r.hash,
                           (SELECT array_agg(s.person) FROM reads.subject s WHERE s.position = r.position)
                    FROM reads.read r ORDER BY r.position
                    """)) {
                select.setFetchSize(FETCH);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        long next = rows.getLong(1);
                        if (next != position + 1) {
                            return broken(position, chain, "entry " + (position + 1) + " is missing");
                        }
                        byte[] entry = rows.getBytes(3);
                        byte[] expected = link(
                                chain,
                                next,
                                rows.getObject(2, OffsetDateTime.class).toInstant(),
                                entry);
                        if (!MessageDigest.isEqual(expected, rows.getBytes(4))) {
                            return broken(position, chain, "entry " + next + " was altered, or one before it");
                        }
                        String anchor = anchors.get(next);
                        if (anchor != null && !anchor.equals(hex(expected))) {
                            return broken(position, chain, "entry " + next + " is not the one the ledger names");
                        }
                        if (!subjects(rows).equals(persons(entry))) {
                            return broken(position, chain, "entry " + next + " is not found by those it is about");
                        }
                        chain = expected;
                        position = next;
                    }
                }
            }
            long last =
                    anchors.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            if (last > position) {
                return broken(position, chain, "the newest entries are missing: the ledger names entry " + last);
            }
            return new Found(position, hex(chain), Optional.empty());
        } catch (SQLException e) {
            throw new LedgerUnavailable("the read log could not be checked", e);
        }
    }

    private static Found broken(long entries, byte[] chain, String problem) {
        return new Found(entries, hex(chain), Optional.of(problem));
    }

    private static Set<UUID> subjects(ResultSet rows) throws SQLException {
        return rows.getArray(5) == null
                ? Set.of()
                : Set.of((UUID[]) rows.getArray(5).getArray());
    }

    private static Set<UUID> persons(byte[] entry) {
        try {
            return new HashSet<>(JSON.readValue(entry, ReadEntry.class).persons());
        } catch (JacksonException e) {
            return Set.of(new UUID(0, 0));
        }
    }

    private static byte[] link(byte[] before, long position, Instant recordedAt, byte[] entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            digest.update(ByteBuffer.allocate(16)
                    .putLong(position)
                    .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt))
                    .array());
            return digest.digest(entry);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
