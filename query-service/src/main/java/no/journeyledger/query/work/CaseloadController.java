package no.journeyledger.query.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.events.journey.Phase;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.Page;
import no.journeyledger.query.door.Reader;
import no.journeyledger.query.door.Role;
import no.journeyledger.query.journeys.JourneysProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the work is spread over those who do it. */
@RestController
@Tag(name = "Work")
class CaseloadController {

    private static final List<String> VIEWS = List.of(JourneysProjection.NAME);

    private final Asking asking;
    private final Clock clock;

    CaseloadController(Asking asking, Clock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    /**
     * The open journeys one investment leader answers for.
     *
     * @param leader the leader; absent for journeys that have none
     * @param service the service the leader comes from
     * @param journeys how many are open
     * @param byPhase of these, by where in the programme they are
     * @param byStage of these, by where they are now; those that are not enrolled are not in it
     */
    record Caseload(
            @Nullable UUID leader,
            @Nullable UUID service,
            long journeys,
            Map<Phase, Long> byPhase,
            Map<Stage, Long> byStage) {}

    /** Every leader's caseload, the largest first. */
    record Caseloads(List<Caseload> items) {}

    @Operation(
            operationId = "listCaseloads",
            summary = "How many open journeys each investment leader answers for",
            description =
                    "By phase and by stage, the largest first. Phases and stages are counted apart, never merged.")
    @GetMapping("/v1/reports/caseload")
    ResponseEntity<Caseloads> caseload(
            @Parameter(description = "only leaders from this service")
                    @RequestParam(name = "service", required = false)
                    @Nullable
                    UUID service,
            Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            List<Counted> counted = counted(views).stream()
                    .filter(one -> service == null || service.equals(one.service()))
                    .toList();
            record Whose(@Nullable UUID leader, @Nullable UUID service) {}
            var loads = new LinkedHashMap<Whose, List<Counted>>();
            counted.forEach(
                    one -> loads.computeIfAbsent(new Whose(one.leader(), one.service()), whose -> new ArrayList<>())
                            .add(one));
            var items = new ArrayList<Caseload>();
            loads.forEach((whose, parts) -> {
                var byPhase = new EnumMap<Phase, Long>(Phase.class);
                var byStage = new EnumMap<Stage, Long>(Stage.class);
                long journeys = 0;
                for (Counted part : parts) {
                    byPhase.merge(Phase.valueOf(part.phase()), part.count(), Long::sum);
                    if (part.stage() != null) {
                        byStage.merge(Stage.valueOf(part.stage()), part.count(), Long::sum);
                    }
                    journeys += part.count();
                }
                items.add(new Caseload(whose.leader(), whose.service(), journeys, byPhase, byStage));
            });
            items.sort((one, other) -> one.journeys() != other.journeys()
                    ? Long.compare(other.journeys(), one.journeys())
                    : String.valueOf(one.leader()).compareTo(String.valueOf(other.leader())));
            return new Caseloads(items);
        });
    }

    /** Open journeys that have these in common. */
    record Counted(
            @Nullable UUID leader,
            @Nullable UUID service,
            String phase,
            @Nullable String stage,
            long count) {}

    /**
     * Nearly everybody leads from one service, so it need not be looked up journey by journey; for who led from several it is.
     */
    static List<Counted> counted(JdbcClient views) {
        var services = new HashMap<UUID, List<UUID>>();
        views.sql("SELECT DISTINCT worker, service FROM views.team_member WHERE role = 'LEADER'")
                .query((row, i) -> services.computeIfAbsent(row.getObject(1, UUID.class), unused1 -> new ArrayList<>())
                        .add(row.getObject(2, UUID.class)))
                .list();
        String[] ofSeveral = services.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(each -> each.getKey().toString())
                .toArray(String[]::new);
        var counted = new ArrayList<>(views.sql("""
                SELECT leader, NULL::uuid, phase, stage, count(*) FROM views.journey_list
                WHERE closed_at IS NULL AND (leader IS NULL OR leader <> ALL (?::uuid[]))
                GROUP BY leader, phase, stage
                """)
                .param(ofSeveral)
                .query((row, i) -> counted(
                        row,
                        services.getOrDefault(row.getObject(1, UUID.class), List.of()).stream()
                                .findFirst()
                                .orElse(null)))
                .list());
        if (ofSeveral.length > 0) {
            counted.addAll(views.sql("""
                    SELECT j.leader, t.service, j.phase, j.stage, count(*) FROM views.journey_list j
                    LEFT JOIN views.team_member t ON t.journey = j.journey AND t.worker = j.leader
                    WHERE j.closed_at IS NULL AND j.leader = ANY (?::uuid[])
                    GROUP BY j.leader, t.service, j.phase, j.stage
                    """)
                    .param(ofSeveral)
                    .query((row, i) -> counted(row, row.getObject(2, UUID.class)))
                    .list());
        }
        return counted;
    }

    private static Counted counted(ResultSet row, @Nullable UUID service) throws SQLException {
        return new Counted(row.getObject(1, UUID.class), service, row.getString(3), row.getString(4), row.getLong(5));
    }

    /**
     * A mandate in force.
     *
     * @param ceilingOre the most one decision may commit of this service's money, in whole øre
     * @param daysLeft how many days it is still in force after today
     */
    record InForce(
            UUID mandate,
            UUID journey,
            UUID worker,
            UUID service,
            long ceilingOre,
            List<Integer> budgetYears,
            LocalDate from,
            LocalDate until,
            long daysLeft,
            boolean beyondTheYear,
            UUID delegatedBy,
            Instant delegatedAt) {}

    private record Found(InForce mandate, long position) {}

    @Operation(
            operationId = "listMandatesInForce",
            summary = "The mandates that are in force today",
            description =
                    "The head of a unit sees those of their service, a member of a team their own, an auditor all."
                            + " Filters are joined by and.")
    @Asked.InPages
    @GetMapping("/v1/mandates")
    ResponseEntity<Page<InForce>> mandates(
            @Parameter(description = "only this worker's") @RequestParam(name = "worker", required = false) @Nullable
                    UUID worker,
            @Parameter(description = "only those of this service's money")
                    @RequestParam(name = "service", required = false)
                    @Nullable
                    UUID service,
            Asked asked) {
        LocalDate today = Today.by(clock);
        Reader reader = asked.reader();
        boolean all = reader.roles().contains(Role.AUDITOR);
        UUID heads = reader.roles().contains(Role.UNIT_HEAD) ? reader.service() : null;
        return asking.answer(asked, VIEWS, views -> {
            List<Found> found = views.sql("""
                    SELECT mandate, journey, worker, service, ceiling_ore, budget_years, from_day, until_day,
                           beyond_the_year, delegated_by, delegated_at, position
                    FROM views.mandate
                    WHERE position > ? AND revoked_at IS NULL AND ? BETWEEN from_day AND until_day
                      AND (? OR service = ?::uuid OR worker = ?)
                      AND (?::uuid IS NULL OR worker = ?::uuid) AND (?::uuid IS NULL OR service = ?::uuid)
                    ORDER BY position LIMIT ?
                    """)
                    .params(Arrays.asList(
                            asked.after(),
                            today,
                            all,
                            heads,
                            reader.id(),
                            worker,
                            worker,
                            service,
                            service,
                            asked.limitAndOne()))
                    .query((row, i) -> new Found(
                            new InForce(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, UUID.class),
                                    row.getObject(3, UUID.class),
                                    row.getObject(4, UUID.class),
                                    row.getLong(5),
                                    Arrays.stream((Object[]) row.getArray(6).getArray())
                                            .map(Integer.class::cast)
                                            .toList(),
                                    row.getObject(7, LocalDate.class),
                                    row.getObject(8, LocalDate.class),
                                    ChronoUnit.DAYS.between(today, row.getObject(8, LocalDate.class)),
                                    row.getBoolean(9),
                                    row.getObject(10, UUID.class),
                                    row.getObject(11, OffsetDateTime.class).toInstant()),
                            row.getLong(12)))
                    .list();
            return Page.of(asked, found, Found::position, Found::mandate);
        });
    }
}
