package no.journeyledger.query.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.door.TurnedAway;
import no.journeyledger.query.journeys.JourneyAccess;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.replay.Differences.Difference;
import no.journeyledger.query.replay.Replay.JourneyThen;
import no.journeyledger.query.replay.Replay.Stood;
import no.journeyledger.query.timeline.EntryWording;
import no.journeyledger.query.timeline.EntryWording.Worded;
import no.journeyledger.query.timeline.EntryWording.Words;
import no.journeyledger.store.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Questions about the past of a journey. */
@RestController
@Tag(
        name = "Replay",
        description =
                "A journey as it was, by either clock: what was so (effective-at) and what the team knew (known-at)."
                        + " Folded from the ledger's events at the moment of asking.")
class ReplayController {

    private static final List<String> VIEWS = List.of(JourneysProjection.NAME);
    private static final String A_MOMENT =
            "An instant with its offset (2026-03-01T12:00:00Z), or a day (2026-03-01), which stands for its end in Norway.";

    private final Asking asking;
    private final Histories histories;
    private final EntryWording wording;
    private final Clock clock;
    private final JsonMapper json;

    ReplayController(Asking asking, Histories histories, EntryWording wording, Clock clock, JsonMapper json) {
        this.asking = asking;
        this.histories = histories;
        this.wording = wording;
        this.clock = clock;
        this.json = json;
    }

    /**
     * A journey as of a moment.
     *
     * @param knownAt what was recorded up to then; absent for everything
     * @param effectiveAt what had taken effect by then; absent for everything
     * @param entries how many entries the state is made of
     * @param state as it stood
     * @param notYetKnown what had taken effect by effectiveAt, but was recorded only after knownAt: so it was, and the team
     *     did not know
     * @param notYetInEffect what was recorded by knownAt, but took effect only after effectiveAt
     * @param unfinished entries of which a part had nothing to change, because what they build on took effect later
     */
    record AsOf(
            @Nullable Instant knownAt,
            @Nullable Instant effectiveAt,
            int entries,
            JourneyThen state,
            List<Worded> notYetKnown,
            List<Worded> notYetInEffect,
            List<Worded> unfinished) {}

    /**
     * A side of a comparison.
     *
     * @param entries how many entries it is made of
     */
    record Side(@Nullable Instant knownAt, @Nullable Instant effectiveAt, int entries) {}

    /**
     * What differs between two moments.
     *
     * @param cameIn entries that count at the second moment and not at the first
     * @param fellAway entries that count at the first moment and not at the second
     * @param differences what of the journey is different, field by field
     */
    record Between(Side from, Side to, List<Worded> cameIn, List<Worded> fellAway, List<Difference> differences) {}

    /**
     * A journey before and after one entry.
     *
     * @param entry the entry
     * @param differences what the entry changed, field by field
     */
    record AroundEntry(Worded entry, JourneyThen before, JourneyThen after, List<Difference> differences) {}

    @Operation(
            operationId = "getJourneyAsOf",
            summary = "A journey as of a moment, by either clock or both",
            description =
                    "effective-at asks what was so; known-at asks what the team knew; together they ask what the team"
                            + " knew on one day of what was so on another. A moment left out is now. The state has the shapes of the"
                            + " journey, its plans, its decisions and its money as they are asked for the present; notYetKnown shows what"
                            + " was entered late.")
    @GetMapping("/v1/journeys/{journey}/as-of")
    ResponseEntity<AsOf> asOf(
            @PathVariable("journey") UUID journey,
            @Parameter(description = "What had been recorded by then. " + A_MOMENT)
                    @RequestParam(name = "known-at", required = false)
                    @Nullable
                    String knownAt,
            @Parameter(description = "What had taken effect by then. " + A_MOMENT)
                    @RequestParam(name = "effective-at", required = false)
                    @Nullable
                    String effectiveAt,
            Asked asked) {
        var moment =
                new Moment(Moment.read("known-at", knownAt, clock), Moment.read("effective-at", effectiveAt, clock));
        return answer(journey, asked, (history, words) -> {
            Stood stood = Replay.at(history, moment, asked.reading().opening(), moment.day(clock));
            return new AsOf(
                    moment.knownAt(),
                    moment.effectiveAt(),
                    stood.entries(),
                    stood.state(),
                    worded(history, words, event -> moment.hasSeen(event) && !moment.knows(event)),
                    worded(history, words, event -> moment.knows(event) && !moment.hasSeen(event)),
                    stood.unfinished().stream()
                            .map(words::of)
                            .flatMap(Optional::stream)
                            .toList());
        });
    }

