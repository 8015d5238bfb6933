package no.journeyledger.query.participation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.TurnedAway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The participation report. */
@RestController
@Tag(name = "Reports", description = "Counts over all journeys; nobody is named.")
class ParticipationController {

    private static final List<String> VIEWS = List.of(ParticipationProjection.NAME);
    private static final YearMonth FIRST = YearMonth.of(2000, 1);
    private static final YearMonth LAST = YearMonth.of(2100, 12);

    private final Asking asking;

    ParticipationController(Asking asking) {
        this.asking = asking;
    }

    /** Decisions taken, and attempts that the rule refused. */
    record Decisions(DecisionKind kind, long taken, long refused) {}

    /**
     * Persons who took part in decisions of a kind in one way.
     *
     * @param persons how often a person took part so: one who took part in three decisions counts three times
     * @param share of all participation in decisions of this kind, between 0 and 1
     */
    record TookPart(
            DecisionKind kind,
            Means means,
            Assurance assurance,
            Answer answer,
            long persons,
            @Schema(type = "number") BigDecimal share) {}

    /** Children concerned, by how they were heard. */
    record Children(DecisionKind kind, HearingOutcome outcome, long children) {}

    /** Attempts to take a decision that were refused, by the first rule that was not met. */
    record Refused(DecisionKind kind, RefusalReason reason, long attempts) {}

    /**
     * What the law let services do at once, which is no decision, and whether those it concerned were heard afterwards.
     *
     * @param measures emergency measures
     * @param heard persons who were heard about one
     * @param didNotSpeak persons who were asked and did not wish to speak
     * @param objections persons who object to what was done
     * @param overdue persons not heard when the hearing date passed
     */
    record Emergencies(long measures, long heard, long didNotSpeak, long objections, long overdue) {}

    /**
     * How people took part.
     *
     * @param from the first month, by when a decision took effect
     * @param until the last month
     * @param attemptedWithoutThePerson attempts that were refused because somebody had not taken part, or in another wording
     */
    record Report(
            @Schema(type = "string", example = "2026-01") String from,
            @Schema(type = "string", example = "2026-12") String until,
            List<Decisions> decisions,
            List<TookPart> participation,
            List<Children> children,
            List<Refused> refusals,
            long attemptedWithoutThePerson,
            Emergencies emergencies) {}

    @Operation(
            operationId = "reportParticipation",
            summary = "How people took part in the decisions of these months",
            description = "By kind of decision, means, assurance and answer; how children were heard; the decisions"
                    + " that were attempted and refused, by reason; and emergency measures with their hearings.")
    @GetMapping("/v1/reports/participation")
    ResponseEntity<Report> participation(
            @Parameter(description = "the first month; the earliest when left out", example = "2026-01")
                    @RequestParam(name = "from", required = false)
                    @Nullable
                    String from,
            @Parameter(description = "the last month; the latest when left out", example = "2026-12")
                    @RequestParam(name = "until", required = false)
                    @Nullable
                    String until,
            Asked asked) {
        YearMonth first = month("from", from, FIRST);
        YearMonth last = month("until", until, LAST);
        return asking.answer(asked, VIEWS, views -> report(views, first, last));
    }

    private static Report report(JdbcClient views, YearMonth first, YearMonth last) {
        LocalDate from = first.atDay(1);
        LocalDate until = last.atDay(1);
        List<Refused> refusals = views
                .sql("""
                SELECT kind, reason, sum(attempts) FROM views.participation_refused WHERE month BETWEEN ? AND ?
                GROUP BY kind, reason
                """)
                .params(from, until)
                .query((row, i) -> new Refused(
                        DecisionKind.valueOf(row.getString(1)),
                        RefusalReason.valueOf(row.getString(2)),
                        row.getLong(3)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Refused::kind).thenComparing(Refused::reason))
                .toList();
        return new Report(
                first.toString(),
                last.toString(),
                decisions(views, from, until, refusals),
                tookPart(views, from, until),
                views
                        .sql("""
                        SELECT kind, outcome, sum(children) FROM views.participation_children
                        WHERE month BETWEEN ? AND ? GROUP BY kind, outcome
                        """)
                        .params(from, until)
                        .query((row, i) -> new Children(
                                DecisionKind.valueOf(row.getString(1)),
                                HearingOutcome.valueOf(row.getString(2)),
                                row.getLong(3)))
                        .list()
                        .stream()
                        .sorted(Comparator.comparing(Children::kind).thenComparing(Children::outcome))
                        .toList(),
                refusals,
                refusals.stream()
                        .filter(refused -> refused.reason() == RefusalReason.NOT_TAKEN_PART
                                || refused.reason() == RefusalReason.WORDING_CHANGED)
                        .mapToLong(Refused::attempts)
                        .sum(),
                emergencies(views, from, until));
    }

