package no.journeyledger.query.economics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import no.journeyledger.economics.parameters.Parameters;
import no.journeyledger.economics.parameters.SmallGroupThreshold;
import no.journeyledger.economics.selfreport.Answers;
import no.journeyledger.economics.selfreport.LadderReading;
import no.journeyledger.economics.selfreport.Respondent;
import no.journeyledger.economics.selfreport.Satisfaction;
import no.journeyledger.economics.selfreport.Who5Change;
import no.journeyledger.economics.selfreport.Who5GroupChange;
import no.journeyledger.economics.selfreport.Who5Score;
import no.journeyledger.events.journey.Instrument;
import no.journeyledger.events.journey.Moment;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.Opened;
import no.journeyledger.query.economics.BeforeAfterKept.State;
import no.journeyledger.query.economics.EconomicsRows.ReportRow;
import no.journeyledger.query.journeys.JourneyAccess;
import no.journeyledger.query.journeys.JourneysProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Self-reports, scored; before and after side by side. */
@RestController
@Tag(
        name = "Self-reports",
        description =
                "What people report about themselves, scored with a version of the parameters. Own answers and answers"
                        + " for somebody stand apart, a missing item gives no score, and before and after is not effect.")
class SelfReportsController {

    private static final List<String> VIEWS = List.of(EconomicsProjection.NAME, JourneysProjection.NAME);

    private final Asking asking;
    private final Opened opened;
    private final BeforeAfterKept kept;

    SelfReportsController(Asking asking, Opened opened, BeforeAfterKept kept) {
        this.asking = asking;
        this.opened = opened;
        this.kept = kept;
    }

    /** What came of scoring a form. */
    enum Outcome {
        SCORED,
        ITEM_MISSING,
        DECLINED,
        /** The person's key was destroyed. */
        ERASED
    }

    /**
     * A report.
     *
     * @param own whether the person answered
     * @param score WHO-5: 0-100; ladder: the step now; satisfaction: the weighted mean of the areas; met by services: 0-10
     * @param inFiveYears ladder: the step expected in five years
     * @param reading WHO-5: LOW or NOT_LOW; ladder: THRIVING, STRUGGLING or SUFFERING
     * @param byArea satisfaction per area of life; an area left open is not in it
     */
    record Scored(
            UUID report,
            UUID person,
            Instrument instrument,
            String instrumentVersion,
            Moment moment,
            LocalDate on,
            String language,
            boolean own,
            UUID respondent,
            boolean helperPresent,
            Outcome outcome,
            @Nullable BigDecimal score,
            @Nullable Integer inFiveYears,
            @Nullable String reading,
            @Nullable Map<String, Integer> byArea) {}

    /**
     * WHO-5 of one person: the first report before, beside the last one after (or during, while there is none after).
     *
     * @param own of own answers, or of answers for the person; the two are never compared
     * @param points after less before; absent when they cannot be compared
     * @param meaningful whether it changed by as much as matters to a person, 10 points
     * @param reliable whether it changed by more than measurement error explains; far stricter
     * @param reason why they cannot be compared
     */
    record Change(
            UUID person,
            boolean own,
            @Nullable Integer points,
            @Nullable String meaningful,
            @Nullable Integer meaningfulFrom,
            @Nullable String reliable,
            @Nullable BigDecimal reliableBeyond,
            @Nullable String reason) {}

    /**
     * The reports of a journey.
     *
     * @param parameterVersion the version they were scored with
     * @param asOfPosition the ledger position that is told of
     * @param caveat what must stand beside every before and after
     */
    record Reports(
            UUID journey,
            String parameterVersion,
            long asOfPosition,
            List<Scored> reports,
            List<Change> changes,
            String caveat) {}

    @Operation(
            operationId = "listSelfReports",
            summary = "The self-reports of a journey, scored",
            description = "A person sees their own.")
    @GetMapping("/v1/journeys/{journey}/self-reports")
    ResponseEntity<Reports> reports(
            @PathVariable("journey") UUID journey,
            @RequestParam(name = "parameters", required = false) @Nullable String parameters,
            Asked asked) {
        return asking.answer(
                asked,
                VIEWS,
                views -> EconomicsController.calculated(() -> reports(views, journey, parameters, asked)));
    }

    @Operation(
            operationId = "exportSelfReports",
            summary = "The same as a file",
            description = "One row per report; a person's file holds their own.")
    @GetMapping("/v1/journeys/{journey}/self-reports/export")
    ResponseEntity<byte[]> export(
            @PathVariable("journey") UUID journey,
            @RequestParam(name = "format") Export.Format format,
            @RequestParam(name = "parameters", required = false) @Nullable String parameters,
            Asked asked) {
        return Export.answer(
                asking.answer(
                        asked,
                        VIEWS,
                        views -> EconomicsController.calculated(
                                () -> Exports.of(reports(views, journey, parameters, asked))
                                        .as(format))),
                format,
                "self-reports");
    }

