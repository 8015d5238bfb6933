package no.journeyledger.command.door;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Random ids: reading them strictly, and making new ones that are ordered by time (UUID version 7, RFC 9562). */
public final class Ids {

    private static final int TEXT_LENGTH = 36;
    private static final int RANDOM_LENGTH = 10;
    private static final SecureRandom SOURCE = new SecureRandom();
    private static final byte[] RANDOM = new byte[RANDOM_LENGTH * 256];
    private static int used = RANDOM.length;

    private Ids() {}

    /** A new id, ordered by the moment it was made. */
    public static UUID next(Instant now) {
        byte[] random = random();
        long high = (now.toEpochMilli() << 16) | 0x7000L | ((random[0] & 0x0fL) << 8) | (random[1] & 0xffL);
        long low = 0;
        for (int i = 2; i < random.length; i++) {
            low = (low << 8) | (random[i] & 0xffL);
        }
        return new UUID(high, (low & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }

    /** Random bytes, fetched for many ids at once: asking the system for each was seen to cost more than making the id. */
    private static synchronized byte[] random() {
        if (used == RANDOM.length) {
            SOURCE.nextBytes(RANDOM);
            used = 0;
        }
        byte[] random = Arrays.copyOfRange(RANDOM, used, used + RANDOM_LENGTH);
        used += RANDOM_LENGTH;
        return random;
    }

    /** Reads an id in its canonical form of 36 characters; nothing else is one. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        for (int i = 0; i < TEXT_LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            char c = text.charAt(i);
            if (dash ? c != '-' : c > 'f' || Character.digit(c, 16) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(UUID.fromString(text));
    }
}
