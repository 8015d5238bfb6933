package no.journeyledger.query.journeys;

import static no.journeyledger.query.journeys.JourneyRows.CONSENTS;
import static no.journeyledger.query.journeys.JourneyRows.HOUSEHOLD;
import static no.journeyledger.query.journeys.JourneyRows.JOURNEYS;
import static no.journeyledger.query.journeys.JourneyRows.MANDATES;
import static no.journeyledger.query.journeys.JourneyRows.MEASURES;
import static no.journeyledger.query.journeys.JourneyRows.MEETINGS;
import static no.journeyledger.query.journeys.JourneyRows.PLANS;
import static no.journeyledger.query.journeys.JourneyRows.RELATIONS;
import static no.journeyledger.query.journeys.JourneyRows.REPRESENTATIONS;
import static no.journeyledger.query.journeys.JourneyRows.STAGE_MOVES;
import static no.journeyledger.query.journeys.JourneyRows.TEAM;
import static no.journeyledger.query.journeys.JourneyRows.TRUSTED;
import static no.journeyledger.query.projection.Table.key;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.journeyledger.events.benefit.BenefitEvent;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.journey.AccessEvent;
import no.journeyledger.events.journey.AuthorityEvent;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.CaptureEvent.ChecklistAssessed;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CaptureEvent.HouseholdMemberRegistered;
import no.journeyledger.events.journey.CaptureEvent.PersonReferred;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementAccepted;
import no.journeyledger.events.journey.CaptureEvent.PilotAgreementOffered;
import no.journeyledger.events.journey.CaptureEvent.ReferenceRegistered;
import no.journeyledger.events.journey.CaptureEvent.ServiceDegreeChanged;
import no.journeyledger.events.journey.ClosingEvent;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import no.journeyledger.events.journey.ClosingEvent.JourneyReopened;
import no.journeyledger.events.journey.ClosingEvent.PersonLeft;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.ConsentEvent.ConsentGiven;
import no.journeyledger.events.journey.ConsentEvent.ConsentWithdrawn;
import no.journeyledger.events.journey.CorrectionEvent;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.EmergencyEvent;
import no.journeyledger.events.journey.FollowUpEvent;
import no.journeyledger.events.journey.HouseholdRole;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import no.journeyledger.events.journey.MeetingEvent.MappingSheetRecorded;
import no.journeyledger.events.journey.MeetingEvent.MeetingHeld;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.PeopleEvent.DeathRecorded;
import no.journeyledger.events.journey.PeopleEvent.InterpreterNeedRecorded;
import no.journeyledger.events.journey.PeopleEvent.MovedOut;
import no.journeyledger.events.journey.PeopleEvent.ParentalResponsibilityChanged;
import no.journeyledger.events.journey.PeopleEvent.PersonDetailsCorrected;
import no.journeyledger.events.journey.PeopleEvent.RepresentationEnded;
import no.journeyledger.events.journey.PeopleEvent.RepresentativeAppointed;
import no.journeyledger.events.journey.Phase;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.PlanEvent.IndividualPlanGathered;
import no.journeyledger.events.journey.PlanEvent.MeasureDropped;
import no.journeyledger.events.journey.PlanEvent.MeasureFinished;
import no.journeyledger.events.journey.PlanEvent.MeasureStarted;
import no.journeyledger.events.journey.PlanEvent.PlanAgreed;
import no.journeyledger.events.journey.PlanEvent.PlanDrafted;
import no.journeyledger.events.journey.SelfReportEvent;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.StageEvent.AdditionalInvestmentMarked;
import no.journeyledger.events.journey.StageEvent.LifeAreaRated;
import no.journeyledger.events.journey.StageEvent.StageMoved;
import no.journeyledger.events.journey.StageEvent.VulnerabilityAssessed;
import no.journeyledger.events.journey.TeamEvent;
import no.journeyledger.events.journey.TeamEvent.ContactPreferred;
import no.journeyledger.events.journey.TeamEvent.LeadershipHandedOver;
import no.journeyledger.events.journey.TeamEvent.MandateDelegated;
import no.journeyledger.events.journey.TeamEvent.MandateRevoked;
import no.journeyledger.events.journey.TeamEvent.RelationRegistered;
import no.journeyledger.events.journey.TeamEvent.TeamMemberJoined;
import no.journeyledger.events.journey.TeamEvent.TeamMemberLeft;
import no.journeyledger.events.journey.TeamEvent.TrustedPersonNamed;
import no.journeyledger.events.journey.TeamEvent.TrustedPersonProposed;
import no.journeyledger.events.journey.TeamRole;
import no.journeyledger.events.parameter.ParameterEvent;
import no.journeyledger.events.person.PersonEvent;
import no.journeyledger.events.person.PrivacyEvent;
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
import no.journeyledger.query.projection.Fold;
import no.journeyledger.query.projection.Projection;
import no.journeyledger.query.projection.RowChange;
import no.journeyledger.store.RecordedEvent;

