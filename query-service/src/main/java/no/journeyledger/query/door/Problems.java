package no.journeyledger.query.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import no.journeyledger.query.projection.ViewsJson;
import org.springframework.http.HttpHeaders;

/** Writes problem documents (RFC 9457): a stable type, a title, a sentence that says what to do, and the facts. */
final class Problems {

    static final String TYPE_PREFIX = "urn:journey-ledger:problem:";
    static final String MEDIA_TYPE = "application/problem+json";
    private static final String RETRY_AFTER_SECONDS = "1";

    private final Sentences sentences;

    Problems(Sentences sentences) {
        this.sentences = sentences;
    }

    byte[] write(AskingProblem problem, Locale language, Map<String, ?> facts) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", TYPE_PREFIX + problem.kebab());
        document.put("title", sentences.say(language, "asking." + problem.kebab() + ".title"));
        document.put("status", problem.status());
        document.put("detail", sentences.say(language, "asking." + problem.kebab() + ".detail", facts));
        document.putAll(facts);
        return ViewsJson.mapper().writeValueAsBytes(document);
    }

    /** What goes with a problem besides its document. */
    HttpHeaders headers(AskingProblem problem) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        if (problem.status() == 503) {
            headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return headers;
    }

    /** Answers a problem where no controller is reached. */
    void send(HttpServletRequest request, HttpServletResponse response, AskingProblem problem) throws IOException {
        byte[] document = write(problem, Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)), Map.of());
        response.setStatus(problem.status());
        headers(problem).forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
