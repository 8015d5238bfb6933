package no.journeyledger.query.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.TurnedAway;
import no.journeyledger.query.projection.Projections;
import no.journeyledger.query.projection.Rebuilds;
import no.journeyledger.query.projection.Rebuilds.Purpose;
import no.journeyledger.query.projection.Rebuilds.Rebuild;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Making views anew beside the live ones, to take their place or to be compared with them. */
@RestController
@Tag(name = "Projections")
class RebuildsController {

    private static final String NEWEST = "/v1/projections/rebuild";

    private final Projections projections;
    private final Rebuilds rebuilds;

    RebuildsController(Projections projections, Rebuilds rebuilds) {
        this.projections = projections;
        this.rebuilds = rebuilds;
    }

    @Operation(
            operationId = "rebuildProjection",
            summary = "Makes a projection's tables anew from the first event on",
            description =
                    "Beside the live ones, which go on being asked; when the new ones have come to where those stand, they"
                            + " take their place in one step. Location tells where its progress is.")
    @PostMapping("/v1/projections/{name}/rebuild")
    ResponseEntity<Rebuild> rebuild(@PathVariable("name") String name, Asked asked) {
        if (!projections.names().contains(name)) {
            throw new TurnedAway(
                    AskingProblem.PROJECTION_UNKNOWN, Map.of("known", String.join(", ", projections.names())));
        }
        return begin(Purpose.REPLACE, List.of(name));
    }

    @Operation(
            operationId = "rebuildProjections",
            summary = "Makes the tables of all projections anew, in one pass over the ledger",
            description = "As for one of them, and quicker than one after another.")
    @PostMapping(NEWEST)
    ResponseEntity<Rebuild> rebuildAll(Asked asked) {
        return begin(Purpose.REPLACE, projections.names());
    }

    @Operation(
            operationId = "compareProjections",
            summary = "Compares every live row with what the ledger's events make of it",
            description =
                    "All tables are made anew beside the live ones, compared with them row by row at one ledger position,"
                            + " and thrown away. The progress tells what was found: differing is 0 when all is well.")
    @PostMapping("/v1/projections/comparison")
    ResponseEntity<Rebuild> compare(Asked asked) {
        return begin(Purpose.COMPARE, projections.names());
    }

    @Operation(
            operationId = "getRebuild",
            summary = "How the newest rebuild or comparison goes, or what came of it",
            description =
                    "Position, rate and time left while it goes on; afterwards what was found, or why it failed. A rebuild"
                            + " that failed has changed nothing.")
    @GetMapping(NEWEST)
    ResponseEntity<Rebuild> newest(Asked asked) {
        Rebuild newest = rebuilds.newest().orElseThrow(() -> new TurnedAway(AskingProblem.REBUILD_UNKNOWN));
        return ResponseEntity.ok()
                .header(Asking.POSITION_HEADER, Long.toString(newest.position()))
                .body(newest);
    }

    private ResponseEntity<Rebuild> begin(Purpose purpose, List<String> names) {
        try {
            Rebuild begun = rebuilds.begin(purpose, names);
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .header(HttpHeaders.LOCATION, NEWEST)
                    .header(Asking.POSITION_HEADER, Long.toString(begun.position()))
                    .body(begun);
        } catch (Rebuilds.UnderWay e) {
            throw new TurnedAway(AskingProblem.REBUILD_UNDER_WAY);
        }
    }
}
