package no.journeyledger.query.journeys;

import static java.lang.invoke.MethodHandles.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.Door;
import no.journeyledger.events.journey.Goal;
import no.journeyledger.events.journey.HouseholdRole;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.MeetingKind;
import no.journeyledger.events.journey.Phase;
import no.journeyledger.events.journey.RepresentationKind;
import no.journeyledger.events.journey.Sector;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.TargetGroup;
import no.journeyledger.events.journey.TeamRole;
import no.journeyledger.events.journey.Undertaking;
import no.journeyledger.events.journey.WorkPhase;
import no.journeyledger.query.projection.Table;
import org.jspecify.annotations.Nullable;

/** The rows of the journeys' tables; what each column means is said in the migration. */
final class JourneyRows {

    static final Table<JourneyRow> JOURNEYS = Table.of(lookup(), "journey_list", JourneyRow.class, "journey");
    static final Table<MemberRow> HOUSEHOLD =
            Table.of(lookup(), "household_member", MemberRow.class, "journey", "person");
    static final Table<RepresentationRow> REPRESENTATIONS =
            Table.of(lookup(), "representation", RepresentationRow.class, "journey", "representation");
    static final Table<TeamRow> TEAM = Table.of(lookup(), "team_member", TeamRow.class, "journey", "worker");
    static final Table<TrustedRow> TRUSTED =
            Table.of(lookup(), "trusted_person", TrustedRow.class, "journey", "person", "trusted");
    static final Table<RelationRow> RELATIONS =
            Table.of(lookup(), "relation", RelationRow.class, "journey", "worker", "person");
    static final Table<MandateRow> MANDATES = Table.of(lookup(), "mandate", MandateRow.class, "journey", "mandate");
    static final Table<ConsentRow> CONSENTS = Table.of(lookup(), "consent", ConsentRow.class, "journey", "consent");
    static final Table<StageMoveRow> STAGE_MOVES = Table.of(lookup(), "stage_move", StageMoveRow.class, "position");
    static final Table<MeetingRow> MEETINGS = Table.of(lookup(), "meeting", MeetingRow.class, "journey", "meeting");
    static final Table<PlanRow> PLANS = Table.of(lookup(), "plan_version", PlanRow.class, "journey", "version");
    static final Table<MeasureRow> MEASURES = Table.of(lookup(), "measure", MeasureRow.class, "journey", "measure");

    private JourneyRows() {}

