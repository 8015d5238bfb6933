package no.journeyledger.query.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.Page;
import no.journeyledger.query.door.TurnedAway;
import no.journeyledger.query.projection.DeadLetter;
import no.journeyledger.query.projection.ProjectionProcessor;
import no.journeyledger.query.projection.Projections;
import no.journeyledger.store.axon.LedgerEventSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the views are doing, and what mends them. */
@RestController
@Tag(
        name = "Projections",
        description =
                "For operators: how far the views have come, what is parked, making them anew beside the live ones.")
class ProjectionsController {

    private final Projections projections;
    private final LedgerEventSource source;
    private final Lag lag;

    ProjectionsController(Projections projections, LedgerEventSource source, Lag lag) {
        this.projections = projections;
        this.source = source;
        this.lag = lag;
    }

    /**
     * Every projection.
     *
     * @param head the ledger's last position
     * @param stopped why readers stand still before an event, absent while they go on
     * @param summary how far this instance has added up the portfolio
     */
    record Standing(long head, @Nullable String stopped, List<One> projections, Summed summary) {}

    /**
     * The summary of the portfolio, which follows the projections a moment behind.
     *
     * @param lagPositions how many positions it is behind the ledger
     * @param lagSeconds age of the first event that is not in it
     */
    record Summed(long position, long lagPositions, double lagSeconds) {}

    /**
     * One projection.
     *
     * @param lagPositions how many positions it is behind
     * @param lagSeconds age of the first event it has not applied
     * @param deadLetters how many events it has parked
     * @param running whether this instance takes part in running it
     * @param failing whether this instance's last tries failed
     */
    record One(
            String name,
            long position,
            long lagPositions,
            double lagSeconds,
            long deadLetters,
            boolean running,
            boolean failing) {}

    /**
     * What came of trying again.
     *
     * @param applied how many events were applied and are parked no longer
     * @param remaining how many of the same aggregate are still parked
     * @param cause why the first of those failed again, absent when none is left
     */
    record TriedAgain(int applied, int remaining, @Nullable String cause) {}

    @Operation(operationId = "listProjections", summary = "How far every projection has come")
    @GetMapping("/v1/projections")
    ResponseEntity<Standing> list(Asked asked) {
        Map<String, Lag.Behind> all = lag.all();
        List<One> standing = projections.names().stream()
                .map(name -> one(name, lag.of(name)))
                .toList();
        long head = all.values().stream().mapToLong(Lag.Behind::head).max().orElse(0);
        long least = standing.stream().mapToLong(One::position).min().orElse(0);
        return ResponseEntity.ok()
                .header(Asking.POSITION_HEADER, Long.toString(least))
                .body(new Standing(
                        head,
                        source.stopped().orElse(null),
                        standing,
                        new Summed(
                                lag.ofSummary().position(),
                                lag.ofSummary().positions(),
                                lag.ofSummary().seconds())));
    }

    private One one(String name, Lag.Behind behind) {
        ProjectionProcessor processor = find(name);
        return new One(
                name,
                behind.position(),
                behind.positions(),
                behind.seconds(),
                behind.deadLetters(),
                processor.isRunning(),
                processor.isError());
    }

    @Operation(operationId = "listDeadLetters", summary = "The events a projection has parked, with what went wrong")
    @Asked.InPages
    @GetMapping("/v1/projections/{name}/dead-letters")
    ResponseEntity<Page<DeadLetter>> deadLetters(@PathVariable("name") String name, Asked asked) {
        find(name);
        List<DeadLetter> rows = projections.deadLetters(name, asked.after(), asked.limitAndOne());
        return positioned(name).body(Page.of(asked, rows, DeadLetter::position, letter -> letter));
    }

    @Operation(
            operationId = "retryDeadLetter",
            summary = "Tries a parked event again, and everything parked behind it",
            description =
                    "The id is the event's ledger position. All that is parked of the same aggregate is read anew from the"
                            + " ledger and tried in order until one fails again.")
    @PostMapping("/v1/projections/{name}/dead-letters/{id}/retry")
    ResponseEntity<TriedAgain> retry(@PathVariable("name") String name, @PathVariable("id") long id, Asked asked) {
        ProjectionProcessor processor = find(name);
        Projections.Retried retried =
                projections.retry(processor, id).orElseThrow(() -> new TurnedAway(AskingProblem.DEAD_LETTER_UNKNOWN));
        return positioned(name).body(new TriedAgain(retried.applied(), retried.remaining(), retried.cause()));
    }

    private ResponseEntity.BodyBuilder positioned(String name) {
        long position = projections.progress().positions().getOrDefault(name, 0L);
        return ResponseEntity.ok().header(Asking.POSITION_HEADER, Long.toString(position));
    }

    private ProjectionProcessor find(String name) {
        return projections
                .find(name)
                .orElseThrow(() -> new TurnedAway(
                        AskingProblem.PROJECTION_UNKNOWN, Map.of("known", String.join(", ", projections.names()))));
    }
}
