package no.journeyledger.command.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem documents (RFC 9457): a stable type, a title, a sentence that says what to do, and the facts. */
public final class Problems {

    /** What every problem type begins with. */
    public static final String TYPE_PREFIX = "urn:journey-ledger:problem:";

    /** The media type of a problem document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final JsonMapper json;
    private final Sentences sentences;

    public Problems(JsonMapper json, Sentences sentences) {
        this.json = json;
        this.sentences = sentences;
    }

    /** The document a call is turned away with. */
    public byte[] write(TurnedAway away, Locale language) {
        return write(away.problem(), language, away.facts());
    }

    /** The document of a problem of the door. */
    byte[] write(DoorProblem problem, Locale language, Map<String, ?> facts) {
        return write(
                problem.kebab(),
                problem.status(),
                sentences.say(language, "door." + problem.kebab() + ".title"),
                sentences.say(language, "door." + problem.kebab() + ".detail", arguments(facts)),
                facts);
    }

    /** A problem document. */
    byte[] write(String kebab, int status, String title, String detail, Map<String, ?> facts) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", TYPE_PREFIX + kebab);
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail);
        document.putAll(facts);
        return json.writeValueAsBytes(document);
    }

    /** Answers a problem where no controller is reached. */
    void send(HttpServletRequest request, HttpServletResponse response, DoorProblem problem) throws IOException {
        byte[] document = write(problem, Sentences.language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)), Map.of());
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    Sentences sentences() {
        return sentences;
    }

    private static Object[] arguments(Map<String, ?> facts) {
        // Numbers are said as they stand in the document, without a language's grouping.
        return facts.values().stream()
                .map(fact -> fact instanceof Number number ? number.toString() : fact)
                .toArray();
    }
}
