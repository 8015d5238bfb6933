package no.journeyledger.query.statute;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.AppealOutcome;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.door.Reader;
import no.journeyledger.query.projection.Rows;
import no.journeyledger.query.statute.StatuteRows.EmergencyRow;
import no.journeyledger.query.statute.StatuteRows.HearingRow;
import no.journeyledger.query.statute.StatuteRows.ReversalRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What statute adds to a journey and its decisions, for the views of both. Who was heard about what, and who appealed, is closed
 * where their words are: it can be dangerous for another to know.
 */
public final class Statutes {

    private Statutes() {}

    /**
     * An emergency measure: what the law let a service do at once. It is no decision.
     *
     * @param unheard whom it concerns and nobody has heard yet
     * @param overdueSince when the hearing date passed with somebody unheard
     */
    public record Emergency(
            UUID emergency,
            List<UUID> persons,
            Sealed what,
            String legalBasis,
            UUID approver,
            UUID recordedBy,
            UUID fund,
            UUID payingService,
            int year,
            long ceilingOre,
            Instant beganAt,
            LocalDate until,
            LocalDate hearBy,
            List<UUID> unheard,
            @Nullable Instant overdueSince,
            List<Heard> hearings) {}

    /** How somebody was heard afterwards. */
    public record Heard(
            UUID person,
            LocalDate on,
            HearingOutcome outcome,
            boolean objects,
            @Nullable Sealed view) {}

    /** When a party was told, and until when they may appeal. */
    public record Notice(UUID party, LocalDate on, LocalDate appealUntil) {}

    /** An appeal, and what came of it once somebody ruled. */
    public record Appeal(
            UUID appeal,
            UUID party,
            LocalDate on,
            boolean late,
            @Nullable Sealed ownWords,
            @Nullable AppealOutcome outcome,
            @Nullable String body,
            @Nullable LocalDate ruledOn,
            @Nullable Sealed grounds) {}

    /** What reversed a decision: an appeal, or a later decision. */
    public record Reversal(@Nullable UUID appeal, @Nullable UUID by, Instant at) {}

    /** What another authority decided. */
    public record External(
            UUID external,
            String authority,
            List<UUID> persons,
            LocalDate on,
            @Nullable String legalBasis,
            Sealed what) {}

    /** The emergency measures of a journey. */
    public static List<Emergency> emergencies(Rows rows, Opening opening, UUID journey) {
        return rows.about(StatuteRows.EMERGENCIES, "journey", journey, "position").stream()
                .filter(row -> row.persons().stream().anyMatch(opening::opens))
                .map(row -> emergency(
                        row,
                        opening,
                        rows.about(StatuteRows.HEARINGS, journey, "emergency", row.emergency(), "position").stream()
                                .filter(hearing -> opening.opens(hearing.person()))
                                .map(Statutes::heard)
                                .toList()))
                .toList();
    }

    /** Which of these journeys have somebody who was not heard in time and still is not. */
    public static Set<UUID> hearingsOverdue(JdbcClient views, Reader reader, List<UUID> journeys) {
        if (journeys.isEmpty()) {
            return Set.of();
        }
        return views
                .sql(StatuteRows.EMERGENCIES.select()
                        + " WHERE journey = ANY (?) AND overdue_at IS NOT NULL AND cardinality(unheard) > 0")
                .param(journeys.toArray(UUID[]::new))
                .query((row, i) -> StatuteRows.EMERGENCIES.read(row))
                .list()
                .stream()
                .filter(row -> !reader.isPerson() || row.unheard().contains(reader.id()))
                .map(EmergencyRow::journey)
                .collect(toSet());
    }

    /** What other authorities decided. */
    public static List<External> external(Rows rows, Opening opening, UUID journey) {
        return rows.about(StatuteRows.EXTERNAL, "journey", journey, "position").stream()
                .filter(row -> row.persons().stream().anyMatch(opening::opens))
                .map(row -> new External(
                        row.external(), row.authority(), row.persons(), row.onDay(), row.legalBasis(), row.what()))
                .toList();
    }

    /** The notices of a decision. */
    public static List<Notice> notices(Rows rows, Opening opening, UUID journey, UUID decision) {
        return rows.about(StatuteRows.NOTICES, journey, "decision", decision, "position").stream()
                .filter(row -> opening.opens(row.party()))
                .map(row -> new Notice(row.party(), row.onDay(), row.appealUntil()))
                .toList();
    }

    /** The appeals against a decision. */
    public static List<Appeal> appeals(Rows rows, Opening opening, UUID journey, UUID decision) {
        return rows.about(StatuteRows.APPEALS, journey, "decision", decision, "position").stream()
                .filter(row -> opening.opens(row.party()))
                .map(row -> new Appeal(
                        row.appeal(),
                        row.party(),
                        row.onDay(),
                        row.late(),
                        row.ownWords(),
                        row.outcome(),
                        row.body(),
                        row.ruledOn(),
                        row.grounds()))
                .toList();
    }

    /** What reversed a decision, if anything did. */
    public static @Nullable Reversal reversal(Rows rows, UUID journey, UUID decision) {
        List<ReversalRow> found = rows.about(StatuteRows.REVERSALS, journey, "decision", decision, "position");
        return found.isEmpty()
                ? null
                : new Reversal(
                        found.getFirst().appeal(),
                        found.getFirst().byDecision(),
                        found.getFirst().reversedAt());
    }

    private static Emergency emergency(EmergencyRow row, Opening opening, List<Heard> hearings) {
        return new Emergency(
                row.emergency(),
                row.persons(),
                row.what(),
                row.legalBasis(),
                row.approver(),
                row.recordedBy(),
                row.fund(),
                row.payingService(),
                row.year(),
                row.ceilingOre(),
                row.beganAt(),
                row.untilDay(),
                row.hearBy(),
                row.unheard().stream().filter(opening::opens).toList(),
                row.overdueAt(),
                hearings);
    }

    private static Heard heard(HearingRow row) {
        return new Heard(row.person(), row.onDay(), row.outcome(), row.objects(), row.view());
    }
}