    record JourneyRow(
            UUID journey,
            long openedPosition,
            UUID person,
            Sealed name,
            Door door,
            Instant openedAt,
            @Nullable Boolean qualified,
            @Nullable TargetGroup targetGroup,
            @Nullable Integer serviceDegree,
            @Nullable Stage startingStage,
            @Nullable Stage stage,
            @Nullable Stage goalStage,
            Phase phase,
            @Nullable UUID leader,
            @Nullable Integer draftedPlan,
            @Nullable Integer agreedPlan,
            @Nullable Instant closedAt,
            @Nullable CloseReason closeReason,
            long version,
            long position) {

        JourneyRow assessed(boolean qualified, TargetGroup targetGroup, int serviceDegree) {
            return new JourneyRow(
                    journey,
                    openedPosition,
                    person,
                    name,
                    door,
                    openedAt,
                    qualified,
                    targetGroup,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    phase,
                    leader,
                    draftedPlan,
                    agreedPlan,
                    closedAt,
                    closeReason,
                    version,
                    position);
        }

        JourneyRow circles(Stage startingStage, Stage stage, Stage goalStage, Phase phase) {
            return new JourneyRow(
                    journey,
                    openedPosition,
                    person,
                    name,
                    door,
                    openedAt,
                    qualified,
                    targetGroup,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    phase,
                    leader,
                    draftedPlan,
                    agreedPlan,
                    closedAt,
                    closeReason,
                    version,
                    position);
        }

        JourneyRow movedTo(Stage stage) {
            return new JourneyRow(
                    journey,
                    openedPosition,
                    person,
                    name,
                    door,
                    openedAt,
                    qualified,
                    targetGroup,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    phase,
                    leader,
                    draftedPlan,
                    agreedPlan,
                    closedAt,
                    closeReason,
                    version,
                    position);
        }

        JourneyRow served(int serviceDegree) {
            return new JourneyRow(
                    journey,
                    openedPosition,
                    person,
                    name,
                    door,
                    openedAt,
                    qualified,
                    targetGroup,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    phase,
                    leader,
                    draftedPlan,
                    agreedPlan,
                    closedAt,
                    closeReason,
                    version,
                    position);
        }

        JourneyRow named(Sealed name) {
            return new JourneyRow(
                    journey,
                    openedPosition,
                    person,
                    name,
                    door,
                    openedAt,
                    qualified,
                    targetGroup,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    phase,
                    leader,
                    draftedPlan,
                    agreedPlan,
                    closedAt,
                    closeReason,
                    version,
                    position);
        }

        JourneyRow ledBy(@Nullable UUID leader) {
            return new JourneyRow(
                    journey,
                    openedPosition,
                    person,
                    name,
                    door,
                    openedAt,
                    qualified,
                    targetGroup,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    phase,
                    leader,
                    draftedPlan,
                    agreedPlan,
                    closedAt,
                    closeReason,
                    version,
                    position);
        }

        JourneyRow planned(int draftedPlan) {
            return plans(draftedPlan, agreedPlan, phase);
        }

        /** From the first agreed plan the phase is MAINTAIN. */
        JourneyRow agreed(int agreedPlan) {
            return plans(draftedPlan, agreedPlan, Phase.MAINTAIN);
        }

        private JourneyRow plans(@Nullable Integer draftedPlan, @Nullable Integer agreedPlan, Phase phase) {
            return new JourneyRow(
                    journey,
                    openedPosition,
                    person,
                    name,
                    door,
                    openedAt,
                    qualified,
                    targetGroup,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    phase,
                    leader,
                    draftedPlan,
                    agreedPlan,
                    closedAt,
                    closeReason,
                    version,
                    position);
        }

        JourneyRow closed(Instant closedAt, CloseReason closeReason) {
            return new JourneyRow(
                    journey,
                    openedPosition,
                    person,
                    name,
                    door,
                    openedAt,
                    qualified,
                    targetGroup,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    Phase.EXIT,
                    leader,
                    draftedPlan,
                    agreedPlan,
                    closedAt,
                    closeReason,
                    version,
                    position);
        }

        /** Open again: where in the programme follows from how far it had come. */
        JourneyRow reopened() {
            return new JourneyRow(
                    journey,
                    openedPosition,
                    person,
                    name,
                    door,
                    openedAt,
                    qualified,
                    targetGroup,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    startingStage == null ? Phase.CAPTURE : agreedPlan == null ? Phase.INVEST : Phase.MAINTAIN,
                    leader,
                    draftedPlan,
                    agreedPlan,
                    null,
                    null,
                    version,
                    position);
        }

        JourneyRow at(long version, long position) {
            return new JourneyRow(
                    journey,
                    openedPosition,
                    person,
                    name,
                    door,
                    openedAt,
                    qualified,
                    targetGroup,
                    serviceDegree,
                    startingStage,
                    stage,
                    goalStage,
                    phase,
                    leader,
                    draftedPlan,
                    agreedPlan,
                    closedAt,
                    closeReason,
                    version,
                    position);
        }
    }

