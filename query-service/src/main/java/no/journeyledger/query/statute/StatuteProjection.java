package no.journeyledger.query.statute;

import static no.journeyledger.query.projection.Table.key;
import static no.journeyledger.query.statute.StatuteRows.APPEALS;
import static no.journeyledger.query.statute.StatuteRows.EMERGENCIES;
import static no.journeyledger.query.statute.StatuteRows.EXTERNAL;
import static no.journeyledger.query.statute.StatuteRows.HEARINGS;
import static no.journeyledger.query.statute.StatuteRows.NOTICES;
import static no.journeyledger.query.statute.StatuteRows.REVERSALS;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.benefit.BenefitEvent;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.journey.AccessEvent;
import no.journeyledger.events.journey.AuthorityEvent;
import no.journeyledger.events.journey.AuthorityEvent.AppealLodged;
import no.journeyledger.events.journey.AuthorityEvent.AppealRuled;
import no.journeyledger.events.journey.AuthorityEvent.DecisionReversed;
import no.journeyledger.events.journey.AuthorityEvent.ExternalDecisionRecorded;
import no.journeyledger.events.journey.AuthorityEvent.NoticeGiven;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.ClosingEvent;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.CorrectionEvent;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.EmergencyEvent;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyHearingOverdue;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyHearingRecorded;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyMeasureEnded;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyMeasureRecorded;
import no.journeyledger.events.journey.FollowUpEvent;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.SelfReportEvent;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.TeamEvent;
import no.journeyledger.events.parameter.ParameterEvent;
import no.journeyledger.events.person.PersonEvent;
import no.journeyledger.events.person.PrivacyEvent;
import no.journeyledger.query.projection.Fold;
import no.journeyledger.query.projection.Projection;
import no.journeyledger.query.projection.RowChange;
import no.journeyledger.query.statute.StatuteRows.AppealRow;
import no.journeyledger.query.statute.StatuteRows.EmergencyRow;
import no.journeyledger.query.statute.StatuteRows.ExternalRow;
import no.journeyledger.query.statute.StatuteRows.HearingRow;
import no.journeyledger.query.statute.StatuteRows.NoticeRow;
import no.journeyledger.query.statute.StatuteRows.ReversalRow;
import no.journeyledger.store.RecordedEvent;

/** What each event makes of emergencies, notices, appeals and other authorities' decisions. */
public final class StatuteProjection implements Fold {

    /** The name operators know it by. */
    public static final String NAME = "statute";

    private StatuteProjection() {}

    /** The projection with its tables. */
    public static Projection projection() {
        return new Projection(
                NAME, List.of(EMERGENCIES, HEARINGS, NOTICES, APPEALS, REVERSALS, EXTERNAL), new StatuteProjection());
    }

    @Override
    public List<RowChange> emergency(EmergencyEvent event, RecordedEvent recorded) {
        UUID journey = recorded.aggregate();
        Instant effective = recorded.metadata().effectiveAt();
        return switch (event) {
            case EmergencyMeasureRecorded e ->
                List.of(EMERGENCIES.insert(new EmergencyRow(
                        e.emergency(),
                        journey,
                        e.persons(),
                        e.what(),
                        e.legalBasis(),
                        e.approver(),
                        recorded.metadata().actor().id(),
                        e.fund(),
                        e.payingService(),
                        e.year(),
                        e.ceilingOre(),
                        effective,
                        e.until(),
                        e.hearBy(),
                        e.persons(),
                        null,
                        recorded.position())));
            case EmergencyHearingRecorded e ->
                List.of(
                        EMERGENCIES.update(key(journey, e.emergency()), row -> row.heard(e.person())),
                        HEARINGS.insert(new HearingRow(
                                recorded.position(),
                                journey,
                                e.emergency(),
                                e.person(),
                                e.on(),
                                e.outcome(),
                                e.objects(),
                                e.view())));
            case EmergencyHearingOverdue e ->
                List.of(EMERGENCIES.update(key(journey, e.emergency()), row -> row.overdue(effective)));
            case EmergencyMeasureEnded e ->
                List.of(EMERGENCIES.update(key(journey, e.emergency()), row -> row.ended(e.on())));
        };
    }

    @Override
    public List<RowChange> authority(AuthorityEvent event, RecordedEvent recorded) {
        UUID journey = recorded.aggregate();
        long position = recorded.position();
        return switch (event) {
            case NoticeGiven e ->
                List.of(NOTICES.insert(
                        new NoticeRow(position, journey, e.decision(), e.party(), e.on(), e.appealUntil())));
            case AppealLodged e ->
                List.of(APPEALS.insert(new AppealRow(
                        journey,
                        e.appeal(),
                        e.decision(),
                        e.party(),
                        e.on(),
                        e.late(),
                        e.ownWords(),
                        null,
                        null,
                        null,
                        null,
                        position)));
            case AppealRuled e ->
                List.of(APPEALS.update(
                        key(journey, e.appeal()), row -> row.ruled(e.outcome(), e.body(), e.on(), e.grounds())));
            case DecisionReversed e ->
                List.of(REVERSALS.insert(new ReversalRow(
                        journey,
                        e.decision(),
                        e.appeal(),
                        e.by(),
                        recorded.metadata().effectiveAt(),
                        position)));
            case ExternalDecisionRecorded e ->
                List.of(EXTERNAL.insert(new ExternalRow(
                        e.external(),
                        journey,
                        e.authority(),
                        e.persons(),
                        e.on(),
                        e.legalBasis(),
                        e.what(),
                        position)));
        };
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
    public List<RowChange> decision(DecisionEvent event, RecordedEvent recorded) {
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
    public List<RowChange> benefit(BenefitEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> parameter(ParameterEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> access(AccessEvent event, RecordedEvent recorded) {
        return NOTHING;
    }
}
