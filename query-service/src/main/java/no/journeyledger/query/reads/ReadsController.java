package no.journeyledger.query.reads;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Actor;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.Page;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.reads.Basis;
import no.journeyledger.store.reads.Purpose;
import no.journeyledger.store.reads.ReadLog;
import no.journeyledger.store.reads.RecordedRead;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers from the read log itself, which no projection stands between. */
@RestController
@Tag(name = "Reads", description = "Who has read a person's data, when, through what, why and on what ground.")
class ReadsController {

    private final ReadLog log;
    private final LedgerReader ledger;

    ReadsController(ReadLog log, LedgerReader ledger) {
        this.log = log;
        this.ledger = ledger;
    }

    /**
     * A reading.
     *
     * @param position its place in the read log, which is another than the ledger's
     * @param at when it was recorded, before the answer left
     * @param reader who read
     * @param service the service they belong to, absent for a person
     * @param through the case app in between, absent when none
     * @param call what was asked
     * @param basis on what ground
     * @param opening the statutory opening it rests on, absent when another ground
     * @param journey the journey asked about, absent when the question was about several or none
     */
    record Read(
            long position,
            Instant at,
            UUID reader,
            Actor.Kind kind,
            @Nullable UUID service,
            @Nullable UUID through,
            String call,
            Purpose purpose,
            Basis basis,
            @Nullable UUID opening,
            @Nullable UUID journey) {}

    @Operation(
            operationId = "listReads",
            summary = "Who has read a person's data, newest first",
            description = "Open to the person alone, and to the privacy officer; also to nobody else of the household."
                    + " Asking is itself a reading, and the first one listed.")
    @Asked.InPages
    @GetMapping("/v1/persons/{person}/reads")
    ResponseEntity<Page<Read>> reads(@PathVariable("person") UUID person, Asked asked) {
        List<RecordedRead> found =
                log.of(person, asked.after() == 0 ? Long.MAX_VALUE : asked.after(), asked.limitAndOne());
        return ResponseEntity.ok()
                .header(Asking.POSITION_HEADER, Long.toString(ledger.head()))
                .body(Page.of(asked, found, RecordedRead::position, ReadsController::read));
    }

    private static Read read(RecordedRead read) {
        var entry = read.entry();
        return new Read(
                read.position(),
                read.recordedAt(),
                entry.reader(),
                entry.kind(),
                entry.service(),
                entry.through(),
                entry.call(),
                entry.purpose(),
                entry.basis(),
                entry.opening(),
                entry.journey());
    }
}
