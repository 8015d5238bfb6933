package no.journeyledger.query.timeline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.Page;
import no.journeyledger.query.door.TurnedAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The timeline of a journey as it grows. Each stream reads for itself from where it came to, so nothing waits in memory for
 * whoever reads slowly; whoever takes nothing for a while is let go by the web server and comes back with the last position.
 * What the reader may see is asked anew with every batch.
 */
@RestController
@Tag(name = "Timeline")
class TimelineStreamController {

    private static final Logger log = LoggerFactory.getLogger(TimelineStreamController.class);
    private static final int BATCH = 100;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    // A token is looked at when a stream begins, so a stream must also end.
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final TimelineController timeline;
    private final TimelineStreams streams;
    private final JsonMapper json;

    TimelineStreamController(TimelineController timeline, TimelineStreams streams, JsonMapper json) {
        this.timeline = timeline;
        this.streams = streams;
        this.json = json;
    }

    @Operation(
            operationId = "followTimeline",
            summary = "Follow the timeline of a journey",
            description =
                    "Server-sent events: each entry as in the timeline, its position as the event's id, as soon as"
                            + " it is there. A client that comes back says with Last-Event-ID where it came to and misses nothing."
                            + " A comment every 15 seconds shows that the stream is alive. It ends after five minutes, when the"
                            + " service stops, or when the reader may no longer see the journey: then come back, or be told why not.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            schema = @Schema(implementation = TimelineController.Entry.class))))
    @GetMapping(path = "/v1/journeys/{journey}/timeline/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void follow(
            @PathVariable("journey") UUID journey,
            @Parameter(description = "the position to go on after; from the beginning when left out")
                    @RequestParam(name = "from", required = false)
                    @Nullable
                    String from,
            @Parameter(in = ParameterIn.HEADER, description = "the id of the last event received; stronger than from")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId,
            Asked asked,
            HttpServletResponse response)
            throws InterruptedException {
        long after = lastEventId != null && !lastEventId.isEmpty()
                ? position("Last-Event-ID", lastEventId)
                : position("from", from == null ? "0" : from);
        try (TimelineStreams.Following following = streams.follow(journey)) {
            if (following == null) {
                throw new TurnedAway(AskingProblem.TOO_MANY_STREAMS);
            }
            // The first batch before anything is sent: who may not follow is told so as a problem.
            ResponseEntity<Page<TimelineController.Entry>> batch = batch(journey, asked, after);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            response.setHeader(Asking.POSITION_HEADER, batch.getHeaders().getFirst(Asking.POSITION_HEADER));
            send(journey, asked, after, batch, following, response.getOutputStream());
        } catch (IOException e) {
            log.debug("a reader has gone", e);
        }
    }

    private void send(
            UUID journey,
            Asked asked,
            long from,
            ResponseEntity<Page<TimelineController.Entry>> first,
            TimelineStreams.Following following,
            OutputStream out)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        long after = from;
        ResponseEntity<Page<TimelineController.Entry>> batch = first;
        write(out, "retry: 2000\n\n");
        while (true) {
            after = write(out, batch, after);
            while (batch.getBody() == null || batch.getBody().next() == null) {
                out.flush();
                if (streams.closing() || System.nanoTime() > until) {
                    return;
                }
                if (following.await(HEARTBEAT)) {
                    break;
                }
                write(out, ": still here\n\n");
            }
            if (streams.closing()) {
                return;
            }
            try {
                batch = batch(journey, asked, after);
            } catch (TurnedAway ignored) {
                // No longer theirs to see, or cannot be told: whoever comes back is told why.
                return;
            }
        }
    }

    private ResponseEntity<Page<TimelineController.Entry>> batch(UUID journey, Asked asked, long after) {
        // Whoever may no longer read is not told one more entry.
        asked.reading().stillOpen();
        return timeline.timeline(
                journey,
                new Asked(asked.reader(), asked.language(), asked.minPosition(), after, BATCH, asked.reading()));
    }

    /** Writes a batch; answers with the position up to which the reader has now been told everything they may see. */
    private long write(OutputStream out, ResponseEntity<Page<TimelineController.Entry>> batch, long after)
            throws IOException {
        Page<TimelineController.Entry> page = batch.getBody();
        if (page == null) {
            return after;
        }
        long last = after;
        for (TimelineController.Entry entry : page.items()) {
            write(out, "id: " + entry.position() + "\nevent: entry\ndata: ");
            out.write(json.writeValueAsBytes(entry));
            write(out, "\n\n");
            last = entry.position();
        }
        String reached = batch.getHeaders().getFirst(Asking.POSITION_HEADER);
        return page.next() == null && reached != null ? Math.max(last, Long.parseLong(reached)) : last;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long position(String parameter, String text) {
        boolean number = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number) {
            throw new TurnedAway(AskingProblem.MALFORMED_PARAMETER, Map.of("parameter", parameter));
        }
        return Long.parseLong(text);
    }
}
