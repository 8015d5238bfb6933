package no.journeyledger.command.door;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import no.journeyledger.events.Actor;
import no.journeyledger.store.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;

/** Reads the headers of a call. Its body is read elsewhere; the hash of the request is made when both are known. */
final class Calls {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String EFFECTIVE_AT = "Effective-At";
    static final String PURPOSE = "Purpose";
    static final String DRY_RUN = "Dry-Run";

    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");
    private static final int KEY_LIMIT = 100;
    private static final int PURPOSE_LIMIT = 200;
    // Two machines never agree on the time to the millisecond; "now" by the client's clock is not the future.
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    private final Clock clock;

    Calls(Clock clock) {
        this.clock = clock;
    }

    Call read(HttpServletRequest request) {
        Actor actor = caller().actor();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant effectiveAt = effectiveAt(request.getHeader(EFFECTIVE_AT), now);
        return new Call(
                actor,
                idempotency(actor, request),
                expectedVersion(request.getHeader(HttpHeaders.IF_MATCH)),
                now,
                effectiveAt,
                purpose(request.getHeader(PURPOSE)),
                Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                Ids.next(now),
                isDryRun(request));
    }

    /**
     * Whether nothing is to be recorded: the caller only tries a command, or asks a question. A value that cannot be read is
     * refused, since what is taken for the other one is either lost or recorded by mistake.
     */
    static boolean isDryRun(HttpServletRequest request) {
        String header = request.getHeader(DRY_RUN);
        if (header == null) {
            return request.getMethod().equals("GET");
        }
        return switch (header) {
            case "true", "?1" -> true;
            case "false", "?0" -> request.getMethod().equals("GET");
            default -> throw new TurnedAway(DoorProblem.DRY_RUN_MALFORMED);
        };
    }

    static Caller caller() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            return signedIn.getPrincipal();
        }
        throw new TurnedAway(DoorProblem.NOT_SIGNED_IN);
    }

    private static Supplier<IdempotencyKey> idempotency(Actor actor, HttpServletRequest request) {
        String key = request.getHeader(IDEMPOTENCY_KEY);
        if (isDryRun(request)) {
            return () -> {
                throw new IllegalStateException("a dry run has no key");
            };
        }
        if (key == null || key.isEmpty()) {
            throw new TurnedAway(DoorProblem.IDEMPOTENCY_KEY_MISSING);
        }
        if (key.length() > KEY_LIMIT || !printable(key)) {
            throw new TurnedAway(DoorProblem.IDEMPOTENCY_KEY_MALFORMED);
        }
        // The same person through two case apps is two clients: neither can guess or spend the other's keys.
        MessageDigest digest = sha256();
        digest.update(bytes(actor.id()));
        digest.update(actor.through() == null ? new byte[16] : bytes(actor.through()));
        digest.update(key.getBytes(StandardCharsets.UTF_8));
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        var id = new UUID(hash.getLong(), hash.getLong());
        return () -> new IdempotencyKey(id, requestHash(request));
    }

    private static byte[] requestHash(HttpServletRequest request) {
        MessageDigest digest = sha256();
        digest.update(request.getMethod().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(BodyBytes.of(request));
        String effectiveAt = request.getHeader(EFFECTIVE_AT);
        if (effectiveAt != null) {
            // It changes what is recorded, so with another one it is another request.
            digest.update((byte) '\n');
            digest.update(effectiveAt.getBytes(StandardCharsets.UTF_8));
        }
        return digest.digest();
    }

    private static @Nullable Long expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        var version = VERSION.matcher(ifMatch);
        if (!version.matches()) {
            throw new TurnedAway(DoorProblem.IF_MATCH_MALFORMED);
        }
        return Long.valueOf(version.group(1));
    }

    private static Instant effectiveAt(@Nullable String header, Instant now) {
        if (header == null) {
            return now;
        }
        Instant effectiveAt;
        try {
            effectiveAt = Instant.parse(header).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new TurnedAway(DoorProblem.EFFECTIVE_AT_MALFORMED);
        }
        if (effectiveAt.isAfter(now.plus(CLOCK_TOLERANCE))) {
            throw new TurnedAway(DoorProblem.EFFECTIVE_AT_IN_THE_FUTURE, Map.of("now", now.toString()));
        }
        return effectiveAt.isAfter(now) ? now : effectiveAt;
    }

    private static @Nullable String purpose(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        if (header.length() > PURPOSE_LIMIT || !printable(header)) {
            throw new TurnedAway(DoorProblem.PURPOSE_MALFORMED);
        }
        return header.strip();
    }

    private static boolean printable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
