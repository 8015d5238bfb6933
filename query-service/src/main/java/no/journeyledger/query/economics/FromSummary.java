package no.journeyledger.query.economics;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.economics.Summary.State;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Answers questions about a portfolio. Without {@code asOf} they are answered from the summary, whose position is a moment
 * behind; journey by journey when there is none yet, or it does not come to the position that is asked for in time.
 */
final class FromSummary {

    /** A portfolio this small is added up journey by journey rather than told of as it was a moment ago. */
    private static final long FEW = 2_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Asking asking;
    private final Summary summary;

    FromSummary(Asking asking, Summary summary) {
        this.asking = asking;
        this.summary = summary;
    }

    /** A question about a portfolio, answered from the summary when there is one to answer it from. */
    interface OfAll<T> {
        T ask(JdbcClient views, @Nullable State kept);
    }

    /**
     * Answers a question.
     *
     * @param kept whether the summary holds what is asked for
     */
    <T> ResponseEntity<T> about(Asked asked, boolean kept, OfAll<T> question) {
        State newest = kept ? summary.reaching(asked.minPosition(), PATIENCE).orElse(null) : null;
        var at = new AtomicReference<@Nullable State>();
        ResponseEntity<T> answer = asking.answer(asked, EconomicsController.VIEWS, views -> {
            State used = newest != null
                            && (newest.journeys() >= FEW
                                    || newest.position()
                                            >= Question.of(null).moment(views).position())
                    ? newest
                    : null;
            at.set(used);
            return EconomicsController.calculated(() -> question.ask(views, used));
        });
        State used = at.get();
        return used == null ? answer : asOf(used.position(), answer);
    }

    /** The same as a file. */
    ResponseEntity<byte[]> export(Asked asked, Export.Format format, String name, boolean kept, OfAll<Export> rows) {
        return Export.answer(
                about(asked, kept, (views, summed) -> rows.ask(views, summed).as(format)), format, name);
    }

    /** An answer that says which position it is as of. */
    static <T> ResponseEntity<T> asOf(long position, ResponseEntity<T> answer) {
        var headers = new HttpHeaders(answer.getHeaders());
        headers.set(Asking.POSITION_HEADER, Long.toString(position));
        return new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode());
    }
}
