package no.journeyledger.query.journeys;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.journeyledger.events.journey.Phase;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.query.decisions.DecisionsProjection;
import no.journeyledger.query.decisions.OpenDecisions;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.AskingProblem;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.door.Page;
import no.journeyledger.query.door.Reader;
import no.journeyledger.query.door.Role;
import no.journeyledger.query.door.TurnedAway;
import no.journeyledger.query.journeys.JourneyRows.ConsentRow;
import no.journeyledger.query.journeys.JourneyRows.JourneyRow;
import no.journeyledger.query.journeys.JourneyRows.MandateRow;
import no.journeyledger.query.journeys.JourneyRows.MeasureRow;
import no.journeyledger.query.journeys.JourneyRows.MeetingRow;
import no.journeyledger.query.journeys.JourneyRows.MemberRow;
import no.journeyledger.query.journeys.JourneyRows.PlanRow;
import no.journeyledger.query.journeys.JourneyRows.RelationRow;
import no.journeyledger.query.journeys.JourneyRows.RepresentationRow;
import no.journeyledger.query.journeys.JourneyRows.StageMoveRow;
import no.journeyledger.query.journeys.JourneyRows.TeamRow;
import no.journeyledger.query.journeys.JourneyRows.TrustedRow;
import no.journeyledger.query.journeys.JourneyViews.Circles;
import no.journeyledger.query.journeys.JourneyViews.Journey;
import no.journeyledger.query.journeys.JourneyViews.Listed;
import no.journeyledger.query.journeys.JourneyViews.PlanListed;
import no.journeyledger.query.journeys.JourneyViews.PlanVersion;
import no.journeyledger.query.projection.Rows;
import no.journeyledger.query.projection.Table;
import no.journeyledger.query.statute.StatuteProjection;
import no.journeyledger.query.statute.Statutes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about journeys as they stand, and about their plans. */
@RestController
@Tag(name = "Journeys", description = "Where each journey is, who is in it, and the plan it follows.")
class JourneysController {

    private static final List<String> VIEWS = List.of(JourneysProjection.NAME, StatuteProjection.NAME);

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private final Asking asking;
    private final Clock clock;

