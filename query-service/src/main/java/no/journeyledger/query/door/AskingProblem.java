package no.journeyledger.query.door;

import java.util.Locale;

/**
 * Why a question is not answered. Each is its own problem type ({@code urn:journey-ledger:problem:<name>}) with its own
 * sentence in {@code messages/asking_*.properties}.
 */
public enum AskingProblem {
    MALFORMED_HTTP(400),
    MALFORMED_ID(400),
    UNKNOWN_PARAMETER(400),
    MALFORMED_PARAMETER(400),
    PARAMETER_MISSING(400),
    MALFORMED_CURSOR(400),
    PURPOSE_MISSING(400),
    PURPOSE_UNKNOWN(400),
    MALFORMED_MOMENT(400),
    MOMENT_AHEAD(400),
    NOT_SIGNED_IN(401),
    TOKEN_REFUSED(401),
    ROLE_MISSING(403),
    NOT_OPEN_TO_YOUR_SERVICE(403),
    PATH_UNKNOWN(404),
    JOURNEY_UNKNOWN(404),
    PERSON_UNKNOWN(404),
    DECISION_UNKNOWN(404),
    PLAN_UNKNOWN(404),
    JOURNEY_ENTRY_UNKNOWN(404),
    FUND_UNKNOWN(404),
    PROJECTION_UNKNOWN(404),
    DEAD_LETTER_UNKNOWN(404),
    TILE_UNKNOWN(404),
    ENTRY_UNKNOWN(404),
    REBUILD_UNKNOWN(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    REBUILD_UNDER_WAY(409),
    MEDIA_TYPE_UNSUPPORTED(415),
    CANNOT_BE_CALCULATED(422),
    TOO_MANY_REQUESTS(429),
    TOO_MANY_PERSONS(429),
    INTERNAL(500),
    TOO_MANY_STREAMS(503),
    POSITION_NOT_REACHED(503),
    READING_NOT_RECORDED(503),
    VIEWS_UNAVAILABLE(503),
    ISSUER_UNREACHABLE(503),
    NOT_SEALED(503);

    private final int status;
    private final String kebab = name().toLowerCase(Locale.ROOT).replace('_', '-');

    AskingProblem(int status) {
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
