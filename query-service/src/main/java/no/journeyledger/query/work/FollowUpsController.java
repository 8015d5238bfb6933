package no.journeyledger.query.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import no.journeyledger.query.course.CourseProjection;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.Page;
import no.journeyledger.query.door.Reader;
import no.journeyledger.query.door.Role;
import no.journeyledger.query.journeys.JourneysProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dates teams and families agreed to meet again on, across journeys. */
@RestController
@Tag(name = "Work")
class FollowUpsController {

    private static final List<String> VIEWS = List.of(JourneysProjection.NAME, CourseProjection.NAME);

    private final Asking asking;
    private final Clock clock;

    FollowUpsController(Asking asking, Clock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    /** Where a follow-up that nobody has held stands today. */
    enum Waiting {
        /** Its day lies ahead. */
        AHEAD,
        /** Its day is today. */
        DUE,
        /** Its day has passed. */
        OVERDUE
    }

    /**
     * A follow-up that nobody has held.
     *
     * @param leader the investment leader, absent while the journey has none
     * @param on the agreed day
     * @param daysOverdue how many days it has passed, 0 when it has not
     */
    record FollowUp(
            UUID journey, UUID followUp, @Nullable UUID leader, LocalDate on, Waiting waiting, long daysOverdue) {}

    private record Found(FollowUp followUp, long position) {}

    @Operation(
            operationId = "listFollowUps",
            summary = "Follow-ups due and overdue",
            description =
                    "Of open journeys, in the order they were agreed: what was to be held by today and was not. A worker sees"
                            + " those of the teams they are on, an auditor all. Filters are joined by and.")
    @Asked.InPages
    @GetMapping("/v1/follow-ups")
    ResponseEntity<Page<FollowUp>> followUps(
            @Parameter(description = "only journeys this worker leads")
                    @RequestParam(name = "leader", required = false)
                    @Nullable
                    UUID leader,
            @Parameter(description = "also those agreed for a day up to this one; today when left out")
                    @RequestParam(name = "until", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate until,
            Asked asked) {
        LocalDate today = Today.by(clock);
        Reader reader = asked.reader();
        boolean all = reader.roles().contains(Role.AUDITOR);
        return asking.answer(asked, VIEWS, views -> {
            List<Found> found = views.sql("""
                    SELECT f.journey, f.follow_up, j.leader, f.on_day, f.position
                    FROM views.follow_up f JOIN views.journey_list j ON j.journey = f.journey
                    WHERE f.position > ? AND f.standing <> 'HELD' AND f.on_day <= ? AND j.closed_at IS NULL
                      AND (? OR EXISTS (
                          SELECT FROM views.team_member t
                          WHERE t.journey = f.journey AND t.worker = ? AND t.left_at IS NULL))
                      AND (?::uuid IS NULL OR j.leader = ?::uuid)
                    ORDER BY f.position LIMIT ?
                    """)
                    .params(Arrays.asList(
                            asked.after(),
                            until == null ? today : until,
                            all,
                            reader.id(),
                            leader,
                            leader,
                            asked.limitAndOne()))
                    .query((row, i) -> {
                        LocalDate on = row.getObject(4, LocalDate.class);
                        return new Found(
                                new FollowUp(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class),
                                        row.getObject(3, UUID.class),
                                        on,
                                        waiting(on, today),
                                        Math.max(0, ChronoUnit.DAYS.between(on, today))),
                                row.getLong(5));
                    })
                    .list();
            return Page.of(asked, found, Found::position, Found::followUp);
        });
    }

    private static Waiting waiting(LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            return Waiting.AHEAD;
        }
        return on.equals(today) ? Waiting.DUE : Waiting.OVERDUE;
    }
}