/** What each event makes of the journeys as they stand. */
public final class JourneysProjection implements Fold {

    /** The name operators know it by. */
    public static final String NAME = "journeys";

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private JourneysProjection() {}

    /** The projection with its tables. */
    public static Projection projection() {
        return new Projection(
                NAME,
                List.of(
                        JOURNEYS,
                        HOUSEHOLD,
                        REPRESENTATIONS,
                        TEAM,
                        TRUSTED,
                        RELATIONS,
                        MANDATES,
                        CONSENTS,
                        STAGE_MOVES,
                        MEETINGS,
                        PLANS,
                        MEASURES),
                new JourneysProjection());
    }

    @Override
    public List<RowChange> capture(CaptureEvent event, RecordedEvent recorded) {
        UUID journey = recorded.aggregate();
        return switch (event) {
            case PersonReferred e ->
                List.of(
                        JOURNEYS.insert(new JourneyRow(
                                journey,
                                recorded.position(),
                                e.person(),
                                e.name(),
                                e.door(),
                                effective(recorded),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Phase.CAPTURE,
                                null,
                                null,
                                null,
                                null,
                                null,
                                recorded.sequence(),
                                recorded.position())),
                        HOUSEHOLD.insert(new MemberRow(
                                journey,
                                e.person(),
                                recorded.position(),
                                HouseholdRole.CITIZEN,
                                e.name(),
                                e.birthDate(),
                                List.of(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)));
            case ChecklistAssessed e ->
                List.of(journey(recorded, row -> row.assessed(e.qualified(), e.targetGroup(), e.serviceDegree())));
            case HouseholdMemberRegistered e ->
                List.of(
                        journey(recorded),
                        // Whoever moved out may move in again.
                        HOUSEHOLD.upsert(
                                key(journey, e.person()),
                                before -> new MemberRow(
                                        journey,
                                        e.person(),
                                        recorded.position(),
                                        e.role(),
                                        e.name(),
                                        e.birthDate(),
                                        e.parentalResponsibility(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        before == null ? null : before.interpreter(),
                                        before == null ? null : before.language(),
                                        before == null ? null : before.otherHelp(),
                                        null)));
            case ServiceDegreeChanged e -> List.of(journey(recorded, row -> row.served(e.to())));
            case PilotAgreementOffered ignored -> List.of(journey(recorded));
            case PilotAgreementAccepted ignored -> List.of(journey(recorded));
            case ReferenceRegistered ignored -> List.of(journey(recorded));
            case HouseholdEnrolled e -> {
                var changes = new ArrayList<RowChange>();
                changes.add(journey(
                        recorded,
                        row -> row.circles(e.startingStage(), e.startingStage(), e.goalStage(), Phase.INVEST)));
                for (UUID person : e.persons()) {
                    changes.add(HOUSEHOLD.update(key(journey, person), row -> row.enrolled(e.on())));
                }
                yield changes;
            }
        };
    }

    @Override
    public List<RowChange> people(PeopleEvent event, RecordedEvent recorded) {
        UUID journey = recorded.aggregate();
        return switch (event) {
            case RepresentativeAppointed e ->
                List.of(
                        journey(recorded),
                        REPRESENTATIONS.insert(new RepresentationRow(
                                journey,
                                e.representation(),
                                e.person(),
                                e.representative(),
                                e.name(),
                                e.kind(),
                                e.scope(),
                                e.from(),
                                e.until(),
                                e.document(),
                                recorded.metadata().actor().id(),
                                null,
                                recorded.position())));
            case RepresentationEnded e ->
                List.of(
                        journey(recorded),
                        REPRESENTATIONS.update(
                                key(journey, e.representation()), row -> row.ended(effective(recorded))));
            case ParentalResponsibilityChanged e ->
                List.of(journey(recorded), member(journey, e.child(), row -> row.heldBy(e.holders())));
            case MovedOut e -> List.of(journey(recorded), member(journey, e.person(), row -> row.movedOut(e.on())));
            case DeathRecorded e -> List.of(journey(recorded), member(journey, e.person(), row -> row.died(e.on())));
            case InterpreterNeedRecorded e ->
                List.of(
                        journey(recorded),
                        member(journey, e.person(), row -> row.needing(e.interpreter(), e.language(), e.otherHelp())));
            case PersonDetailsCorrected e ->
                List.of(
                        journey(
                                recorded,
                                row -> row.person().equals(e.person()) && e.name() != null ? row.named(e.name()) : row),
                        member(journey, e.person(), row -> row.corrected(e.name(), e.birthDate())));
        };
    }

    private static RowChange member(UUID journey, UUID person, UnaryOperator<MemberRow> change) {
        return HOUSEHOLD.update(key(journey, person), change);
    }

    @Override
    public List<RowChange> consent(ConsentEvent event, RecordedEvent recorded) {
        return switch (event) {
            case ConsentGiven e ->
                List.of(
                        journey(recorded),
                        CONSENTS.insert(new ConsentRow(
                                e.consent(),
                                recorded.aggregate(),
                                e.person(),
                                e.service(),
                                e.information(),
                                e.purpose(),
                                e.until(),
                                effective(recorded),
                                null,
                                recorded.position())));
            case ConsentWithdrawn e ->
                List.of(
                        journey(recorded),
                        CONSENTS.update(
                                key(recorded.aggregate(), e.consent()), row -> row.withdrawn(effective(recorded))));
        };
    }

    @Override
    public List<RowChange> team(TeamEvent event, RecordedEvent recorded) {
        UUID journey = recorded.aggregate();
        return switch (event) {
            case TeamMemberJoined e ->
                List.of(
                        journey(recorded, row -> e.role() == TeamRole.LEADER ? row.ledBy(e.worker()) : row),
                        // Somebody may leave and join again, or take another role.
                        TEAM.upsert(
                                key(journey, e.worker()),
                                before -> new TeamRow(
                                        journey,
                                        e.worker(),
                                        e.service(),
                                        e.role(),
                                        before == null || before.leftAt() != null
                                                ? effective(recorded)
                                                : before.joinedAt(),
                                        null,
                                        e.sector(),
                                        recorded.position())));
            case LeadershipHandedOver e ->
                List.of(
                        journey(recorded, row -> row.ledBy(e.to())),
                        TEAM.update(key(journey, e.from()), row -> row.as(TeamRole.MEMBER)),
                        TEAM.update(key(journey, e.to()), row -> row.as(TeamRole.LEADER)));
            case ContactPreferred e ->
                List.of(journey(recorded), member(journey, e.person(), row -> row.preferring(e.worker())));
            case TeamMemberLeft e ->
                List.of(
                        journey(recorded, row -> e.worker().equals(row.leader()) ? row.ledBy(null) : row),
                        TEAM.update(key(journey, e.worker()), row -> row.left(effective(recorded))));
            case TrustedPersonNamed e ->
                List.of(
                        journey(recorded),
                        TRUSTED.upsert(
                                key(journey, e.person(), e.trusted()),
                                before -> new TrustedRow(
                                        journey, e.person(), e.trusted(), e.name(), true, recorded.position())));
            case TrustedPersonProposed e ->
                List.of(
                        journey(recorded),
                        TRUSTED.upsert(
                                key(journey, e.person(), e.trusted()),
                                before -> before != null && before.confirmed()
                                        ? before
                                        : new TrustedRow(
                                                journey,
                                                e.person(),
                                                e.trusted(),
                                                e.name(),
                                                false,
                                                recorded.position())));
            case RelationRegistered e ->
                List.of(
                        journey(recorded),
                        RELATIONS.upsert(
                                key(journey, e.worker(), e.person()),
                                before -> before == null
                                        ? new RelationRow(journey, e.worker(), e.person(), recorded.position())
                                        : before));
            case MandateDelegated e ->
                List.of(
                        journey(recorded),
                        MANDATES.insert(new MandateRow(
                                e.mandate(),
                                journey,
                                e.worker(),
                                e.service(),
                                e.ceilingOre(),
                                e.budgetYears(),
                                e.from(),
                                e.until(),
                                e.beyondTheYear(),
                                recorded.metadata().actor().id(),
                                effective(recorded),
                                null,
                                recorded.position())));
            case MandateRevoked e ->
                List.of(
                        journey(recorded),
                        MANDATES.update(key(journey, e.mandate()), row -> row.revoked(effective(recorded))));
        };
    }

    @Override
    public List<RowChange> meeting(MeetingEvent event, RecordedEvent recorded) {
        return switch (event) {
            case MeetingHeld e ->
                List.of(
                        journey(recorded),
                        MEETINGS.insert(new MeetingRow(
                                e.meeting(),
                                recorded.aggregate(),
                                e.kind(),
                                e.on(),
                                e.attended(),
                                null,
                                recorded.position())));
            case MappingSheetRecorded e ->
                List.of(
                        journey(recorded),
                        MEETINGS.update(key(recorded.aggregate(), e.meeting()), row -> row.withSheet(e.version())));
            case AnswersConfirmed e -> List.of(journey(recorded));
        };
    }

    @Override
    public List<RowChange> plan(PlanEvent event, RecordedEvent recorded) {
        UUID journey = recorded.aggregate();
        return switch (event) {
            case PlanDrafted e -> {
                var changes = new ArrayList<RowChange>();
                changes.add(journey(recorded, row -> row.planned(e.version())));
                changes.add(PLANS.insert(new PlanRow(
                        journey,
                        e.version(),
                        e.situation(),
                        e.goals(),
                        e.measures(),
                        e.undertakings(),
                        e.expectedBenefits(),
                        e.contentHash(),
                        effective(recorded),
                        null,
                        null,
                        recorded.position())));
                for (Measure measure : e.measures()) {
                    changes.add(MEASURES.upsert(
                            key(journey, measure.id()),
                            before -> MeasureRow.of(journey, e.version(), measure, before)));
                }
                yield changes;
            }
            case PlanAgreed e ->
                List.of(
                        journey(recorded, row -> row.agreed(e.version())),
                        PLANS.update(key(journey, e.version()), row -> row.agreed(effective(recorded), e.decision())));
            case MeasureStarted e ->
                List.of(journey(recorded), MEASURES.update(key(journey, e.measure()), row -> row.started(e.on())));
            case MeasureDropped e ->
                List.of(
                        journey(recorded),
                        MEASURES.update(key(journey, e.measure()), row -> row.dropped(effective(recorded))));
            case IndividualPlanGathered ignored -> List.of(journey(recorded));
            case MeasureFinished e ->
                List.of(
                        journey(recorded),
                        MEASURES.update(key(journey, e.measure()), row -> row.finished(effective(recorded))));
        };
    }

    @Override
    public List<RowChange> decision(DecisionEvent event, RecordedEvent recorded) {
        return event instanceof DecisionTaken taken && taken.matter() instanceof Matter.OfMeasure measure
                ? List.of(measureDecided(measure, recorded))
                : List.of(journey(recorded));
    }

    /** A decision about one measure, between two versions of the plan. */
    private static RowChange measureDecided(Matter.OfMeasure decided, RecordedEvent recorded) {
        UUID journey = recorded.aggregate();
        Measure now = decided.now();
        return journey(recorded)
                .then(row -> now == null
                        ? MEASURES.update(
                                key(journey, decided.measure()), measure -> measure.dropped(effective(recorded)))
                        : MEASURES.upsert(
                                key(journey, now.id()),
                                before -> MeasureRow.of(
                                        journey, row.agreedPlan() == null ? 0 : row.agreedPlan(), now, before)));
    }

    @Override
    public List<RowChange> authority(AuthorityEvent event, RecordedEvent recorded) {
        return List.of(journey(recorded));
    }

    @Override
    public List<RowChange> emergency(EmergencyEvent event, RecordedEvent recorded) {
        return List.of(journey(recorded));
    }

    @Override
    public List<RowChange> stage(StageEvent event, RecordedEvent recorded) {
        return switch (event) {
            case LifeAreaRated ignored -> List.of(journey(recorded));
            case VulnerabilityAssessed ignored -> List.of(journey(recorded));
            case AdditionalInvestmentMarked ignored -> List.of(journey(recorded));
            case StageMoved e ->
                List.of(
                        journey(recorded, row -> row.movedTo(e.to())),
                        STAGE_MOVES.insert(new StageMoveRow(
                                recorded.position(),
                                recorded.aggregate(),
                                e.decision(),
                                e.from(),
                                e.to(),
                                e.reason(),
                                effective(recorded))));
        };
    }

    @Override
    public List<RowChange> followUp(FollowUpEvent event, RecordedEvent recorded) {
        return List.of(journey(recorded));
    }

    @Override
    public List<RowChange> correction(CorrectionEvent event, RecordedEvent recorded) {
        return List.of(journey(recorded));
    }

    @Override
    public List<RowChange> selfReport(SelfReportEvent event, RecordedEvent recorded) {
        return List.of(journey(recorded));
    }

    @Override
    public List<RowChange> access(AccessEvent event, RecordedEvent recorded) {
        return List.of(journey(recorded));
    }

    @Override
    public List<RowChange> closing(ClosingEvent event, RecordedEvent recorded) {
        return switch (event) {
            case PersonLeft e ->
                List.of(
                        journey(recorded),
                        HOUSEHOLD.update(key(recorded.aggregate(), e.person()), row -> row.left(effective(recorded))));
            case JourneyClosed e -> List.of(journey(recorded, row -> row.closed(effective(recorded), e.reason())));
            case JourneyReopened e -> {
                var changes = new ArrayList<RowChange>();
                changes.add(journey(recorded, JourneyRow::reopened));
                LocalDate on = LocalDate.ofInstant(effective(recorded), NORWAY);
                for (UUID person : e.persons()) {
                    changes.add(HOUSEHOLD.update(key(recorded.aggregate(), person), row -> row.back(on)));
                }
                yield changes;
            }
        };
    }

    @Override
    public List<RowChange> fund(FundEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> privacy(PrivacyEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> person(PersonEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> benefit(BenefitEvent event, RecordedEvent recorded) {
        return List.of(journey(recorded));
    }

    @Override
    public List<RowChange> parameter(ParameterEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    private static RowChange.Update<JourneyRow> journey(RecordedEvent recorded) {
        return journey(recorded, row -> row);
    }

    private static RowChange.Update<JourneyRow> journey(RecordedEvent recorded, UnaryOperator<JourneyRow> change) {
        return JOURNEYS.update(
                recorded.aggregate(), row -> change.apply(row).at(recorded.sequence(), recorded.position()));
    }

    private static Instant effective(RecordedEvent recorded) {
        return recorded.metadata().effectiveAt();
    }
}