    JourneysController(Asking asking, Clock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    @Operation(
            operationId = "listJourneys",
            summary = "Journeys, oldest first",
            description =
                    "A person finds the journeys of their own household, a worker those that the citizen's consent opens to their"
                            + " service, an auditor all of them. Filters are joined by and.")
    @Asked.InPages
    @GetMapping("/v1/journeys")
    ResponseEntity<Page<Listed>> list(
            @RequestParam(name = "stage", required = false) @Nullable Stage stage,
            @RequestParam(name = "phase", required = false) @Nullable Phase phase,
            @RequestParam(name = "leader", required = false) @Nullable UUID leader,
            Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            var where = new StringBuilder(" WHERE opened_position > ?");
            List<Object> parameters = new ArrayList<>();
            parameters.add(asked.after());
            if (stage != null) {
                where.append(" AND stage = ?");
                parameters.add(stage.name());
            }
            if (phase != null) {
                where.append(" AND phase = ?");
                parameters.add(phase.name());
            }
            if (leader != null) {
                where.append(" AND leader = ?");
                parameters.add(leader);
            }
            narrow(asked.reader(), where, parameters);
            List<JourneyRow> rows = open(views, asked, where + " ORDER BY opened_position LIMIT ?", parameters);
            asked.reading()
                    .shown(rows.stream()
                            .limit(asked.limit())
                            .map(JourneyRow::person)
                            .toList());
            Set<UUID> overdue = Statutes.hearingsOverdue(
                    views,
                    asked.reader(),
                    rows.stream().map(JourneyRow::journey).toList());
            return Page.of(
                    asked, rows, JourneyRow::openedPosition, row -> listed(row, overdue.contains(row.journey())));
        });
    }

    /** Which journeys may be open at all: so that few are read of those that are not. */
    private static void narrow(Reader reader, StringBuilder where, List<Object> parameters) {
        if (reader.isPerson()) {
            where.append(" AND journey IN (SELECT m.journey FROM views.household_member m WHERE m.person = ?)");
            parameters.add(reader.id());
        } else if (!reader.roles().contains(Role.AUDITOR)) {
            where.append(" AND journey IN (SELECT c.journey FROM views.consent c WHERE c.service = ?)");
            parameters.add(reader.service());
        }
    }

    /** As many rows as were asked for of those that are open to the reader now, whatever the views know yet. */
    private static List<JourneyRow> open(JdbcClient views, Asked asked, String condition, List<Object> parameters) {
        var open = new ArrayList<JourneyRow>();
        while (true) {
            List<JourneyRow> rows = views.sql(JourneyRows.JOURNEYS.select() + condition)
                    .params(Stream.concat(parameters.stream(), Stream.of(asked.limitAndOne()))
                            .toList())
                    .query((row, i) -> JourneyRows.JOURNEYS.read(row))
                    .list();
            Map<UUID, Opening> openings =
                    asked.reading().among(rows.stream().map(JourneyRow::journey).toList());
            rows.stream().filter(row -> openings.containsKey(row.journey())).forEach(open::add);
            if (rows.size() < asked.limitAndOne() || open.size() >= asked.limitAndOne()) {
                return open.size() > asked.limitAndOne() ? open.subList(0, asked.limitAndOne()) : open;
            }
            parameters.set(0, rows.getLast().openedPosition());
        }
    }

    @Operation(
            operationId = "getJourney",
            summary = "A journey as it stands",
            description = "Household, team, mandates, the three circles, phase, plan versions and open decisions.")
    @GetMapping("/v1/journeys/{journey}")
    ResponseEntity<Journey> journey(@PathVariable("journey") UUID journey, Asked asked) {
        return asking.answer(
                asked, List.of(JourneysProjection.NAME, DecisionsProjection.NAME, StatuteProjection.NAME), views -> {
                    JourneyAccess.require(views, asked.reader(), journey);
                    return journey(Rows.kept(views), asked.reading().opening(), today());
                });
    }

    @Operation(operationId = "listPlans", summary = "The versions of a journey's plan")
    @Asked.InPages
    @GetMapping("/v1/journeys/{journey}/plans")
    ResponseEntity<Page<PlanListed>> plans(@PathVariable("journey") UUID journey, Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            JourneyAccess.require(views, asked.reader(), journey);
            requirePlan(asked);
            List<PlanRow> rows = views.sql(
                            JourneyRows.PLANS.select() + " WHERE journey = ? AND version > ? ORDER BY version LIMIT ?")
                    .params(journey, Math.min(asked.after(), Integer.MAX_VALUE), asked.limitAndOne())
                    .query((row, i) -> JourneyRows.PLANS.read(row))
                    .list();
            return Page.of(
                    asked,
                    rows,
                    PlanRow::version,
                    row -> new PlanListed(
                            row.version(), row.contentHash(), row.draftedAt(), row.agreedAt(), row.agreedBy()));
        });
    }

    @Operation(operationId = "getPlan", summary = "A version of a journey's plan")
    @GetMapping("/v1/journeys/{journey}/plans/{version}")
    ResponseEntity<PlanVersion> plan(
            @PathVariable("journey") UUID journey, @PathVariable("version") int version, Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            JourneyAccess.require(views, asked.reader(), journey);
            requirePlan(asked);
            PlanRow row = views.sql(JourneyRows.PLANS.select() + " WHERE journey = ? AND version = ?")
                    .params(journey, version)
                    .query((rows, i) -> JourneyRows.PLANS.read(rows))
                    .optional()
                    .orElseThrow(() -> new TurnedAway(AskingProblem.PLAN_UNKNOWN));
            return plan(row, Rows.kept(views).about(JourneyRows.MEASURES, "journey", journey, "measure"));
        });
    }

    private static void requirePlan(Asked asked) {
        if (!asked.reading().opening().opensPlan()) {
            throw new TurnedAway(AskingProblem.PLAN_UNKNOWN);
        }
    }

    /** A version of the plan, and what has come of the measures of any version. */
    static PlanVersion plan(PlanRow row, List<MeasureRow> measures) {
        return new PlanVersion(
                row.version(),
                row.situation(),
                row.goals(),
                row.measures(),
                row.undertakings(),
                row.expectedBenefits(),
                row.contentHash(),
                row.draftedAt(),
                row.agreedAt(),
                row.agreedBy(),
                of(measures, measure -> measure.startedOn() != null),
                of(measures, measure -> measure.finishedAt() != null),
                of(measures, measure -> measure.droppedAt() != null));
    }

    private static List<UUID> of(List<MeasureRow> measures, Predicate<MeasureRow> which) {
        return measures.stream().filter(which).map(MeasureRow::measure).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), NORWAY);
    }

    private static Listed listed(JourneyRow row, boolean hearingOverdue) {
        return new Listed(
                row.journey(),
                row.person(),
                row.name(),
                row.phase(),
                new Circles(row.startingStage(), row.stage(), row.goalStage()),
                row.targetGroup(),
                row.leader(),
                row.openedAt(),
                row.closedAt(),
                hearingOverdue,
                row.version());
    }

    /** A journey that is there, out of rows from wherever, and what is in force on the day. */
    static Journey journey(Rows rows, Opening opening, LocalDate today) {
        UUID journey = opening.journey();
        JourneyRow row = all(rows, JourneyRows.JOURNEYS, journey).getFirst();
        return new Journey(
                journey,
                row.version(),
                row.position(),
                row.person(),
                row.name(),
                row.door(),
                row.openedAt(),
                row.phase(),
                new Circles(row.startingStage(), row.stage(), row.goalStage()),
                row.qualified() == null
                        ? null
                        : new JourneyViews.Checklist(row.qualified(), row.targetGroup(), row.serviceDegree()),
                row.leader(),
                new JourneyViews.Plan(row.draftedPlan(), row.agreedPlan()),
                all(rows, JourneyRows.HOUSEHOLD, journey).stream()
                        .map(one -> member(one, opening))
                        .toList(),
                all(rows, JourneyRows.REPRESENTATIONS, journey).stream()
                        .filter(each -> opening.opens(each.person()))
                        .map(each -> representation(each, today))
                        .toList(),
                all(rows, JourneyRows.TRUSTED, journey).stream()
                        // Whom somebody trusts is theirs to tell.
                        .filter(trusted -> opening.opens(trusted.person()))
                        .map(JourneysController::trusted)
                        .toList(),
                all(rows, JourneyRows.TEAM, journey).stream()
                        .map(JourneysController::teamMember)
                        .toList(),
                all(rows, JourneyRows.RELATIONS, journey).stream()
                        .filter(relation -> opening.opens(relation.person()))
                        .map(JourneysController::relation)
                        .toList(),
                all(rows, JourneyRows.MANDATES, journey).stream()
                        .map(JourneysController::mandate)
                        .toList(),
                all(rows, JourneyRows.CONSENTS, journey).stream()
                        .filter(consent -> opening.opens(consent.person()))
                        .map(consent -> consent(consent, today))
                        .toList(),
                all(rows, JourneyRows.STAGE_MOVES, journey).stream()
                        .map(JourneysController::stageMove)
                        .toList(),
                all(rows, JourneyRows.MEETINGS, journey).stream()
                        .map(JourneysController::meeting)
                        .toList(),
                OpenDecisions.of(rows, journey),
                Statutes.emergencies(rows, opening, journey),
                Statutes.external(rows, opening, journey),
                row.closedAt() == null ? null : new JourneyViews.Closed(row.closedAt(), row.closeReason()));
    }

    private static <R extends Record> List<R> all(Rows rows, Table<R> table, UUID journey) {
        return rows.about(table, "journey", journey, "position");
    }

    private static JourneyViews.Representation representation(RepresentationRow row, LocalDate today) {
        return new JourneyViews.Representation(
                row.representation(),
                row.person(),
                row.representative(),
                row.name(),
                row.kind(),
                row.scope(),
                row.fromDay(),
                row.untilDay(),
                row.endedAt() == null
                        && !today.isBefore(row.fromDay())
                        && (row.untilDay() == null || !today.isAfter(row.untilDay())),
                row.document(),
                row.recordedBy(),
                row.endedAt());
    }

    private static JourneyViews.Member member(MemberRow row, Opening opening) {
        boolean named = opening.names(row.person());
        return new JourneyViews.Member(
                row.person(),
                row.role(),
                named ? row.name() : null,
                named ? row.birthDate() : null,
                row.parentalResponsibility(),
                row.enrolledOn(),
                row.leftAt(),
                row.movedOutOn(),
                row.diedOn(),
                row.interpreter() == null || !opening.opens(row.person())
                        ? null
                        : new JourneyViews.Need(row.interpreter(), row.language(), row.otherHelp()),
                opening.opens(row.person()) ? row.preferredContact() : null);
    }

    private static JourneyViews.Trusted trusted(TrustedRow row) {
        return new JourneyViews.Trusted(row.person(), row.trusted(), row.name(), row.confirmed());
    }

    private static JourneyViews.TeamMember teamMember(TeamRow row) {
        return new JourneyViews.TeamMember(
                row.worker(), row.service(), row.role(), row.sector(), row.joinedAt(), row.leftAt());
    }

    private static JourneyViews.Relation relation(RelationRow row) {
        return new JourneyViews.Relation(row.worker(), row.person());
    }

    private static JourneyViews.Mandate mandate(MandateRow row) {
        return new JourneyViews.Mandate(
                row.mandate(),
                row.worker(),
                row.service(),
                row.ceilingOre(),
                row.budgetYears(),
                row.fromDay(),
                row.untilDay(),
                row.beyondTheYear(),
                row.delegatedBy(),
                row.delegatedAt(),
                row.revokedAt());
    }

    private static JourneyViews.Consent consent(ConsentRow row, LocalDate today) {
        return new JourneyViews.Consent(
                row.consent(),
                row.person(),
                row.service(),
                row.information(),
                row.purpose(),
                row.untilDay(),
                row.withdrawnAt() == null && (row.untilDay() == null || !today.isAfter(row.untilDay())),
                row.givenAt(),
                row.withdrawnAt());
    }

    private static JourneyViews.StageMove stageMove(StageMoveRow row) {
        return new JourneyViews.StageMove(row.decision(), row.fromStage(), row.toStage(), row.reason(), row.movedAt());
    }

    private static JourneyViews.Meeting meeting(MeetingRow row) {
        return new JourneyViews.Meeting(row.meeting(), row.kind(), row.onDay(), row.attended(), row.sheet());
    }
}
