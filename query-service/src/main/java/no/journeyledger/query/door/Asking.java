package no.journeyledger.query.door;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import no.journeyledger.query.projection.Progress;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers questions from the views. One answer is one snapshot of the views, and says which ledger position it is true
 * for: the lowest of those its projections had come to in that same snapshot.
 */
public final class Asking {

    /** The header that names the position an answer is true for. */
    public static final String POSITION_HEADER = "Ledger-Position";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private record Standing(String name, long position) {}

    private final JdbcClient views;
    private final TransactionTemplate snapshot;
    private final Progress progress;

    /**
     * Answers from the given views.
     *
     * @param views connections whose transactions read one snapshot (repeatable read, read only)
     * @param progress tells when projections have come further
     */
    public Asking(DataSource views, Progress progress) {
        this.views = JdbcClient.create(views);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(views));
        this.progress = progress;
    }

    /**
     * Answers a question.
     *
     * @param asked what it carries
     * @param projections whose views it is answered from
     * @param question asks the views
     * @throws TurnedAway when the position asked for is not reached in time
     */
    public <T> ResponseEntity<T> answer(Asked asked, List<String> projections, Function<JdbcClient, T> question) {
        Long least = asked.minPosition();
        if (least != null) {
            await(projections, least);
        }
        ResponseEntity<T> answer = snapshot.execute(status -> {
            // Before the snapshot is taken: while rebuilt tables take the place of the live ones nobody gets past this,
            // so
            // that a snapshot from before the switch never looks into tables from after it.
            views.sql("LOCK TABLE views.projection_progress IN ACCESS SHARE MODE")
                    .update();
            List<Standing> standings = views.sql(
                            "SELECT name, position FROM views.projection_progress WHERE name = ANY (?)")
                    .param(projections.toArray(String[]::new))
                    .query((rows, i) -> new Standing(rows.getString(1), rows.getLong(2)))
                    .list();
            long position = standings.size() < projections.size()
                    ? 0
                    : standings.stream().mapToLong(Standing::position).min().orElse(0);
            return ResponseEntity.ok()
                    .header(POSITION_HEADER, Long.toString(position))
                    .body(question.apply(views));
        });
        if (answer == null) {
            throw new IllegalStateException("a question without an answer");
        }
        return answer;
    }

    private void await(Collection<String> projections, long least) {
        try {
            if (!progress.await(projections, least, PATIENCE)) {
                throw new TurnedAway(AskingProblem.POSITION_NOT_REACHED, Map.of("minPosition", least));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TurnedAway(AskingProblem.VIEWS_UNAVAILABLE);
        }
    }
}