    private Reports reports(JdbcClient views, UUID journey, @Nullable String parameters, Asked asked) {
        JourneyAccess.require(views, asked.reader(), journey);
        var moment = Question.of(null).moment(views);
        Parameters version = ParameterVersions.asked(views, parameters, moment.day());
        List<ReportRow> rows = views
                .sql(EconomicsRows.REPORTS.select() + " WHERE journey = ? ORDER BY on_day, position")
                .param(journey)
                .query((row, i) -> EconomicsRows.REPORTS.read(row))
                .list()
                .stream()
                .filter(row -> asked.opens(row.person()))
                .toList();
        return new Reports(
                journey,
                version.version(),
                moment.position(),
                rows.stream().map(row -> scored(row, version)).toList(),
                changes(rows, version),
                Who5Change.CAVEAT);
    }

    private Scored scored(ReportRow row, Parameters version) {
        Answers answers = BeforeAfter.answers(row, opened);
        if (answers == null) {
            return scored(row, Outcome.ERASED, null, null, null, null);
        }
        return switch (row.instrument()) {
            case WHO5 ->
                switch (Who5Score.of(answers, version.instruments().who5())) {
                    case Who5Score.Scored score ->
                        scored(
                                row,
                                Outcome.SCORED,
                                BigDecimal.valueOf(score.score()),
                                null,
                                score.low() ? "LOW" : "NOT_LOW",
                                null);
                    case Who5Score.NotScored ignored -> scored(row, Outcome.ITEM_MISSING, null, null, null, null);
                    case Who5Score.Declined ignored -> scored(row, Outcome.DECLINED, null, null, null, null);
                };
            case LADDER ->
                switch (LadderReading.of(answers, version.instruments().ladder())) {
                    case LadderReading.Read read ->
                        scored(
                                row,
                                Outcome.SCORED,
                                BigDecimal.valueOf(read.now()),
                                read.inFiveYears(),
                                read.outlook().name(),
                                null);
                    case LadderReading.NotRead ignored -> scored(row, Outcome.ITEM_MISSING, null, null, null, null);
                    case LadderReading.Declined ignored -> scored(row, Outcome.DECLINED, null, null, null, null);
                };
            case SATISFACTION ->
                switch (Satisfaction.of(answers, version.instruments().satisfaction())) {
                    case Satisfaction.Answered answered -> {
                        var byArea = new LinkedHashMap<String, Integer>();
                        answered.byArea().forEach((area, answer) -> byArea.put(area.name(), answer));
                        yield switch (answered.index(version.lifeAreaWeights())) {
                            case Satisfaction.Index.Of index ->
                                scored(row, Outcome.SCORED, rounded(index.value()), null, null, byArea);
                            case Satisfaction.Index.None ignored ->
                                scored(row, Outcome.ITEM_MISSING, null, null, null, byArea);
                        };
                    }
                    case Satisfaction.Declined ignored -> scored(row, Outcome.DECLINED, null, null, null, null);
                };
            case MET_BY_SERVICES ->
                switch (answers) {
                    case Answers.Given given ->
                        given.items().size() == 1 && given.items().getFirst().isPresent()
                                ? scored(
                                        row,
                                        Outcome.SCORED,
                                        BigDecimal.valueOf(
                                                given.items().getFirst().getAsInt()),
                                        null,
                                        null,
                                        null)
                                : scored(row, Outcome.ITEM_MISSING, null, null, null, null);
                    case Answers.Declined ignored -> scored(row, Outcome.DECLINED, null, null, null, null);
                };
        };
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN);
    }

    private static Scored scored(
            ReportRow row,
            Outcome outcome,
            @Nullable BigDecimal score,
            @Nullable Integer inFiveYears,
            @Nullable String reading,
            @Nullable Map<String, Integer> byArea) {
        return new Scored(
                row.report(),
                row.person(),
                row.instrument(),
                row.instrumentVersion(),
                row.moment(),
                row.onDay(),
                row.language(),
                row.own(),
                row.respondent(),
                row.helperPresent(),
                outcome,
                score,
                inFiveYears,
                reading,
                byArea);
    }

    private List<Change> changes(List<ReportRow> rows, Parameters version) {
        var changes = new ArrayList<Change>();
        var compared = BeforeAfter.of(rows, version, opened);
        compared.own().forEach((person, change) -> changes.add(change(person, true, change)));
        compared.forSomebody().forEach((person, change) -> changes.add(change(person, false, change)));
        return changes;
    }

    private static <R extends Respondent> Change change(UUID person, boolean own, Who5Change<R> change) {
        return switch (change) {
            case Who5Change.Compared<R> compared ->
                new Change(
                        person,
                        own,
                        compared.points(),
                        compared.meaningful().name(),
                        compared.meaningfulThreshold(),
                        compared.reliable().name(),
                        rounded(compared.reliableThreshold()),
                        null);
            case Who5Change.NotCompared<R> not -> new Change(person, own, null, null, null, null, null, not.reason());
        };
    }

    /**
     * WHO-5 of everybody with a report before and one after.
     *
     * @param parameterVersion the version they were scored with
     * @param asOfPosition the ledger position that is told of, a moment behind
     * @param own of people's own answers
     * @param forSomebody of answers given for somebody, never pooled with the other
     * @param caveat what must stand beside
     */
    @Schema(name = "BeforeAfter")
    record Told(String parameterVersion, long asOfPosition, OfGroup own, OfGroup forSomebody, String caveat) {}

    /**
     * A group's change.
     *
     * @param hidden whether it is about too few to be told of
     * @param compared how many have a score before and after
     * @param meanPoints the mean change
     * @param meaningful how many changed by as much as matters to a person; absent when one of the three is too few
     * @param reliable how many changed by more than measurement error explains; absent likewise
     */
    record OfGroup(
            boolean hidden,
            @Nullable Integer compared,
            @Nullable BigDecimal meanPoints,
            @Nullable Numbers meaningful,
            @Nullable Numbers reliable) {}

    /** How many changed which way. */
    record Numbers(int better, int unchanged, int worse) {}

    @Operation(
            operationId = "getPortfolioSelfReports",
            summary = "WHO-5 before and after, of everybody",
            description =
                    "Of all persons with a report before and a later one; without filters, so that nobody is found by"
                            + " subtraction. Before and after is not effect.")
    @GetMapping("/v1/portfolio/self-reports")
    ResponseEntity<Told> portfolio(
            @RequestParam(name = "parameters", required = false) @Nullable String parameters, Asked asked) {
        return portfolio(parameters, asked, told -> told);
    }

    @Operation(
            operationId = "exportPortfolioSelfReports",
            summary = "The same as a file",
            description = "One row for people's own answers, one for answers given for somebody.")
    @GetMapping("/v1/portfolio/self-reports/export")
    ResponseEntity<byte[]> portfolioExport(
            @RequestParam(name = "format") Export.Format format,
            @RequestParam(name = "parameters", required = false) @Nullable String parameters,
            Asked asked) {
        return Export.answer(
                portfolio(parameters, asked, told -> Exports.of(told).as(format)), format, "self-reports");
    }

    private <T> ResponseEntity<T> portfolio(@Nullable String parameters, Asked asked, Function<Told, T> as) {
        State newest = kept.newest()
                .filter(state -> asked.minPosition() == null || state.position() >= asked.minPosition())
                .orElse(null);
        var at = new AtomicReference<@Nullable State>();
        ResponseEntity<T> answer = asking.answer(
                asked,
                VIEWS,
                views -> EconomicsController.calculated(() -> {
                    var moment = Question.of(null).moment(views);
                    Parameters version = ParameterVersions.asked(views, parameters, moment.day());
                    // What hides small groups is what is in force now, whichever version the scores are from.
                    SmallGroupThreshold inForce = version.smallGroupThreshold();
                    var threshold =
                            new SmallGroupThreshold(Portfolio.fewest(views), inForce.source(), inForce.inForce());
                    if (newest != null && newest.version().version().equals(version.version())) {
                        at.set(newest);
                        return as.apply(newest.remembered(
                                threshold.fewest(), changes -> told(changes, version, newest.position(), threshold)));
                    }
                    List<ReportRow> rows = views.sql(EconomicsRows.REPORTS.select()
                                    + " WHERE instrument = 'WHO5' ORDER BY on_day, position")
                            .query((row, i) -> EconomicsRows.REPORTS.read(row))
                            .list();
                    return as.apply(told(BeforeAfter.of(rows, version, opened), version, moment.position(), threshold));
                }));
        State used = at.get();
        return used == null ? answer : FromSummary.asOf(used.position(), answer);
    }

    private static Told told(BeforeAfter changes, Parameters version, long position, SmallGroupThreshold threshold) {
        return new Told(
                version.version(),
                position,
                group(changes.own(), threshold),
                group(changes.forSomebody(), threshold),
                Who5Change.CAVEAT);
    }

    private static <R extends Respondent> OfGroup group(
            Map<UUID, Who5Change<R>> changes, SmallGroupThreshold threshold) {
        return switch (Who5GroupChange.of(changes.values(), threshold)) {
            case Who5GroupChange.Hidden<R> ignored -> new OfGroup(true, null, null, null, null);
            case Who5GroupChange.Shown<R> shown ->
                new OfGroup(
                        false,
                        shown.compared(),
                        rounded(shown.meanPoints()),
                        numbers(shown.meaningful()),
                        numbers(shown.reliable()));
        };
    }

    private static @Nullable Numbers numbers(Who5GroupChange.Counts counts) {
        return switch (counts) {
            case Who5GroupChange.Counts.Numbers numbers ->
                new Numbers(numbers.better(), numbers.unchanged(), numbers.worse());
            case Who5GroupChange.Counts.TooFew ignored -> null;
        };
    }
}
