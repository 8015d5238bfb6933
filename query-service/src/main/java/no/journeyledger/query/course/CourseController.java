package no.journeyledger.query.course;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Circle;
import no.journeyledger.events.journey.Experience;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.SheetArea;
import no.journeyledger.events.journey.SheetBox;
import no.journeyledger.events.journey.SheetEntry;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.Vulnerability;
import no.journeyledger.query.course.CourseRows.FollowUpStanding;
import no.journeyledger.query.course.CourseRows.SheetRow;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Asking;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.door.Page;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.projection.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Questions about the course of a journey. What is about one member of a household is closed to the others. */
@RestController
@Tag(name = "Course", description = "Mapping sheets, ratings side by side, the pilot agreement and follow-up.")
class CourseController {

    private static final List<String> VIEWS = List.of(CourseProjection.NAME, JourneysProjection.NAME);

    private final Asking asking;

    CourseController(Asking asking) {
        this.asking = asking;
    }

    /**
     * The mapping sheet as it came out of one meeting: what was written in it, and what its owner's sheet brought along from
     * the meetings before.
     *
     * @param version its version
     * @param meeting the meeting
     * @param on the day of the meeting
     * @param participants who attended
     * @param owner whose sheet it is
     * @param otherForm where a sheet does not work: the way the meeting found instead
     * @param entries everything on it, oldest first
     */
    record Sheet(
            int version,
            UUID meeting,
            @Nullable LocalDate on,
            List<UUID> participants,
            UUID owner,
            @Nullable Sealed otherForm,
            List<Entry> entries,
            Instant writtenAt) {}

    /**
     * An entry on a sheet.
     *
     * @param version the version it was written in
     */
    record Entry(
            int version,
            UUID author,
            SheetBox box,
            @Nullable SheetArea area,
            @Nullable Circle around,
            @Nullable String within,
            Sealed text) {}

