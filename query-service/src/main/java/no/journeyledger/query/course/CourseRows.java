package no.journeyledger.query.course;

import static java.lang.invoke.MethodHandles.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Experience;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.SheetEntry;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.Vulnerability;
import no.journeyledger.query.projection.Table;
import org.jspecify.annotations.Nullable;

/** The rows of the course's tables; what each column means is said in the migration. */
final class CourseRows {

    static final Table<SheetRow> SHEETS = Table.of(lookup(), "mapping_sheet", SheetRow.class, "journey", "version");
    static final Table<RatingRow> RATINGS = Table.of(lookup(), "rating", RatingRow.class, "position");
    static final Table<VulnerabilityRow> VULNERABILITY =
            Table.of(lookup(), "vulnerability", VulnerabilityRow.class, "position");
    static final Table<AdditionalRow> ADDITIONAL =
            Table.of(lookup(), "additional_investment", AdditionalRow.class, "position");
    static final Table<JudgementRow> JUDGEMENTS =
            Table.of(lookup(), "journey_judgement", JudgementRow.class, "journey");
    static final Table<AgreementRow> AGREEMENTS =
            Table.of(lookup(), "pilot_agreement", AgreementRow.class, "journey", "version");
    static final Table<GatheredRow> GATHERED =
            Table.of(lookup(), "gathered_plan", GatheredRow.class, "journey", "gathered");
    static final Table<FollowUpRow> FOLLOW_UPS =
            Table.of(lookup(), "follow_up", FollowUpRow.class, "journey", "followUp");
    static final Table<ExperienceRow> EXPERIENCES = Table.of(lookup(), "experience", ExperienceRow.class, "position");
    static final Table<CorrectionRow> CORRECTIONS = Table.of(lookup(), "correction", CorrectionRow.class, "position");

    private CourseRows() {}

    /** Where a follow-up stands. */
    enum FollowUpStanding {
        AGREED,
        DUE,
        OVERDUE,
        HELD
    }

    record SheetRow(
            UUID journey,
            int version,
            UUID meeting,
            UUID owner,
            List<SheetEntry> entries,
            @Nullable Sealed otherForm,
            Instant writtenAt,
            long position) {}

    record RatingRow(
            long position,
            UUID journey,
            UUID person,
            LifeArea area,
            Stage rating,
            Rater rater,
            @Nullable Sealed remark,
            Instant ratedAt) {}

    record VulnerabilityRow(
            long position,
            UUID journey,
            Vulnerability degree,
            Rater rater,
            @Nullable Sealed remark,
            Instant judgedAt) {}

    record AdditionalRow(long position, UUID journey, Sealed reason, Instant markedAt) {}

    record JudgementRow(
            UUID journey,
            @Nullable Vulnerability byTeam,
            @Nullable Vulnerability byHousehold,
            int additional,
            long position) {

        static JudgementRow of(@Nullable JudgementRow before, UUID journey) {
            return before == null ? new JudgementRow(journey, null, null, 0, 0) : before;
        }

        JudgementRow judged(Rater rater, Vulnerability degree, long at) {
            return switch (rater) {
                case TEAM -> new JudgementRow(journey, degree, byHousehold, additional, at);
                case CITIZEN -> new JudgementRow(journey, byTeam, degree, additional, at);
            };
        }

        JudgementRow marked(long at) {
            return new JudgementRow(journey, byTeam, byHousehold, additional + 1, at);
        }
    }

    record AgreementRow(
            UUID journey,
            int version,
            List<Sealed> citizenMayExpect,
            List<Sealed> municipalityExpects,
            List<UUID> acceptedBy,
            Instant offeredAt) {

        AgreementRow accepted(UUID party) {
            var parties = new ArrayList<>(acceptedBy);
            parties.add(party);
            return new AgreementRow(
                    journey, version, citizenMayExpect, municipalityExpects, List.copyOf(parties), offeredAt);
        }
    }

    record GatheredRow(UUID journey, UUID gathered, UUID person, UUID service, Sealed reference, Instant gatheredAt) {}

    record FollowUpRow(
            UUID journey,
            UUID followUp,
            LocalDate onDay,
            FollowUpStanding standing,
            @Nullable UUID meeting,
            @Nullable Instant dueAt,
            @Nullable Instant overdueAt,
            long position) {

        FollowUpRow moved(LocalDate on) {
            return new FollowUpRow(journey, followUp, on, FollowUpStanding.AGREED, null, null, null, position);
        }

        FollowUpRow held(UUID in) {
            return new FollowUpRow(journey, followUp, onDay, FollowUpStanding.HELD, in, dueAt, overdueAt, position);
        }

        FollowUpRow due(Instant at) {
            return new FollowUpRow(journey, followUp, onDay, FollowUpStanding.DUE, meeting, at, overdueAt, position);
        }

        FollowUpRow overdue(Instant at) {
            return new FollowUpRow(journey, followUp, onDay, FollowUpStanding.OVERDUE, meeting, dueAt, at, position);
        }
    }

    record ExperienceRow(
            long position,
            UUID journey,
            UUID followUp,
            @Nullable UUID person,
            Experience experience,
            @Nullable Sealed words,
            Instant saidAt) {}

    record CorrectionRow(long position, UUID journey, long corrects) {}
}
