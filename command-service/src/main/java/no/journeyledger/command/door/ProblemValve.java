package no.journeyledger.command.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers what the web server itself turns away, e.g. a request line nobody can read, in the same shape as all problems. */
public final class ProblemValve extends ErrorReportValve {

    private final Problems problems = new Problems(StrictJson.mapper(), new Sentences());

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        DoorProblem problem = switch (status) {
            case 401 -> DoorProblem.NOT_SIGNED_IN;
            case 403 -> DoorProblem.ROLE_MISSING;
            case 404 -> DoorProblem.PATH_UNKNOWN;
            case 405 -> DoorProblem.METHOD_NOT_ALLOWED;
            case 413 -> DoorProblem.BODY_TOO_LARGE;
            case 415 -> DoorProblem.MEDIA_TYPE_UNSUPPORTED;
            case 503 -> DoorProblem.LEDGER_UNAVAILABLE;
            default -> status < 500 ? DoorProblem.MALFORMED_HTTP : DoorProblem.INTERNAL;
        };
        byte[] document = problems.write(problem, Sentences.ENGLISH, java.util.Map.of());
        response.setStatus(problem.status());
        response.setContentType(Problems.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(document.length);
        try {
            response.getOutputStream().write(document);
            response.finishResponse();
        } catch (IOException e) {
            // Whoever asked has gone.
            container.getLogger().debug("an answer could not be sent", e);
        }
    }
}
