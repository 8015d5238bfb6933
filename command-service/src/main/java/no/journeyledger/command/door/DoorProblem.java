package no.journeyledger.command.door;

import java.util.Locale;

/**
 * What can be wrong with a call before any rule of the programme is asked. Each is its own problem type
 * ({@code urn:journey-ledger:problem:<name>}) with its own sentence in {@code messages/door_*.properties}.
 */
public enum DoorProblem {
    MALFORMED_HTTP(400),
    MALFORMED_JSON(400),
    BODY_MISSING(400),
    UNKNOWN_FIELD(400),
    DUPLICATE_FIELD(400),
    WRONG_TYPE(400),
    INVALID_FIELD(400),
    MALFORMED_ID(400),
    IDEMPOTENCY_KEY_MISSING(400),
    IDEMPOTENCY_KEY_MALFORMED(400),
    IF_MATCH_MALFORMED(400),
    EFFECTIVE_AT_MALFORMED(400),
    EFFECTIVE_AT_IN_THE_FUTURE(400),
    PURPOSE_MALFORMED(400),
    PURPOSE_UNKNOWN(400),
    DRY_RUN_MALFORMED(400),
    NOT_SIGNED_IN(401),
    TOKEN_REFUSED(401),
    ROLE_MISSING(403),
    PATH_UNKNOWN(404),
    JOURNEY_UNKNOWN(404),
    FUND_UNKNOWN(404),
    PERSON_UNKNOWN(404),
    METHOD_NOT_ALLOWED(405),
    REQUEST_IN_FLIGHT(409),
    CONCURRENT_APPEND(409),
    STALE_VERSION(412),
    BODY_TOO_LARGE(413),
    TOO_MANY_LINES(413),
    MEDIA_TYPE_UNSUPPORTED(415),
    IDEMPOTENCY_KEY_REUSED(422),
    PERSON_ERASED(422),
    TOO_MANY_REQUESTS(429),
    INTERNAL(500),
    ISSUER_UNREACHABLE(503),
    LEDGER_UNAVAILABLE(503),
    READING_NOT_RECORDED(503);

    private final int status;
    private final String kebab = name().toLowerCase(Locale.ROOT).replace('_', '-');

    DoorProblem(int status) {
        this.status = status;
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    /** Its name in problem types and message keys. */
    public String kebab() {
        return kebab;
    }
}
