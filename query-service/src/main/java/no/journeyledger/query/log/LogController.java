package no.journeyledger.query.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.Reader;
import no.journeyledger.query.door.Role;
import no.journeyledger.query.door.TurnedAway;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.proof.Checkpoint;
import no.journeyledger.store.proof.LedgerExport;
import no.journeyledger.store.proof.LogTables;
import no.journeyledger.store.proof.LogUnreadable;
import no.journeyledger.store.proof.ProofFile;
import no.journeyledger.store.proof.Receipts;
import no.journeyledger.store.proof.SignedNote;
import no.journeyledger.store.proof.Tile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log in the layout of C2SP tlog-tiles. Checkpoints, keys and tiles of hashes are open to everybody, so that nobody has
 * to be asked for leave to watch the ledger; what the hashes are of is not.
 */
@RestController
@Tag(
        name = "Log",
        description = "The tamper-evident log, in the formats of C2SP tlog-tiles, tlog-checkpoint and tlog-proof.")
class LogController {

    private static final Logger log = LoggerFactory.getLogger(LogController.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final CacheControl NEVER_CHANGES =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl NEVER_CHANGES_BUT_IS_NOT_FOR_ALL =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();
    private static final CacheControl CHANGES_EVERY_SECOND =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();
    private static final int MOST_CHECKPOINTS = 1_000;

    private final LogTables tables;
    private final Receipts receipts;
    private final LedgerExport export;
    private final LedgerReader reader;

    LogController(LogTables tables, Receipts receipts, LedgerExport export, LedgerReader reader) {
        this.tables = tables;
        this.receipts = receipts;
        this.export = export;
        this.reader = reader;
    }

    @Operation(
            operationId = "newestCheckpoint",
            summary = "The newest checkpoint",
            description =
                    "A signed note (C2SP tlog-checkpoint): the log's name, how many entries it has, the root of the"
                            + " tree over them.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = @Content(mediaType = "text/plain")))
    @SecurityRequirements
    @GetMapping("/v1/log/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        SignedNote newest = tables.newest().orElseThrow(() -> new TurnedAway(AskingProblem.NOT_SEALED));
        return text(newest.toString()).cacheControl(CHANGES_EVERY_SECOND).body(bytes(newest));
    }

    /** A checkpoint and how many entries it covers. */
    record Signed(long size, String note) {}

    /** Checkpoints in the order they were signed. */
    record Checkpoints(
            List<Signed> items,

            @Schema(description = "Ask after this size for those that follow; absent when there are no more") @Nullable
            Long next) {}

    @Operation(
            operationId = "listCheckpoints",
            summary = "Every checkpoint that was ever signed, in order",
            description = "With the signatures of witnesses.")
    @SecurityRequirements
    @GetMapping("/v1/log/checkpoints")
    ResponseEntity<Checkpoints> checkpoints(
            @Parameter(description = "Those that cover more entries than this")
                    @RequestParam(name = "after", defaultValue = "0")
                    long after,
            @Parameter(description = "How many at most, 1 to 1000") @RequestParam(name = "limit", defaultValue = "100")
                    int limit) {
        if (after < 0 || limit < 1 || limit > MOST_CHECKPOINTS) {
            throw new TurnedAway(
                    AskingProblem.MALFORMED_PARAMETER, java.util.Map.of("parameter", after < 0 ? "after" : "limit"));
        }
        // One more than asked for, to know whether there is a next page.
        List<Signed> found = tables.checkpointsAfter(after, limit + 1).stream()
                .map(note -> new Signed(Checkpoint.sizeIn(note), note.toString()))
                .toList();
        List<Signed> items = found.size() > limit ? found.subList(0, limit) : found;
        Long next = found.size() > limit ? items.getLast().size() : null;
        return ResponseEntity.ok().cacheControl(CHANGES_EVERY_SECOND).body(new Checkpoints(items, next));
    }

    /** The keys of the log, the first one first. Being listed makes no key trusted. */
    record Keys(List<Published> keys) {}

    /** A key. */
    record Published(
            @Schema(description = "origin+id+base64, as tools for signed notes read it")
            String key,

            @Schema(description = "The first checkpoint it signed; there the key before it signed too") @Nullable
            String firstCheckpoint) {}

    @Operation(
            operationId = "listLogKeys",
            summary = "The public keys of the log, and where each came into use",
            description =
                    "Get the key you trust from elsewhere; a later one may be trusted from the checkpoint that both"
                            + " signed.")
    @SecurityRequirements
    @GetMapping("/v1/log/keys")
    ResponseEntity<Keys> keys() {
        List<Published> keys = tables.keys().stream()
                .map(key -> new Published(
                        key.text(),
                        tables.firstSignedBy(key).map(SignedNote::toString).orElse(null)))
                .toList();
        return ResponseEntity.ok().cacheControl(CHANGES_EVERY_SECOND).body(new Keys(keys));
    }

    @Operation(
            operationId = "hashTile",
            summary = "A tile of hashes",
            description = "Level and number as C2SP tlog-tiles writes them, e.g. 0/x001/234 or 1/000.p/17."
                    + " A hash tells nothing of what it is of.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = @Content(mediaType = "application/octet-stream")))
    @SecurityRequirements
    @GetMapping("/v1/log/tile/{level:[0-9]+}/{*number}")
    ResponseEntity<byte[]> hashes(@PathVariable("level") String level, @PathVariable("number") String number) {
        return tile("tile/" + level + number, NEVER_CHANGES);
    }

    @Operation(
            operationId = "entryBundle",
            summary = "A bundle of entries",
            description = "The leaves themselves, 256 in a bundle, each after its length in two bytes.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = @Content(mediaType = "application/octet-stream")))
    @GetMapping("/v1/log/tile/entries/{*number}")
    ResponseEntity<byte[]> entries(@PathVariable("number") String number) {
        return tile("tile/entries" + number, NEVER_CHANGES_BUT_IS_NOT_FOR_ALL);
    }

    private ResponseEntity<byte[]> tile(String path, CacheControl caching) {
        Tile tile = Tile.parse(path)
                .filter(t -> t.isWithin(tables.sealedTo()))
                .orElseThrow(() -> new TurnedAway(AskingProblem.TILE_UNKNOWN));
        byte[] bytes = tables.tile(tile).orElseThrow(() -> new TurnedAway(AskingProblem.TILE_UNKNOWN));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(caching)
                .body(bytes);
    }

    @Operation(
            operationId = "proofOfEntry",
            summary = "The offline proof of one entry",
            description =
                    "A C2SP tlog-proof: the leaf, its inclusion proof and a signed checkpoint. For auditors any entry,"
                            + " for everybody else what they recorded themselves. Waits up to two seconds for the entry to be"
                            + " sealed.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = @Content(mediaType = "text/plain")))
    @GetMapping("/v1/log/proofs/{position}")
    ResponseEntity<byte[]> proof(@PathVariable("position") long position, Asked asked) throws InterruptedException {
        EncodedEvent event = position < 1
                ? null
                : reader.readAfter(position - 1, 1).stream().findFirst().orElse(null);
        if (event == null || !mayHaveProofOf(event, asked.reader())) {
            throw new TurnedAway(AskingProblem.ENTRY_UNKNOWN);
        }
        ProofFile proof = receipts.of(position, PATIENCE).orElseThrow(() -> new TurnedAway(AskingProblem.NOT_SEALED));
        return text(proof.toString())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"entry-" + position + ProofFile.EXTENSION + "\"")
                .header(Asking.POSITION_HEADER, Long.toString(proof.proof().size()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(proof.bytes());
    }

    /** A leaf tells when something of which kind was recorded on a journey: for auditors, and for who recorded it. */
    private boolean mayHaveProofOf(EncodedEvent event, Reader asking) {
        return asking.roles().contains(Role.AUDITOR)
                || reader.decode(event).metadata().actor().id().equals(asking.id());
    }

    @Operation(
            operationId = "exportLedger",
            summary = "The whole ledger up to its newest checkpoint",
            description =
                    "One JSON object per line: every event with its stored bytes and its leaf, every checkpoint after"
                            + " the last event it covers, and a last line that says it is whole. Personal text stays encrypted.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = @Content(mediaType = "application/x-ndjson")))
    @GetMapping("/v1/log/export")
    void export(Asked asked, HttpServletResponse response) throws IOException, InterruptedException {
        Long least = asked.minPosition();
        if (least != null && !receipts.isSealed(least, PATIENCE)) {
            throw new TurnedAway(AskingProblem.NOT_SEALED);
        }
        if (tables.sealedTo() == 0) {
            throw new TurnedAway(AskingProblem.NOT_SEALED);
        }
        LedgerExport.Stamp stamp = export.stamp();
        response.setContentType("application/x-ndjson");
        response.setHeader(Asking.POSITION_HEADER, Long.toString(stamp.position()));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger-" + stamp.position() + ".ndjson\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            export.write(response.getOutputStream(), stamp);
        } catch (LogUnreadable e) {
            if (!response.isCommitted()) {
                response.reset();
                throw e;
            }
            // What was sent lacks its last line, by which every reader knows that it broke off.
            log.error("an export broke off: {}", e.getMessage());
        }
    }

    private static ResponseEntity.BodyBuilder text(String text) {
        return ResponseEntity.ok().contentType(TEXT).contentLength(text.getBytes(StandardCharsets.UTF_8).length);
    }

    private static byte[] bytes(SignedNote note) {
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }
}
