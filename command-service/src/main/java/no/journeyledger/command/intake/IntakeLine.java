package no.journeyledger.command.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import no.journeyledger.command.door.DoorProblem;
import no.journeyledger.command.door.TurnedAway;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One command of a stream: what would otherwise be the path, the headers and the body of a call.
 *
 * @param key its idempotency key
 * @param call the path it would be posted to
 * @param body its body, byte for byte as it stands in the line; empty when there is none
 * @param effectiveAt when it took effect, if earlier than now
 * @param ifMatch the version the client acts upon
 * @param purpose why, nothing personal
 */
record IntakeLine(
        @Nullable String key,
        String call,
        byte[] body,
        @Nullable String effectiveAt,
        @Nullable Long ifMatch,
        @Nullable String purpose) {

    /** As it is described to clients. */
    @Schema(name = "IntakeLine", description = "One command")
    record Described(
            @Schema(description = "The idempotency key, new for each command and the same when it is sent again")
            String key,

            @Schema(description = "The path it would be posted to", example = "/v1/journeys")
            String call,

            @Schema(description = "The body it would be posted with", type = "object") @Nullable
            Object body,

            @Schema(description = "When it took effect, if earlier than now", type = "string", format = "date-time")
            @Nullable
            String effectiveAt,

            @Schema(description = "The version the client acts upon, from an earlier ETag") @Nullable
            Long ifMatch,

            @Schema(description = "Why, nothing personal") @Nullable
            String purpose) {}

    /**
     * Reads a line.
     *
     * @throws TurnedAway when it is no such line; nothing of what stands in it is repeated but the names of fields
     */
    static IntakeLine read(JsonMapper strictly, byte[] line) {
        var texts = new LinkedHashMap<String, String>();
        byte[] body = {};
        Long ifMatch = null;
        try (JsonParser parser = strictly.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw wrongType("(line)", "object");
            }
            for (String field = parser.nextName(); field != null; field = parser.nextName()) {
                JsonToken token = parser.nextToken();
                switch (field) {
                    case "key", "call", "effectiveAt", "purpose" -> {
                        if (token != JsonToken.VALUE_STRING) {
                            throw wrongType(field, "text");
                        }
                        texts.put(field, parser.getString());
                    }
                    case "ifMatch" -> {
                        if (token != JsonToken.VALUE_NUMBER_INT
                                || !(parser.getNumberValue() instanceof Integer
                                        || parser.getNumberValue() instanceof Long)) {
                            throw wrongType(field, "whole number");
                        }
                        ifMatch = parser.getLongValue();
                    }
                    case "body" -> {
                        if (token != JsonToken.START_OBJECT) {
                            throw wrongType(field, "object");
                        }
                        int from = (int) parser.currentTokenLocation().getByteOffset();
                        parser.skipChildren();
                        body = Arrays.copyOfRange(
                                line, from, (int) parser.currentLocation().getByteOffset());
                    }
                    // A name that is not one of ours may be anything, also something personal: it is not repeated.
                    default -> throw new TurnedAway(DoorProblem.UNKNOWN_FIELD, Map.of("field", "(unnamed)"));
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new TurnedAway(DoorProblem.MALFORMED_JSON);
            }
        } catch (StreamConstraintsException e) {
            throw new TurnedAway(DoorProblem.BODY_TOO_LARGE, Map.of("limitBytes", IntakeController.LINE_LIMIT));
        } catch (JacksonException e) {
            boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
            throw twice
                    ? new TurnedAway(DoorProblem.DUPLICATE_FIELD, Map.of("field", "(unnamed)"))
                    : new TurnedAway(DoorProblem.MALFORMED_JSON, Map.of("column", column(e)));
        }
        String call = texts.get("call");
        if (call == null) {
            throw new TurnedAway(DoorProblem.PATH_UNKNOWN);
        }
        return new IntakeLine(texts.get("key"), call, body, texts.get("effectiveAt"), ifMatch, texts.get("purpose"));
    }

    private static int column(JacksonException broken) {
        var location = broken.getLocation();
        return location == null ? 0 : location.getColumnNr();
    }

    private static TurnedAway wrongType(String field, String expected) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("field", field);
        facts.put("expected", expected);
        return new TurnedAway(DoorProblem.WRONG_TYPE, facts);
    }
}
