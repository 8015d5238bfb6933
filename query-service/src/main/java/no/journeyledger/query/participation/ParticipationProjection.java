package no.journeyledger.query.participation;

import static no.journeyledger.query.participation.ParticipationRows.CHILDREN;
import static no.journeyledger.query.participation.ParticipationRows.EMERGENCIES;
import static no.journeyledger.query.participation.ParticipationRows.PERSONS;
import static no.journeyledger.query.participation.ParticipationRows.REFUSED;
import static no.journeyledger.query.participation.ParticipationRows.TAKEN;
import static no.journeyledger.query.projection.Table.key;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import no.journeyledger.events.benefit.BenefitEvent;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.journey.AccessEvent;
import no.journeyledger.events.journey.AuthorityEvent;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.ClosingEvent;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.CorrectionEvent;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.DecisionEvent.ChildHearingRecorded;
import no.journeyledger.events.journey.DecisionEvent.DecisionProposed;
import no.journeyledger.events.journey.DecisionEvent.DecisionRefused;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.DecisionEvent.ProposalWithdrawn;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.EmergencyEvent;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyHearingOverdue;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyHearingRecorded;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyMeasureEnded;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyMeasureRecorded;
import no.journeyledger.events.journey.FollowUpEvent;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.Participation;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.SelfReportEvent;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.TeamEvent;
import no.journeyledger.events.parameter.ParameterEvent;
import no.journeyledger.events.person.PersonEvent;
import no.journeyledger.events.person.PrivacyEvent;
import no.journeyledger.query.participation.ParticipationRows.ChildrenRow;
import no.journeyledger.query.participation.ParticipationRows.EmergencyRow;
import no.journeyledger.query.participation.ParticipationRows.PersonsRow;
import no.journeyledger.query.participation.ParticipationRows.RefusedRow;
import no.journeyledger.query.participation.ParticipationRows.TakenRow;
import no.journeyledger.query.projection.Fold;
import no.journeyledger.query.projection.Projection;
import no.journeyledger.query.projection.RowChange;
import no.journeyledger.store.RecordedEvent;

/** What each event adds to the counts of how people took part. */
public final class ParticipationProjection implements Fold {

    /** The name operators know it by. */
    public static final String NAME = "participation";

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private ParticipationProjection() {}

    /** The projection with its tables. */
    public static Projection projection() {
        return new Projection(
                NAME, List.of(TAKEN, PERSONS, CHILDREN, REFUSED, EMERGENCIES), new ParticipationProjection());
    }

    @Override
    public List<RowChange> decision(DecisionEvent event, RecordedEvent recorded) {
        LocalDate month = month(recorded);
        return switch (event) {
            case DecisionTaken e -> taken(month, e.matter().decisionKind(), e.participation());
            case DecisionRefused e ->
                List.of(REFUSED.upsert(
                        key(month, e.kind(), e.reason()),
                        row -> new RefusedRow(month, e.kind(), e.reason(), row == null ? 1 : row.attempts() + 1)));
            // Counted as evidence when the decision is taken, not before.
            case AnswerRecorded ignored -> NOTHING;
            case ChildHearingRecorded ignored -> NOTHING;
            case DecisionProposed ignored -> NOTHING;
            case ProposalWithdrawn ignored -> NOTHING;
        };
    }

    private static List<RowChange> taken(LocalDate month, DecisionKind kind, List<Participation> evidence) {
        var changes = new ArrayList<RowChange>();
        changes.add(TAKEN.upsert(
                key(month, kind), row -> new TakenRow(month, kind, row == null ? 1 : row.decisions() + 1)));
        for (Participation one : evidence) {
            changes.add(PERSONS.upsert(
                    key(month, kind, one.means(), one.assurance(), one.answer()),
                    row -> new PersonsRow(
                            month,
                            kind,
                            one.means(),
                            one.assurance(),
                            one.answer(),
                            row == null ? 1 : row.persons() + 1)));
            HearingOutcome outcome = one.childHeard();
            if (outcome != null) {
                changes.add(CHILDREN.upsert(
                        key(month, kind, outcome),
                        row -> new ChildrenRow(month, kind, outcome, row == null ? 1 : row.children() + 1)));
            }
        }
        return changes;
    }

    @Override
    public List<RowChange> emergency(EmergencyEvent event, RecordedEvent recorded) {
        return switch (event) {
            case EmergencyMeasureRecorded ignored -> counted(recorded, EmergencyRow::acted);
            case EmergencyHearingRecorded e -> counted(recorded, row -> row.hearing(e.outcome(), e.objects()));
            case EmergencyHearingOverdue e ->
                counted(recorded, row -> row.passed(e.unheard().size()));
            case EmergencyMeasureEnded ignored -> NOTHING;
        };
    }

    private static List<RowChange> counted(RecordedEvent recorded, UnaryOperator<EmergencyRow> change) {
        LocalDate month = month(recorded);
        return List.of(EMERGENCIES.upsert(month, row -> change.apply(row == null ? EmergencyRow.none(month) : row)));
    }

    @Override
    public List<RowChange> authority(AuthorityEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    private static LocalDate month(RecordedEvent recorded) {
        return LocalDate.ofInstant(recorded.metadata().effectiveAt(), NORWAY).withDayOfMonth(1);
    }

    @Override
    public List<RowChange> capture(CaptureEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> people(PeopleEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> consent(ConsentEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> team(TeamEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> meeting(MeetingEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> plan(PlanEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> stage(StageEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> followUp(FollowUpEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> correction(CorrectionEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> selfReport(SelfReportEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> closing(ClosingEvent event, RecordedEvent recorded) {
        return NOTHING;
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
    public List<RowChange> access(AccessEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> benefit(BenefitEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> parameter(ParameterEvent event, RecordedEvent recorded) {
        return NOTHING;
    }
}
