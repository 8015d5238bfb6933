package no.journeyledger.query.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.Phase;
import no.journeyledger.events.journey.WorkPhase;
import no.journeyledger.query.decisions.DecisionsProjection;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.journeys.JourneyAccess;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.projection.Rows;
import no.journeyledger.query.projection.ViewsJson;
import no.journeyledger.query.statute.StatuteProjection;
import no.journeyledger.query.statute.Statutes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who does what now, for everyone around a household. */
@RestController
@Tag(name = "Work", description = "The work around the journeys as it stands today.")
class WhoDoesWhatController {

    private static final List<String> VIEWS =
            List.of(JourneysProjection.NAME, DecisionsProjection.NAME, StatuteProjection.NAME);

    private final Asking asking;
    private final Clock clock;

    WhoDoesWhatController(Asking asking, Clock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    /** In what capacity somebody is there. */
    enum Capacity {
        /** Of the household. */
        HOUSEHOLD,
        /** On the investment team. */
        TEAM,
        /** Chosen by somebody of the household. */
        TRUSTED
    }

    /** When a measure is, seen from today. */
    enum When {
        /** It begins later. */
        AHEAD,
        /** It is under way. */
        NOW,
        /** Its last day has passed and nobody has finished it. */
        PAST_ITS_END
    }

    /**
     * A measure somebody is responsible for.
     *
     * @param text what is done
     * @param persons whom it is for
     */
    record Does(
            UUID measure,
            Sealed text,
            LifeArea area,
            WorkPhase workPhase,
            List<UUID> persons,
            LocalDate from,
            @Nullable LocalDate until,
            When when) {}

    /**
     * Somebody around the household.
     *
     * @param id the person or worker
     * @param capacities in what capacities they are there
     * @param roles what they are in the household or answer for on the team
     * @param service the service a worker comes from
     * @param name the name of somebody who is not there as a worker, where it is open to the reader
     * @param does the measures they are responsible for, by the agreed plan
     * @param awaited the open decisions whose wording as it stands they have not answered to, where their answers are open
     *     to the reader
     */
    record Around(
            UUID id,
            List<Capacity> capacities,
            List<String> roles,
            @Nullable UUID service,
            @Nullable Sealed name,
            List<Does> does,
            List<UUID> awaited) {}

    /** An open decision. */
    record Open(UUID decision, DecisionKind kind, UUID proposer) {}

    /**
     * Somebody has yet to be heard about what a service did at once.
     *
     * @param unheard who, of those whose answers are open to the reader
     * @param hearBy the last day for it
     * @param overdueSince when that day had passed
     */
    record ToHear(
            UUID emergency,
            List<UUID> unheard,
            LocalDate hearBy,
            @Nullable Instant overdueSince) {}

    /**
     * Who does what now.
     *
     * @param today the day this is told for
     * @param agreedPlan the version of the plan the measures are from, absent before there is one
     * @param around everyone around the household: the household first, then the team, then trusted persons and others
     *     responsible for a measure
     * @param openDecisions proposed and waiting
     * @param toHear emergency measures about which somebody has yet to be heard
     */
    record Now(
            UUID journey,
            LocalDate today,
            Phase phase,
            @Nullable Integer agreedPlan,
            List<Around> around,
            List<Open> openDecisions,
            List<ToHear> toHear) {}

    @Operation(
            operationId = "whoDoesWhat",
            summary = "Who does what now, for everyone around a household",
            description =
                    "Everybody who is there now, the measures each is responsible for that are agreed and not finished, the"
                            + " decisions that wait for their answer, and who has yet to be heard about an emergency.")
    @GetMapping("/v1/journeys/{journey}/now")
    ResponseEntity<Now> now(@PathVariable("journey") UUID journey, Asked asked) {
        LocalDate today = Today.by(clock);
        return asking.answer(asked, VIEWS, views -> {
            JourneyAccess.require(views, asked.reader(), journey);
            return now(views, asked.reading().opening(), today);
        });
    }

    /** What is gathered about one of them. */
    private static final class Gathered {
        private final Set<Capacity> capacities = new LinkedHashSet<>();
        private final Set<String> roles = new LinkedHashSet<>();
        private final List<Does> does = new ArrayList<>();
        private final List<UUID> awaited = new ArrayList<>();
        private @Nullable UUID service;
        private @Nullable Sealed name;

        private Around as(UUID id) {
            return new Around(
                    id,
                    List.copyOf(capacities),
                    List.copyOf(roles),
                    service,
                    name,
                    List.copyOf(does),
                    List.copyOf(awaited));
        }
    }

    private static Now now(JdbcClient views, Opening opening, LocalDate today) {
        UUID journey = opening.journey();
        var around = new LinkedHashMap<UUID, Gathered>();
        people(views, opening, around);
        measures(views, journey, today, around);
        List<Open> open = decisions(views, opening, around);
        return views.sql("SELECT phase, agreed_plan FROM views.journey_list WHERE journey = ?")
                .param(journey)
                .query((row, i) -> new Now(
                        journey,
                        today,
                        Phase.valueOf(row.getString(1)),
                        row.getObject(2, Integer.class),
                        around.entrySet().stream()
                                .map(one -> one.getValue().as(one.getKey()))
                                .toList(),
                        open,
                        toHear(Rows.kept(views), opening)))
                .single();
    }

    private static List<ToHear> toHear(Rows rows, Opening opening) {
        return Statutes.emergencies(rows, opening, opening.journey()).stream()
                .filter(emergency -> !emergency.unheard().isEmpty())
                .map(emergency -> new ToHear(
                        emergency.emergency(), emergency.unheard(), emergency.hearBy(), emergency.overdueSince()))
                .toList();
    }

    private static void people(JdbcClient views, Opening opening, Map<UUID, Gathered> around) {
        UUID journey = opening.journey();
        views.sql("""
                SELECT 'HOUSEHOLD', person, role, NULL::uuid, name, person AS whose, position, 1 AS place FROM views.household_member
                WHERE journey = ? AND left_at IS NULL AND moved_out_on IS NULL AND died_on IS NULL
                UNION ALL
                SELECT 'TEAM', worker, role, service, NULL, NULL, position, 2 FROM views.team_member
                WHERE journey = ? AND left_at IS NULL
                UNION ALL
                SELECT 'TRUSTED', trusted, NULL, NULL, name, person, position, 3 FROM views.trusted_person
                WHERE journey = ? AND confirmed
                ORDER BY place, position, 2
                """)
                .params(journey, journey, journey)
                .query((row, i) -> {
                    Capacity capacity = Capacity.valueOf(row.getString(1));
                    UUID whose = row.getObject(6, UUID.class);
                    // Whom somebody trusts is theirs to tell.
                    if (capacity == Capacity.TRUSTED && (whose == null || !opening.opens(whose))) {
                        return i;
                    }
                    Gathered one = around.computeIfAbsent(row.getObject(2, UUID.class), id -> new Gathered());
                    one.capacities.add(capacity);
                    if (row.getString(3) != null) {
                        one.roles.add(row.getString(3));
                    }
                    if (row.getObject(4) != null) {
                        one.service = row.getObject(4, UUID.class);
                    }
                    boolean named = capacity == Capacity.TRUSTED || (whose != null && opening.names(whose));
                    if (named && row.getString(5) != null && one.name == null) {
                        one.name = new Sealed(row.getString(5));
                    }
                    return i;
                })
                .list();
    }

    private static void measures(JdbcClient views, UUID journey, LocalDate today, Map<UUID, Gathered> around) {
        Set<UUID> ended = new HashSet<>(views.sql(
                        "SELECT measure FROM views.measure WHERE journey = ? AND (finished_at IS NOT NULL OR dropped_at IS NOT NULL)")
                .param(journey)
                .query(UUID.class)
                .list());
        var agreed = new HashMap<UUID, Measure>();
        // As they stand in the plan that was agreed; what is only drafted is nobody's to do yet.
        views
                .sql("""
                SELECT p.measures FROM views.journey_list j
                JOIN views.plan_version p ON p.journey = j.journey AND p.version = j.agreed_plan WHERE j.journey = ?
                """)
                .param(journey)
                .query((row, i) -> ViewsJson.mapper().readValue(row.getString(1), Measure[].class))
                .optional()
                .stream()
                .flatMap(Arrays::stream)
                .forEach(measure -> agreed.put(measure.id(), measure));
        // And as later decisions about single measures changed them.
        views.sql("""
                SELECT d.matter FROM views.decision d
                WHERE d.journey = ? AND d.kind = 'MEASURE' AND d.state = 'TAKEN' AND d.position > (
                    SELECT coalesce(max(a.position), 0) FROM views.journey_list j
                    JOIN views.plan_version p ON p.journey = j.journey AND p.version = j.agreed_plan
                    JOIN views.decision a ON a.journey = j.journey AND a.decision = p.agreed_by WHERE j.journey = d.journey)
                ORDER BY d.position
                """)
                .param(journey)
                .query((row, i) -> ViewsJson.mapper().readValue(row.getString(1), Matter.class))
                .list()
                .forEach(matter -> {
                    if (matter instanceof Matter.OfMeasure decided) {
                        Measure now = decided.now();
                        if (now == null) {
                            agreed.remove(decided.measure());
                        } else {
                            agreed.put(now.id(), now);
                        }
                    }
                });
        agreed.values().stream()
                .filter(measure -> !ended.contains(measure.id()))
                .sorted(Comparator.comparing(Measure::from).thenComparing(Measure::id))
                .forEach(measure -> around.computeIfAbsent(measure.responsible(), id -> new Gathered())
                        .does
                        .add(does(measure, today)));
    }

    private static Does does(Measure measure, LocalDate today) {
        LocalDate until = measure.until();
        return new Does(
                measure.id(),
                measure.text(),
                measure.area(),
                measure.workPhase(),
                measure.persons(),
                measure.from(),
                until,
                measure.from().isAfter(today)
                        ? When.AHEAD
                        : until != null && until.isBefore(today) ? When.PAST_ITS_END : When.NOW);
    }

    private static List<Open> decisions(JdbcClient views, Opening opening, Map<UUID, Gathered> around) {
        UUID journey = opening.journey();
        List<Open> open = views.sql("""
                SELECT decision, kind, proposer FROM views.decision WHERE journey = ? AND state = 'PROPOSED'
                ORDER BY proposed_first
                """)
                .param(journey)
                .query((row, i) -> new Open(
                        row.getObject(1, UUID.class),
                        DecisionKind.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class)))
                .list();
        views.sql("""
                SELECT d.decision, c.person FROM views.decision d, unnest(d.concerned) AS c(person)
                WHERE d.journey = ? AND d.state = 'PROPOSED' AND NOT EXISTS (
                    SELECT FROM views.decision_answer a WHERE a.journey = d.journey AND a.decision = d.decision AND a.person = c.person
                    AND a.wording_hash = d.wording_hash)
                ORDER BY d.proposed_first, c.person
                """)
                .param(journey)
                .query((row, i) -> {
                    UUID awaited = row.getObject(2, UUID.class);
                    Gathered one = around.get(awaited);
                    // Whether somebody has answered is closed to whom their answers are closed.
                    if (one != null && opening.opens(awaited)) {
                        one.awaited.add(row.getObject(1, UUID.class));
                    }
                    return awaited;
                })
                .list();
        return open;
    }
}
