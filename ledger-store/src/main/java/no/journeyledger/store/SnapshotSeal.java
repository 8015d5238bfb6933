package no.journeyledger.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the state in a snapshot, and proves with an HMAC-SHA256 that the ledger wrote it: over aggregate,
 * sequence, state type, state revision and the state's bytes. Whoever can write to the database but does not hold the key
 * cannot put words into an aggregate's mouth.
 */
public final class SnapshotSeal {

    /** What the key is derived for. */
    public static final String PURPOSE = "journey ledger snapshot mac v1";

    private final SecretKey key;
    private final JsonMapper json = EventCodec.mapper();

    /**
     * Seals with a key.
     *
     * @param key derived from the key-encryption key for {@link #PURPOSE}
     */
    public SnapshotSeal(SecretKey key) {
        this.key = key;
    }

    /** A snapshot of a state, with its proof. */
    public NewSnapshot seal(UUID aggregate, long sequence, Record state, int stateRevision) {
        String stateType = state.getClass().getSimpleName();
        byte[] bytes = json.writeValueAsBytes(state);
        return new NewSnapshot(
                aggregate,
                sequence,
                stateType,
                stateRevision,
                bytes,
                mac(aggregate, sequence, stateType, stateRevision, bytes));
    }

    /** Whether the ledger wrote this snapshot exactly so. */
    public boolean isGenuine(StoredSnapshot snapshot) {
        return MessageDigest.isEqual(
                snapshot.mac(),
                mac(
                        snapshot.aggregate(),
                        snapshot.sequence(),
                        snapshot.stateType(),
                        snapshot.stateRevision(),
                        snapshot.state()));
    }

    /**
     * The state in a snapshot.
     *
     * @throws JacksonException when it is not a state of that type
     */
    public <S extends Record> S open(StoredSnapshot snapshot, Class<S> stateType) {
        return json.readValue(snapshot.state(), stateType);
    }

    private byte[] mac(UUID aggregate, long sequence, String stateType, int stateRevision, byte[] state) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] type = stateType.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(32)
                    .putLong(aggregate.getMostSignificantBits())
                    .putLong(aggregate.getLeastSignificantBits())
                    .putLong(sequence)
                    .putInt(stateRevision)
                    .putInt(type.length)
                    .flip());
            mac.update(type);
            return mac.doFinal(state);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing from this Java", e);
        }
    }
}
