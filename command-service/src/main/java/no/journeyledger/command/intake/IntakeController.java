package no.journeyledger.command.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.journeyledger.command.door.DoorProblem;
import no.journeyledger.command.door.Problems;
import no.journeyledger.command.door.Sentences;
import no.journeyledger.command.door.Tells;
import no.journeyledger.command.door.TurnedAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in a stream of commands. Each line goes the way of a call of its own, through the same roles, checks and rules, and is
 * answered before the next is looked at, so that a later line may rest on an earlier one. Only one line at a time is held.
 */
@RestController
@Tag(name = "Bulk intake")
class IntakeController {

    /** How many bytes a line may have: the largest body, and what stands around it. */
    static final int LINE_LIMIT = 260 * 1024;

    /** How many lines one stream may have: a token is looked at when the stream begins, so it must also end. */
    static final int LINES_LIMIT = 50_000;

    private static final String NDJSON = "application/x-ndjson";
    private static final Pattern CALL = Pattern.compile("/v1/(?!intake)[A-Za-z0-9-]{1,40}(/[A-Za-z0-9-]{1,40}){0,12}");
    private static final int KEY_SHOWN = 100;
    private static final int PATIENCE = 200;
    private static final long PAUSE_MILLIS = 20;
    private static final Logger log = LoggerFactory.getLogger(IntakeController.class);

    private final ObjectProvider<DispatcherServlet> calls;
    private final JsonMapper json;
    private final Problems problems;

    IntakeController(ObjectProvider<DispatcherServlet> calls, JsonMapper json, Problems problems) {
        this.calls = calls;
        this.json = json;
        this.problems = problems;
    }

    /** The result of one line. */
    @Schema(name = "IntakeResult")
    record Described(
            @Schema(description = "The number of the line, from 1")
            long line,

            @Schema(description = "Its idempotency key, where one could be read") @Nullable
            String key,

            @Schema(description = "The HTTP status the call would have had")
            int status,

            @Schema(
                    description = "What the call would have been answered with: its answer, or a problem document",
                    type = "object")
            Object answer) {}

    @PostMapping(path = "/v1/intake", consumes = NDJSON)
    @Operation(
            summary = "Send many commands in one stream",
            description =
                    "One command per line (application/x-ndjson), one result per line, in order; each line is"
                            + " recorded before the next is looked at. A line that is turned away does not stop the ones after it."
                            + " An interrupted stream is sent again with the same keys: what was recorded is answered as before, and"
                            + " recorded once. The stream ends early, after the result of the line it came to, when the ledger"
                            + " cannot be reached (status 503) or has had 50 000 lines (status 413). Read the results while sending.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = NDJSON,
                                            schema = @Schema(implementation = IntakeLine.Described.class))))
    @Tells(value = Described.class, as = NDJSON)
    void takeIn(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(NDJSON);
        try {
            var lines = new Lines(request.getInputStream(), LINE_LIMIT);
            OutputStream out = response.getOutputStream();
            long number = 0;
            boolean goOn = true;
            while (goOn) {
                if (lines.mustWait()) {
                    out.flush();
                }
                Optional<Lines.Line> line = lines.next();
                if (line.isEmpty()) {
                    break;
                }
                number++;
                if (!line.get().blank()) {
                    goOn = answer(number, line.get(), request, response, out);
                }
            }
            out.flush();
        } catch (IOException e) {
            // Whoever sent it has gone. What was recorded is recorded, and is answered when it is sent again.
            log.debug("a stream ended early", e);
        }
    }

    /**
     * Answers one line.
     *
     * @return whether the next may be looked at
     */
    private boolean answer(
            long number, Lines.Line line, HttpServletRequest request, HttpServletResponse response, OutputStream out)
            throws IOException, ServletException {
        if (number > LINES_LIMIT) {
            write(
                    out,
                    number,
                    null,
                    turnedAway(request, new TurnedAway(DoorProblem.TOO_MANY_LINES, Map.of("limitLines", LINES_LIMIT))));
            return false;
        }
        String key = null;
        Result result;
        try {
            if (line.tooLong()) {
                throw new TurnedAway(DoorProblem.BODY_TOO_LARGE, Map.of("limitBytes", LINE_LIMIT));
            }
            IntakeLine read = IntakeLine.read(json, line.bytes());
            key = read.key();
            if (!CALL.matcher(read.call()).matches()) {
                throw new TurnedAway(DoorProblem.PATH_UNKNOWN);
            }
            result = call(read, request, response);
        } catch (TurnedAway away) {
            result = turnedAway(request, away);
        }
        write(out, number, key, result);
        return result.status() < 500;
    }

    /** What was sent before a stream broke may still be under way when it is sent again: then its answer is waited for. */
    private Result call(IntakeLine line, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        for (int attempt = 1; ; attempt++) {
            var answer = new LineAnswer(response);
            calls.getObject().service(new LineRequest(request, line), answer);
            boolean underWay = answer.status() == 409 && answer.getHeader(HttpHeaders.RETRY_AFTER) != null;
            if (!underWay || attempt == PATIENCE) {
                return new Result(answer.status(), answer.body());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Result(answer.status(), answer.body());
            }
        }
    }

    private record Result(int status, byte[] answer) {}

    private Result turnedAway(HttpServletRequest request, TurnedAway away) {
        return new Result(
                away.status(),
                problems.write(away, Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
    }

    private void write(OutputStream out, long number, @Nullable String key, Result result) throws IOException {
        var start = new StringBuilder("{\"line\":").append(number);
        if (key != null && key.length() <= KEY_SHOWN) {
            start.append(",\"key\":").append(json.writeValueAsString(key));
        }
        start.append(",\"status\":").append(result.status()).append(",\"answer\":");
        out.write(start.toString().getBytes(StandardCharsets.UTF_8));
        out.write(result.answer().length == 0 ? "null".getBytes(StandardCharsets.US_ASCII) : result.answer());
        out.write("}\n".getBytes(StandardCharsets.US_ASCII));
    }
}
