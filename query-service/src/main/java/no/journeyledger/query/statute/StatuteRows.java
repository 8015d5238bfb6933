package no.journeyledger.query.statute;

import static java.lang.invoke.MethodHandles.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.AppealOutcome;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.query.projection.Table;
import org.jspecify.annotations.Nullable;

/** The rows of these tables; what each column means is said in the migration. */
final class StatuteRows {

    static final Table<EmergencyRow> EMERGENCIES =
            Table.of(lookup(), "emergency", EmergencyRow.class, "journey", "emergency");
    static final Table<HearingRow> HEARINGS = Table.of(lookup(), "emergency_hearing", HearingRow.class, "position");
    static final Table<NoticeRow> NOTICES = Table.of(lookup(), "decision_notice", NoticeRow.class, "position");
    static final Table<AppealRow> APPEALS = Table.of(lookup(), "decision_appeal", AppealRow.class, "journey", "appeal");
    static final Table<ReversalRow> REVERSALS =
            Table.of(lookup(), "decision_reversal", ReversalRow.class, "journey", "decision");
    static final Table<ExternalRow> EXTERNAL =
            Table.of(lookup(), "external_decision", ExternalRow.class, "journey", "external");

    private StatuteRows() {}

    record EmergencyRow(
            UUID emergency,
            UUID journey,
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
            LocalDate untilDay,
            LocalDate hearBy,
            List<UUID> unheard,
            @Nullable Instant overdueAt,
            long position) {

        EmergencyRow heard(UUID person) {
            return with(
                    untilDay,
                    unheard.stream().filter(one -> !one.equals(person)).toList(),
                    overdueAt);
        }

        EmergencyRow overdue(Instant at) {
            return with(untilDay, unheard, at);
        }

        EmergencyRow ended(LocalDate on) {
            return with(on, unheard, overdueAt);
        }

        private EmergencyRow with(LocalDate until, List<UUID> notHeard, @Nullable Instant overdue) {
            return new EmergencyRow(
                    emergency,
                    journey,
                    persons,
                    what,
                    legalBasis,
                    approver,
                    recordedBy,
                    fund,
                    payingService,
                    year,
                    ceilingOre,
                    beganAt,
                    until,
                    hearBy,
                    notHeard,
                    overdue,
                    position);
        }
    }

    record HearingRow(
            long position,
            UUID journey,
            UUID emergency,
            UUID person,
            LocalDate onDay,
            HearingOutcome outcome,
            boolean objects,
            @Nullable Sealed view) {}

    record NoticeRow(long position, UUID journey, UUID decision, UUID party, LocalDate onDay, LocalDate appealUntil) {}

    record AppealRow(
            UUID journey,
            UUID appeal,
            UUID decision,
            UUID party,
            LocalDate onDay,
            boolean late,
            @Nullable Sealed ownWords,
            @Nullable AppealOutcome outcome,
            @Nullable String body,
            @Nullable LocalDate ruledOn,
            @Nullable Sealed grounds,
            long position) {

        AppealRow ruled(AppealOutcome came, String by, LocalDate on, Sealed why) {
            return new AppealRow(journey, appeal, decision, party, onDay, late, ownWords, came, by, on, why, position);
        }
    }

    record ReversalRow(
            UUID journey,
            UUID decision,
            @Nullable UUID appeal,
            @Nullable UUID byDecision,
            Instant reversedAt,
            long position) {}

    record ExternalRow(
            UUID external,
            UUID journey,
            String authority,
            List<UUID> persons,
            LocalDate onDay,
            @Nullable String legalBasis,
            Sealed what,
            long position) {}
}