    @Operation(
            operationId = "compareJourneyMoments",
            summary = "What differs in a journey between two moments, each on both clocks",
            description =
                    "A moment left out is now. Two moments that differ in known-at only show what the team learned; two"
                            + " that differ in effective-at only show what came to be so.")
    @GetMapping("/v1/journeys/{journey}/difference")
    ResponseEntity<Between> difference(
            @PathVariable("journey") UUID journey,
            @Parameter(description = A_MOMENT) @RequestParam(name = "from-known-at", required = false) @Nullable
                    String fromKnownAt,
            @Parameter(description = A_MOMENT) @RequestParam(name = "from-effective-at", required = false) @Nullable
                    String fromEffectiveAt,
            @Parameter(description = A_MOMENT) @RequestParam(name = "to-known-at", required = false) @Nullable
                    String toKnownAt,
            @Parameter(description = A_MOMENT) @RequestParam(name = "to-effective-at", required = false) @Nullable
                    String toEffectiveAt,
            Asked asked) {
        var from = new Moment(
                Moment.read("from-known-at", fromKnownAt, clock),
                Moment.read("from-effective-at", fromEffectiveAt, clock));
        var to = new Moment(
                Moment.read("to-known-at", toKnownAt, clock), Moment.read("to-effective-at", toEffectiveAt, clock));
        return answer(journey, asked, (history, words) -> {
            Stood before = Replay.at(history, from, asked.reading().opening(), from.day(clock));
            Stood after = Replay.at(history, to, asked.reading().opening(), to.day(clock));
            Predicate<RecordedEvent> inFrom = event -> from.knows(event) && from.hasSeen(event);
            Predicate<RecordedEvent> inTo = event -> to.knows(event) && to.hasSeen(event);
            return new Between(
                    new Side(from.knownAt(), from.effectiveAt(), before.entries()),
                    new Side(to.knownAt(), to.effectiveAt(), after.entries()),
                    worded(history, words, inTo.and(inFrom.negate())),
                    worded(history, words, inFrom.and(inTo.negate())),
                    differences(before.state(), after.state()));
        });
    }

    @Operation(
            operationId = "getEntry",
            summary = "One entry of a journey, with the journey before and after it",
            description =
                    "In recorded order: before is what everything recorded earlier made of the journey, after is that with"
                            + " this entry.")
    @GetMapping("/v1/journeys/{journey}/entries/{position}")
    ResponseEntity<AroundEntry> entry(
            @PathVariable("journey") UUID journey, @PathVariable("position") long position, Asked asked) {
        return answer(journey, asked, (history, words) -> {
            RecordedEvent event = history.entries().stream()
                    .filter(each -> each.position() == position && JourneyHistory.isEntry(each))
                    .findFirst()
                    .orElseThrow(() -> new TurnedAway(AskingProblem.JOURNEY_ENTRY_UNKNOWN));
            Worded entry = words.of(event).orElseThrow(() -> new TurnedAway(AskingProblem.JOURNEY_ENTRY_UNKNOWN));
            Opening opening = asked.reading().opening();
            LocalDate day = Moment.dayOf(event.metadata().effectiveAt());
            JourneyThen before =
                    Replay.upTo(history, position - 1, opening, day).state();
            JourneyThen after = Replay.upTo(history, position, opening, day).state();
            return new AroundEntry(entry, before, after, differences(before, after));
        });
    }

    private <T> ResponseEntity<T> answer(UUID journey, Asked asked, BiFunction<JourneyHistory, Words, T> question) {
        // The views say who may ask and what people are called; everything else is read from the ledger.
        Words words = asking.answer(asked, VIEWS, views -> {
                    JourneyAccess.require(views, asked.reader(), journey);
                    return wording.words(views, asked);
                })
                .getBody();
        JourneyHistory history = histories.of(journey).orElseThrow(() -> new TurnedAway(AskingProblem.JOURNEY_UNKNOWN));
        if (words == null) {
            throw new IllegalStateException("a question without an answer");
        }
        return ResponseEntity.ok()
                .header(Asking.POSITION_HEADER, Long.toString(history.head()))
                .body(question.apply(history, words));
    }

    private static List<Worded> worded(JourneyHistory history, Words words, Predicate<RecordedEvent> which) {
        return history.entries().stream()
                .filter(JourneyHistory::isEntry)
                .filter(which)
                .map(words::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Difference> differences(JourneyThen before, JourneyThen after) {
        return Differences.between(json.valueToTree(before), json.valueToTree(after));
    }
}