    record MemberRow(
            UUID journey,
            UUID person,
            long position,
            HouseholdRole role,
            Sealed name,
            Sealed birthDate,
            List<UUID> parentalResponsibility,
            @Nullable LocalDate enrolledOn,
            @Nullable Instant leftAt,
            @Nullable LocalDate movedOutOn,
            @Nullable LocalDate diedOn,
            @Nullable Boolean interpreter,
            @Nullable Sealed language,
            @Nullable Sealed otherHelp,
            @Nullable UUID preferredContact) {

        MemberRow enrolled(LocalDate on) {
            return of(name, birthDate, parentalResponsibility, on, leftAt, movedOutOn, diedOn);
        }

        /** Enrolled again, or now. */
        MemberRow back(LocalDate on) {
            return of(
                    name, birthDate, parentalResponsibility, enrolledOn == null ? on : enrolledOn, null, null, diedOn);
        }

        MemberRow left(Instant at) {
            return of(name, birthDate, parentalResponsibility, enrolledOn, at, movedOutOn, diedOn);
        }

        MemberRow heldBy(List<UUID> holders) {
            return of(name, birthDate, holders, enrolledOn, leftAt, movedOutOn, diedOn);
        }

        MemberRow movedOut(LocalDate on) {
            return of(name, birthDate, parentalResponsibility, enrolledOn, leftAt, on, diedOn);
        }

        MemberRow died(LocalDate on) {
            return of(name, birthDate, parentalResponsibility, enrolledOn, leftAt, movedOutOn, on);
        }

        MemberRow corrected(@Nullable Sealed rightName, @Nullable Sealed rightDate) {
            return of(
                    rightName == null ? name : rightName,
                    rightDate == null ? birthDate : rightDate,
                    parentalResponsibility,
                    enrolledOn,
                    leftAt,
                    movedOutOn,
                    diedOn);
        }

        MemberRow needing(boolean needsInterpreter, @Nullable Sealed ofLanguage, @Nullable Sealed help) {
            return new MemberRow(
                    journey,
                    person,
                    position,
                    role,
                    name,
                    birthDate,
                    parentalResponsibility,
                    enrolledOn,
                    leftAt,
                    movedOutOn,
                    diedOn,
                    needsInterpreter,
                    ofLanguage,
                    help,
                    preferredContact);
        }

        MemberRow preferring(UUID worker) {
            return new MemberRow(
                    journey,
                    person,
                    position,
                    role,
                    name,
                    birthDate,
                    parentalResponsibility,
                    enrolledOn,
                    leftAt,
                    movedOutOn,
                    diedOn,
                    interpreter,
                    language,
                    otherHelp,
                    worker);
        }

        private MemberRow of(
                Sealed called,
                Sealed born,
                List<UUID> holders,
                @Nullable LocalDate enrolled,
                @Nullable Instant left,
                @Nullable LocalDate out,
                @Nullable LocalDate died) {
            return new MemberRow(
                    journey,
                    person,
                    position,
                    role,
                    called,
                    born,
                    holders,
                    enrolled,
                    left,
                    out,
                    died,
                    interpreter,
                    language,
                    otherHelp,
                    preferredContact);
        }
    }

    record RepresentationRow(
            UUID journey,
            UUID representation,
            UUID person,
            UUID representative,
            Sealed name,
            RepresentationKind kind,
            List<Affairs> scope,
            LocalDate fromDay,
            @Nullable LocalDate untilDay,
            Sealed document,
            UUID recordedBy,
            @Nullable Instant endedAt,
            long position) {

        RepresentationRow ended(Instant at) {
            return new RepresentationRow(
                    journey,
                    representation,
                    person,
                    representative,
                    name,
                    kind,
                    scope,
                    fromDay,
                    untilDay,
                    document,
                    recordedBy,
                    at,
                    position);
        }
    }

    record TeamRow(
            UUID journey,
            UUID worker,
            UUID service,
            TeamRole role,
            Instant joinedAt,
            @Nullable Instant leftAt,
            @Nullable Sector sector,
            long position) {

        TeamRow left(Instant at) {
            return new TeamRow(journey, worker, service, role, joinedAt, at, sector, position);
        }

        TeamRow as(TeamRole now) {
            return new TeamRow(journey, worker, service, now, joinedAt, leftAt, sector, position);
        }
    }

    record TrustedRow(UUID journey, UUID person, UUID trusted, Sealed name, boolean confirmed, long position) {}

    record RelationRow(UUID journey, UUID worker, UUID person, long position) {}