    private static Emergencies emergencies(JdbcClient views, LocalDate from, LocalDate until) {
        return views.sql("""
                SELECT coalesce(sum(measures), 0)::bigint, coalesce(sum(heard), 0)::bigint,
                       coalesce(sum(did_not_speak), 0)::bigint, coalesce(sum(objections), 0)::bigint,
                       coalesce(sum(overdue), 0)::bigint
                FROM views.participation_emergency WHERE month BETWEEN ? AND ?
                """)
                .params(from, until)
                .query((row, i) ->
                        new Emergencies(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
    }

    private static List<Decisions> decisions(
            JdbcClient views, LocalDate from, LocalDate until, List<Refused> refusals) {
        Map<DecisionKind, Long> taken = new EnumMap<>(DecisionKind.class);
        views.sql("""
                SELECT kind, sum(decisions) FROM views.participation_taken WHERE month BETWEEN ? AND ? GROUP BY kind
                """)
                .params(from, until)
                .query((row, i) -> taken.put(DecisionKind.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        Map<DecisionKind, Long> refused = new EnumMap<>(DecisionKind.class);
        refusals.forEach(one -> {
            refused.merge(one.kind(), one.attempts(), Long::sum);
            taken.putIfAbsent(one.kind(), 0L);
        });
        return taken.entrySet().stream()
                .map(kind -> new Decisions(kind.getKey(), kind.getValue(), refused.getOrDefault(kind.getKey(), 0L)))
                .toList();
    }

    private static List<TookPart> tookPart(JdbcClient views, LocalDate from, LocalDate until) {
        record Counted(DecisionKind kind, Means means, Assurance assurance, Answer answer, long persons) {}
        List<Counted> counted = views.sql("""
                SELECT kind, means, assurance, answer, sum(persons) FROM views.participation_persons
                WHERE month BETWEEN ? AND ? GROUP BY kind, means, assurance, answer
                """)
                .params(from, until)
                .query((row, i) -> new Counted(
                        DecisionKind.valueOf(row.getString(1)),
                        Means.valueOf(row.getString(2)),
                        Assurance.valueOf(row.getString(3)),
                        Answer.valueOf(row.getString(4)),
                        row.getLong(5)))
                .list();
        Map<DecisionKind, Long> ofKind = new EnumMap<>(DecisionKind.class);
        counted.forEach(one -> ofKind.merge(one.kind(), one.persons(), Long::sum));
        return counted.stream()
                .sorted(Comparator.comparing(Counted::kind)
                        .thenComparing(Counted::means)
                        .thenComparing(Counted::assurance)
                        .thenComparing(Counted::answer))
                .map(one -> new TookPart(
                        one.kind(),
                        one.means(),
                        one.assurance(),
                        one.answer(),
                        one.persons(),
                        BigDecimal.valueOf(one.persons())
                                .divide(
                                        BigDecimal.valueOf(ofKind.getOrDefault(one.kind(), 1L)),
                                        4,
                                        RoundingMode.HALF_EVEN)))
                .toList();
    }

    private static YearMonth month(String parameter, @Nullable String text, YearMonth otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            YearMonth month = YearMonth.parse(text);
            if (!month.isBefore(FIRST) && !month.isAfter(LAST)) {
                return month;
            }
        } catch (DateTimeException e) {
            // answered below
        }
        throw new TurnedAway(AskingProblem.MALFORMED_PARAMETER, Map.of("parameter", parameter));
    }
}
