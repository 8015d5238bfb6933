package no.journeyledger.command.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import no.journeyledger.store.personal.PersonErased;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Answers everything that goes wrong at the door as a problem document. Fields are named by their path; what stood in them
 * is never repeated, neither in an answer nor in a log.
 */
@RestControllerAdvice
class ProblemAnswers {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,40}");
    private static final String RETRY_AFTER_SECONDS = "1";

    private final Problems problems;

    ProblemAnswers(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> turnedAway(TurnedAway away, HttpServletRequest request) {
        return answer(away.problem(), away.facts(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> erased(PersonErased erased, HttpServletRequest request) {
        return answer(DoorProblem.PERSON_ERASED, Map.of("person", erased.person()), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        if (!(unreadable.getCause() instanceof JacksonException broken)) {
            return answer(DoorProblem.BODY_MISSING, Map.of(), request);
        }
        if (broken instanceof UnrecognizedPropertyException unknown) {
            return answer(DoorProblem.UNKNOWN_FIELD, Map.of("field", path(unknown)), request);
        }
        if (broken instanceof MismatchedInputException mismatch) {
            return answer(
                    DoorProblem.WRONG_TYPE,
                    facts("field", path(mismatch), "expected", expected(mismatch.getTargetType())),
                    request);
        }
        if (broken instanceof InputCoercionException outOfRange) {
            return answer(
                    DoorProblem.WRONG_TYPE,
                    facts("field", path(outOfRange), "expected", expected(outOfRange.getTargetType())),
                    request);
        }
        if (broken instanceof StreamConstraintsException) {
            return answer(DoorProblem.BODY_TOO_LARGE, limit(), request);
        }
        if (String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate")) {
            return answer(DoorProblem.DUPLICATE_FIELD, Map.of("field", path(broken)), request);
        }
        return answer(DoorProblem.MALFORMED_JSON, location(broken), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> invalid(MethodArgumentNotValidException invalid, HttpServletRequest request) {
        Locale language = language(request);
        var fields = new ArrayList<InvalidField>();
        for (ObjectError error : invalid.getAllErrors()) {
            fields.add(new InvalidField(
                    error instanceof FieldError field ? field.getField() : "",
                    problems.sentences().say(language, constraintKey(error), bounds(error))));
        }
        fields.sort(Comparator.comparing(InvalidField::field).thenComparing(InvalidField::message));
        InvalidField first = fields.getFirst();
        return answer(
                DoorProblem.INVALID_FIELD,
                facts("field", first.field(), "message", first.message(), "fields", fields),
                request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> malformedPath(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return answer(DoorProblem.MALFORMED_ID, Map.of("field", mismatch.getName()), request);
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    ResponseEntity<byte[]> unknownPath(HttpServletRequest request) {
        return answer(DoorProblem.PATH_UNKNOWN, Map.of(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> method(HttpRequestMethodNotSupportedException method, HttpServletRequest request) {
        var headers = new HttpHeaders();
        if (method.getSupportedHttpMethods() != null) {
            headers.setAllow(method.getSupportedHttpMethods());
        }
        return answer(DoorProblem.METHOD_NOT_ALLOWED, Map.of(), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> mediaType(HttpMediaTypeException media, HttpServletRequest request) {
        return answer(DoorProblem.MEDIA_TYPE_UNSUPPORTED, Map.of(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> anythingElse(Exception unexpected, HttpServletRequest request) {
        // The message of an unknown failure may quote what somebody wrote: only where it happened is logged.
        log.error("a call failed: {}", Failure.withoutMessages(unexpected));
        return answer(DoorProblem.INTERNAL, Map.of(), request);
    }

    private ResponseEntity<byte[]> answer(DoorProblem problem, Map<String, ?> facts, HttpServletRequest request) {
        return answer(problem, facts, new HttpHeaders(), request);
    }

    private ResponseEntity<byte[]> answer(
            DoorProblem problem, Map<String, ?> facts, HttpHeaders headers, HttpServletRequest request) {
        headers.set(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE);
        if (problem == DoorProblem.LEDGER_UNAVAILABLE
                || problem == DoorProblem.READING_NOT_RECORDED
                || problem == DoorProblem.REQUEST_IN_FLIGHT) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (facts.get("retryAfterSeconds") instanceof Long seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .body(problems.write(problem, language(request), facts));
    }

    private static Locale language(HttpServletRequest request) {
        return Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** {@code measures[0].costs[1].amountOre}; a name that is not a plain name is somebody's text and is left out. */
    private static String path(JacksonException problem) {
        var path = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".")
                        .append(PLAIN_NAME.matcher(name).matches() ? name : "(unnamed)");
            }
        }
        return path.isEmpty() ? "(body)" : path.toString();
    }

    private static Map<String, Object> location(JacksonException broken) {
        var location = broken.getLocation();
        return location == null ? Map.of() : facts("line", location.getLineNr(), "column", location.getColumnNr());
    }

    private static Map<String, Object> limit() {
        return Map.of("limitBytes", StrictJson.BODY_LIMIT);
    }

    private static String codes(Class<?> type) {
        var codes = new ArrayList<String>();
        for (Object constant : type.getEnumConstants()) {
            codes.add(constant.toString());
        }
        return String.join(", ", codes);
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "JSON";
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "uuid";
            case "LocalDate" -> "yyyy-mm-dd";
            case "String" -> "text";
            case "Integer", "int", "Long", "long" -> "whole number";
            case "Boolean", "boolean" -> "true, false";
            case "List", "ArrayList" -> "array";
            default -> type.isEnum() ? codes(type) : "object";
        };
    }

    private static String constraintKey(ObjectError error) {
        return "door.constraint." + (error.getCode() == null ? "Invalid" : error.getCode());
    }

    /** The bounds a constraint states, e.g. of {@code @Size}; never the value that broke it. */
    private static Object[] bounds(ObjectError error) {
        if (!error.contains(ConstraintViolation.class)) {
            return new Object[0];
        }
        ConstraintViolation<?> violation = error.unwrap(ConstraintViolation.class);
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        var bounds = new ArrayList<Object>();
        for (String name : List.of("min", "max", "value")) {
            Object bound = attributes.get(name);
            if (bound != null) {
                bounds.add(bound.toString());
            }
        }
        return bounds.toArray();
    }

    private static Map<String, Object> facts(Object... namesAndValues) {
        var facts = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }
}