    @Operation(
            operationId = "listSheets",
            summary = "The mapping sheets of a journey, as each meeting left them",
            description =
                    "A sheet comes back to the next meeting: each version holds what the ones before it of the same owner hold. A"
                            + " person sees their own sheets whole, and of others' what they wrote themselves.")
    @Asked.InPages
    @GetMapping("/v1/journeys/{journey}/sheets")
    ResponseEntity<Page<Sheet>> sheets(@PathVariable("journey") UUID journey, Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            List<SheetRow> all = all(views, CourseRows.SHEETS, journey, "version");
            List<SheetRow> page = all.stream()
                    .filter(row -> row.version() > asked.after())
                    .limit(asked.limitAndOne())
                    .toList();
            return Page.of(asked, page, SheetRow::version, row -> sheet(views, row, all, asked));
        });
    }

    /**
     * How a journey goes.
     *
     * @param pilotAgreements what each side may expect, newest last
     * @param ratings life areas as judged by citizen and team, newest last
     * @param vulnerability the degree of vulnerability as judged by household and team, newest last
     * @param additionalInvestments where more was needed than planned
     * @param gatheredPlans plans of services gathered into the one plan
     * @param followUps dates to meet again
     */
    record Course(
            List<PilotAgreement> pilotAgreements,
            List<Rating> ratings,
            List<Judged> vulnerability,
            List<Additional> additionalInvestments,
            List<Gathered> gatheredPlans,
            List<FollowUp> followUps) {}

    record PilotAgreement(
            int version,
            List<Sealed> citizenMayExpect,
            List<Sealed> municipalityExpects,
            List<UUID> acceptedBy,
            Instant offeredAt) {}

    record Rating(
            UUID person,
            LifeArea area,
            Stage rating,
            Rater rater,
            @Nullable Sealed remark,
            Instant ratedAt) {}

    record Judged(
            Vulnerability degree, Rater rater, @Nullable Sealed remark, Instant judgedAt) {}

    record Additional(Sealed reason, Instant markedAt) {}

    record Gathered(UUID gathered, UUID person, UUID service, Sealed reference, Instant gatheredAt) {}

    /**
     * A follow-up.
     *
     * @param standing agreed, due, overdue or held
     * @param experiences the leader's report and the family's own, side by side
     */
    record FollowUp(
            UUID followUp,
            LocalDate on,
            FollowUpStanding standing,
            @Nullable UUID meeting,
            @Nullable Instant dueAt,
            @Nullable Instant overdueAt,
            List<Experienced> experiences) {}

    /**
     * How the situation is experienced.
     *
     * @param person who of the family says it; absent for the leader's report
     */
    record Experienced(
            @Nullable UUID person,
            Experience experience,
            @Nullable Sealed words,
            Instant saidAt) {}

    @Operation(
            operationId = "getCourse",
            summary = "The course of a journey",
            description = "The pilot agreement, ratings and vulnerability side by side, gathered plans and follow-ups.")
    @GetMapping("/v1/journeys/{journey}/course")
    ResponseEntity<Course> course(@PathVariable("journey") UUID journey, Asked asked) {
        return asking.answer(asked, VIEWS, views -> {
            Opening opening = asked.reading().opening();
            var experiences = all(views, CourseRows.EXPERIENCES, journey, "position");
            return new Course(
                    all(views, CourseRows.AGREEMENTS, journey, "version").stream()
                            .map(row -> new PilotAgreement(
                                    row.version(),
                                    row.citizenMayExpect(),
                                    row.municipalityExpects(),
                                    row.acceptedBy(),
                                    row.offeredAt()))
                            .toList(),
                    all(views, CourseRows.RATINGS, journey, "position").stream()
                            .filter(row -> opening.opens(row.person()))
                            .map(row -> new Rating(
                                    row.person(), row.area(), row.rating(), row.rater(), row.remark(), row.ratedAt()))
                            .toList(),
                    all(views, CourseRows.VULNERABILITY, journey, "position").stream()
                            .map(row -> new Judged(
                                    row.degree(),
                                    row.rater(),
                                    opening.opensEverything() ? row.remark() : null,
                                    row.judgedAt()))
                            .toList(),
                    all(views, CourseRows.ADDITIONAL, journey, "position").stream()
                            .map(row -> new Additional(row.reason(), row.markedAt()))
                            .toList(),
                    all(views, CourseRows.GATHERED, journey, "gathered_at, gathered").stream()
                            .filter(row -> opening.opens(row.person()))
                            .map(row -> new Gathered(
                                    row.gathered(), row.person(), row.service(), row.reference(), row.gatheredAt()))
                            .toList(),
                    all(views, CourseRows.FOLLOW_UPS, journey, "position").stream()
                            .map(row -> new FollowUp(
                                    row.followUp(),
                                    row.onDay(),
                                    row.standing(),
                                    row.meeting(),
                                    row.dueAt(),
                                    row.overdueAt(),
                                    experiences.stream()
                                            .filter(said -> said.followUp().equals(row.followUp())
                                                    && (said.person() == null || opening.opens(said.person())))
                                            .map(said -> new Experienced(
                                                    said.person(),
                                                    said.experience(),
                                                    said.person() != null || opening.opensEverything()
                                                            ? said.words()
                                                            : null,
                                                    said.saidAt()))
                                            .toList()))
                            .toList());
        });
    }

    private static Sheet sheet(JdbcClient views, SheetRow row, List<SheetRow> all, Asked asked) {
        record Held(@Nullable LocalDate on, List<UUID> attended) {}
        Held held = views.sql("SELECT on_day, attended FROM views.meeting WHERE journey = ? AND meeting = ?")
                .params(row.journey(), row.meeting())
                .query((rows, i) -> new Held(rows.getObject(1, LocalDate.class), List.of((UUID[])
                        rows.getArray(2).getArray())))
                .optional()
                .orElse(new Held(null, List.of()));
        boolean whole = asked.reading().opening().opens(row.owner());
        var entries = new ArrayList<Entry>();
        for (SheetRow earlier : all) {
            if (earlier.version() <= row.version() && earlier.owner().equals(row.owner())) {
                for (SheetEntry entry : earlier.entries()) {
                    if (whole || asked.reader().id().equals(entry.author())) {
                        entries.add(new Entry(
                                earlier.version(),
                                entry.author(),
                                entry.box(),
                                entry.area(),
                                entry.around(),
                                entry.within(),
                                entry.text()));
                    }
                }
            }
        }
        return new Sheet(
                row.version(),
                row.meeting(),
                held.on(),
                held.attended(),
                row.owner(),
                whole ? row.otherForm() : null,
                entries,
                row.writtenAt());
    }

    private static <R extends Record> List<R> all(JdbcClient views, Table<R> table, UUID journey, String order) {
        return views.sql(table.select() + " WHERE journey = ? ORDER BY " + order)
                .param(journey)
                .query((row, i) -> table.read(row))
                .list();
    }
}