    record MandateRow(
            UUID mandate,
            UUID journey,
            UUID worker,
            UUID service,
            long ceilingOre,
            List<Integer> budgetYears,
            LocalDate fromDay,
            LocalDate untilDay,
            boolean beyondTheYear,
            UUID delegatedBy,
            Instant delegatedAt,
            @Nullable Instant revokedAt,
            long position) {

        MandateRow revoked(Instant at) {
            return new MandateRow(
                    mandate,
                    journey,
                    worker,
                    service,
                    ceilingOre,
                    budgetYears,
                    fromDay,
                    untilDay,
                    beyondTheYear,
                    delegatedBy,
                    delegatedAt,
                    at,
                    position);
        }
    }

    record ConsentRow(
            UUID consent,
            UUID journey,
            UUID person,
            UUID service,
            String information,
            String purpose,
            @Nullable LocalDate untilDay,
            Instant givenAt,
            @Nullable Instant withdrawnAt,
            long position) {

        ConsentRow withdrawn(Instant at) {
            return new ConsentRow(
                    consent, journey, person, service, information, purpose, untilDay, givenAt, at, position);
        }
    }

    record StageMoveRow(
            long position,
            UUID journey,
            UUID decision,
            Stage fromStage,
            Stage toStage,
            @Nullable Sealed reason,
            Instant movedAt) {}

    record MeetingRow(
            UUID meeting,
            UUID journey,
            MeetingKind kind,
            LocalDate onDay,
            List<UUID> attended,
            @Nullable Integer sheet,
            long position) {

        MeetingRow withSheet(int version) {
            return new MeetingRow(meeting, journey, kind, onDay, attended, version, position);
        }
    }

    record PlanRow(
            UUID journey,
            int version,
            Sealed situation,
            List<Goal> goals,
            List<Measure> measures,
            List<Undertaking> undertakings,
            @Nullable Sealed expectedBenefits,
            String contentHash,
            Instant draftedAt,
            @Nullable Instant agreedAt,
            @Nullable UUID agreedBy,
            long position) {

        PlanRow agreed(Instant at, UUID decision) {
            return new PlanRow(
                    journey,
                    version,
                    situation,
                    goals,
                    measures,
                    undertakings,
                    expectedBenefits,
                    contentHash,
                    draftedAt,
                    at,
                    decision,
                    position);
        }
    }

    record MeasureRow(
            UUID journey,
            UUID measure,
            UUID goal,
            int plan,
            Sealed text,
            LifeArea area,
            WorkPhase workPhase,
            List<UUID> persons,
            UUID responsible,
            LocalDate fromDay,
            @Nullable LocalDate untilDay,
            @Nullable Instant finishedAt,
            @Nullable LocalDate startedOn,
            @Nullable Instant droppedAt) {

        static MeasureRow of(UUID journey, int plan, Measure measure, @Nullable MeasureRow before) {
            return new MeasureRow(
                    journey,
                    measure.id(),
                    measure.goal(),
                    plan,
                    measure.text(),
                    measure.area(),
                    measure.workPhase(),
                    measure.persons(),
                    measure.responsible(),
                    measure.from(),
                    measure.until(),
                    before == null ? null : before.finishedAt(),
                    before == null ? null : before.startedOn(),
                    null);
        }

        MeasureRow finished(Instant at) {
            return at(at, startedOn, droppedAt);
        }

        MeasureRow started(LocalDate on) {
            return at(finishedAt, on, droppedAt);
        }

        MeasureRow dropped(Instant at) {
            return at(finishedAt, startedOn, at);
        }

        private MeasureRow at(@Nullable Instant finished, @Nullable LocalDate started, @Nullable Instant dropped) {
            return new MeasureRow(
                    journey,
                    measure,
                    goal,
                    plan,
                    text,
                    area,
                    workPhase,
                    persons,
                    responsible,
                    fromDay,
                    untilDay,
                    finished,
                    started,
                    dropped);
        }
    }
}
