package no.journeyledger.query.door;

import jakarta.servlet.http.HttpServletRequest;
import java.beans.PropertyEditorSupport;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.query.projection.ViewsUnavailable;
import no.journeyledger.store.LedgerUnavailable;
import no.journeyledger.store.proof.LogUnreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers everything that goes wrong as a problem document; what somebody wrote is never repeated. */
@RestControllerAdvice
class ProblemAnswers {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    private final Problems problems;

    ProblemAnswers(Problems problems) {
        this.problems = problems;
    }

    /** Ids are read strictly. An editor, because a converter that refuses is followed by a more lenient one. */
    @InitBinder
    void readIdsStrictly(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(Ids.parse(text).orElseThrow(() -> new IllegalArgumentException("not an id")));
            }
        });
    }

    @ExceptionHandler
    ResponseEntity<byte[]> turnedAway(TurnedAway away, HttpServletRequest request) {
        return answer(away.problem(), away.facts(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> mismatch(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        boolean inPath = request.getParameter(mismatch.getName()) == null;
        return answer(
                inPath ? AskingProblem.MALFORMED_ID : AskingProblem.MALFORMED_PARAMETER,
                Map.of("parameter", mismatch.getName()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> missing(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return answer(AskingProblem.PARAMETER_MISSING, Map.of("parameter", missing.getParameterName()), request);
    }

    /** Of a record that several parameters are read into. */
    @ExceptionHandler
    ResponseEntity<byte[]> mismatch(BindException mismatch, HttpServletRequest request) {
        FieldError field = mismatch.getFieldError();
        return answer(
                AskingProblem.MALFORMED_PARAMETER,
                Map.of("parameter", field == null ? mismatch.getObjectName() : field.getField()),
                request);
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    ResponseEntity<byte[]> unknownPath(HttpServletRequest request) {
        return answer(AskingProblem.PATH_UNKNOWN, Map.of(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> method(HttpRequestMethodNotSupportedException method, HttpServletRequest request) {
        return answer(AskingProblem.METHOD_NOT_ALLOWED, Map.of(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> notAcceptable(HttpMediaTypeNotAcceptableException media, HttpServletRequest request) {
        return answer(AskingProblem.NOT_ACCEPTABLE, Map.of(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> mediaType(HttpMediaTypeNotSupportedException media, HttpServletRequest request) {
        return answer(AskingProblem.MEDIA_TYPE_UNSUPPORTED, Map.of(), request);
    }

    @ExceptionHandler({
        DataAccessException.class,
        TransactionException.class,
        ViewsUnavailable.class,
        LedgerUnavailable.class
    })
    ResponseEntity<byte[]> unavailable(RuntimeException failure, HttpServletRequest request) {
        log.warn("a question could not be answered: {}", where(failure));
        return answer(AskingProblem.VIEWS_UNAVAILABLE, Map.of(), request);
    }

    /** A log that is not there right now, unless it is there and damaged: that is no matter of waiting. */
    @ExceptionHandler
    ResponseEntity<byte[]> logUnreadable(LogUnreadable failure, HttpServletRequest request) {
        if (failure.getCause() instanceof SQLException) {
            return unavailable(failure, request);
        }
        log.error("the log is damaged, run the verifier: {}", failure.getMessage());
        return answer(AskingProblem.INTERNAL, Map.of(), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> anythingElse(Exception unexpected, HttpServletRequest request) {
        // The message of an unknown failure may quote what somebody wrote: only where it happened is logged.
        log.error("a question failed: {}", where(unexpected));
        return answer(AskingProblem.INTERNAL, Map.of(), request);
    }

    private ResponseEntity<byte[]> answer(AskingProblem problem, Map<String, ?> facts, HttpServletRequest request) {
        HttpHeaders headers = problems.headers(problem);
        if (facts.get("retryAfterSeconds") instanceof Long seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .body(problems.write(
                        problem, Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)), facts));
    }

    /** The kinds of failure and the places they come from, without their messages. */
    private static String where(Throwable failure) {
        var where = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            where.append(where.isEmpty() ? "" : " <- ").append(cause.getClass().getName());
            for (StackTraceElement element : cause.getStackTrace()) {
                if (element.getClassName().startsWith("no.journeyledger.")) {
                    where.append(" at ").append(element);
                    break;
                }
            }
        }
        return where.toString();
    }
}
