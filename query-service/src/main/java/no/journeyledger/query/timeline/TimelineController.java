package no.journeyledger.query.timeline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.events.Actor;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.query.course.CourseProjection;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.Opened;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.door.Page;
import no.journeyledger.query.door.Sentences;
import no.journeyledger.query.journeys.JourneyAccess;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The timeline of a journey. */
@RestController
@Tag(
        name = "Timeline",
        description = "Everything recorded about a journey, worded for the professional and for the citizen.")
class TimelineController {

    private static final List<String> VIEWS =
            List.of(TimelineProjection.NAME, JourneysProjection.NAME, CourseProjection.NAME);
    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final Asking asking;
    private final EventCodec codec;
    private final Sentences sentences;
    private final Opened opened;
    private final Wording wording;
    private final JsonMapper json;

    TimelineController(Asking asking, EventCodec codec, Sentences sentences, Opened opened, JsonMapper json) {
        this.asking = asking;
        this.codec = codec;
        this.sentences = sentences;
        this.opened = opened;
        this.wording = new Wording(sentences, opened);
        this.json = json;
    }

    /**
     * An entry.
     *
     * @param position its place in the ledger
     * @param recordedAt when the ledger recorded it
     * @param effectiveAt when it took effect: may be earlier
     * @param type what kind of event it is, see docs/event-catalogue.md
     * @param actor who acted
     * @param professional worded for the professional; not told to a person in their own session
     * @param citizen worded for the citizen
     * @param enteredLate whether it took effect on an earlier day than it was recorded
     * @param correctedBy the positions of the entries that correct this one
     * @param facts the event's own fields, see docs/event-catalogue.md; a correction's {@code corrects} is the position of the
     *     entry it corrects
     */
    record Entry(
            long position,
            Instant recordedAt,
            Instant effectiveAt,
            String type,
            Actor actor,
            @Nullable UUID onBehalfOf,
            @Nullable String purpose,
            @Nullable String professional,
            String citizen,
            boolean enteredLate,
            List<Long> correctedBy,

            @Schema(type = "object", description = "The event's own fields; docs/event-catalogue.md names them")
            ObjectNode facts) {}

    @Operation(
            operationId = "getTimeline",
            summary = "The timeline of a journey, in recorded order",
            description =
                    "Each entry is worded for the professional and for the citizen, in the language of Accept-Language"
                            + " (nb or en). A person does not see what was recorded of another member's answers, words and reports;"
                            + " a service does not see those of members who have not opened them to it.")
    @Asked.InPages
    @GetMapping("/v1/journeys/{journey}/timeline")
    ResponseEntity<Page<Entry>> timeline(@PathVariable("journey") UUID journey, Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            JourneyAccess.require(views, asked.reader(), journey);
            return asked.reading().opening().opensEverything()
                    ? page(views, journey, asked)
                    : visiblePage(views, journey, asked);
        });
    }

    private Page<Entry> page(JdbcClient views, UUID journey, Asked asked) {
        var names = Names.around(views, asked.reading().opening(), opened, sentences);
        Map<Long, List<Long>> corrections = corrections(views, journey);
        return Page.of(asked, rows(views, journey, asked.after(), asked.limitAndOne()), TimelineRow::position, row -> {
            RecordedEvent event = row.event(codec);
            return entry(event, new ForPerson.Seen(event.payload()), names, asked, corrections);
        });
    }

    private record Visible(TimelineRow row, RecordedEvent event, ForPerson.Seen seen) {}

    /** A page holds as many entries as were asked for, also when entries in between are closed to the reader. */
    private Page<Entry> visiblePage(JdbcClient views, UUID journey, Asked asked) {
        Opening opening = asked.reading().opening();
        var forPerson = ForPerson.of(views, opening);
        var names = Names.around(views, opening, opened, sentences);
        Map<Long, List<Long>> corrections = corrections(views, journey);
        var visible = new ArrayList<Visible>();
        long after = asked.after();
        while (visible.size() < asked.limitAndOne()) {
            List<TimelineRow> rows = rows(views, journey, after, asked.limitAndOne());
            for (TimelineRow row : rows) {
                RecordedEvent event = row.event(codec);
                Optional<ForPerson.Seen> seen = forPerson.see(event.payload());
                if (seen.isPresent() && visible.size() < asked.limitAndOne()) {
                    visible.add(new Visible(row, event, seen.get()));
                }
            }
            if (rows.size() < asked.limitAndOne()) {
                break;
            }
            after = rows.getLast().position();
        }
        return Page.of(
                asked,
                visible,
                each -> each.row().position(),
                each -> entry(each.event(), each.seen(), names, asked, corrections));
    }

    /** Which entries correct which: there are few of them. */
    private static Map<Long, List<Long>> corrections(JdbcClient views, UUID journey) {
        var corrections = new HashMap<Long, List<Long>>();
        views.sql("SELECT corrects, position FROM views.correction WHERE journey = ? ORDER BY position")
                .param(journey)
                .query((row, i) -> corrections
                        .computeIfAbsent(row.getLong(1), corrected -> new ArrayList<>())
                        .add(row.getLong(2)))
                .list();
        return corrections;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, NORWAY);
    }

    private static List<TimelineRow> rows(JdbcClient views, UUID journey, long after, int limit) {
        return views.sql(
                        TimelineRow.TIMELINE.select() + " WHERE journey = ? AND position > ? ORDER BY position LIMIT ?")
                .params(journey, after, limit)
                .query((row, i) -> TimelineRow.TIMELINE.read(row))
                .list();
    }

    private Entry entry(
            RecordedEvent event, ForPerson.Seen seen, Names names, Asked asked, Map<Long, List<Long>> corrections) {
        EventMetadata metadata = event.metadata();
        UUID actor = metadata.actor().id();
        ObjectNode facts = json.valueToTree(seen.event());
        facts.remove(seen.untold());
        return new Entry(
                event.position(),
                event.recordedAt(),
                metadata.effectiveAt(),
                event.type(),
                metadata.actor(),
                metadata.onBehalfOf(),
                metadata.purpose(),
                asked.reader().isPerson()
                        ? null
                        : wording.say(
                                Wording.Audience.PROFESSIONAL,
                                asked.language(),
                                event.type(),
                                seen.event(),
                                actor,
                                names),
                wording.say(Wording.Audience.CITIZEN, asked.language(), event.type(), seen.event(), actor, names),
                day(metadata.effectiveAt()).isBefore(day(event.recordedAt())),
                corrections.getOrDefault(event.position(), List.of()),
                facts);
    }
}
