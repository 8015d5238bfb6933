package no.journeyledger.query.course;

import static no.journeyledger.query.course.CourseRows.*;
import static no.journeyledger.query.projection.Table.key;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.CorrectionEvent;
import no.journeyledger.events.journey.CorrectionEvent.EntryCorrected;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.EmergencyEvent;
import no.journeyledger.events.journey.FollowUpEvent;
import no.journeyledger.events.journey.FollowUpEvent.ExperienceReported;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpAgreed;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpBecameOverdue;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpFellDue;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpHeld;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpMoved;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import no.journeyledger.events.journey.MeetingEvent.MappingSheetRecorded;
import no.journeyledger.events.journey.MeetingEvent.MeetingHeld;
import no.journeyledger.events.journey.PeopleEvent;
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
import no.journeyledger.events.parameter.ParameterEvent;
import no.journeyledger.events.person.PersonEvent;
import no.journeyledger.events.person.PrivacyEvent;
import no.journeyledger.query.projection.Fold;
import no.journeyledger.query.projection.Projection;
import no.journeyledger.query.projection.RowChange;
import no.journeyledger.store.RecordedEvent;

/** What each event makes of the course of its journey. */
public final class CourseProjection implements Fold {

    /** The name operators know it by. */
    public static final String NAME = "course";

    private CourseProjection() {}

    /** The projection with its tables. */
    public static Projection projection() {
        return new Projection(
                NAME,
                List.of(
                        SHEETS,
                        RATINGS,
                        VULNERABILITY,
                        ADDITIONAL,
                        JUDGEMENTS,
                        AGREEMENTS,
                        GATHERED,
                        FOLLOW_UPS,
                        EXPERIENCES,
                        CORRECTIONS),
                new CourseProjection());
    }

    @Override
    public List<RowChange> capture(CaptureEvent event, RecordedEvent recorded) {
        UUID journey = recorded.aggregate();
        return switch (event) {
            case PilotAgreementOffered e ->
                List.of(AGREEMENTS.insert(new AgreementRow(
                        journey,
                        e.version(),
                        e.citizenMayExpect(),
                        e.municipalityExpects(),
                        List.of(),
                        effective(recorded))));
            case PilotAgreementAccepted e ->
                List.of(AGREEMENTS.update(key(journey, e.version()), row -> row.accepted(e.party())));
            case PersonReferred ignored -> NOTHING;
            case ChecklistAssessed ignored -> NOTHING;
            case HouseholdMemberRegistered ignored -> NOTHING;
            case HouseholdEnrolled ignored -> NOTHING;
            case ServiceDegreeChanged ignored -> NOTHING;
            case ReferenceRegistered ignored -> NOTHING;
        };
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
        return switch (event) {
            case MappingSheetRecorded e ->
                List.of(SHEETS.insert(new SheetRow(
                        recorded.aggregate(),
                        e.version(),
                        e.meeting(),
                        e.owner(),
                        e.entries(),
                        e.otherForm(),
                        effective(recorded),
                        recorded.position())));
            case MeetingHeld ignored -> NOTHING;
            case AnswersConfirmed ignored -> NOTHING;
        };
    }

    @Override
    public List<RowChange> plan(PlanEvent event, RecordedEvent recorded) {
        return switch (event) {
            case IndividualPlanGathered e ->
                List.of(GATHERED.insert(new GatheredRow(
                        recorded.aggregate(),
                        e.gathered(),
                        e.person(),
                        e.service(),
                        e.reference(),
                        effective(recorded))));
            case PlanDrafted ignored -> NOTHING;
            case PlanAgreed ignored -> NOTHING;
            case MeasureStarted ignored -> NOTHING;
            case MeasureFinished ignored -> NOTHING;
            case MeasureDropped ignored -> NOTHING;
        };
    }

    @Override
    public List<RowChange> decision(DecisionEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> authority(AuthorityEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> emergency(EmergencyEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> stage(StageEvent event, RecordedEvent recorded) {
        UUID journey = recorded.aggregate();
        return switch (event) {
            case LifeAreaRated e ->
                List.of(RATINGS.insert(new RatingRow(
                        recorded.position(),
                        journey,
                        e.person(),
                        e.area(),
                        e.rating(),
                        e.rater(),
                        e.remark(),
                        effective(recorded))));
            case VulnerabilityAssessed e ->
                List.of(
                        VULNERABILITY.insert(new VulnerabilityRow(
                                recorded.position(), journey, e.degree(), e.rater(), e.remark(), effective(recorded))),
                        JUDGEMENTS.upsert(
                                journey,
                                before -> JudgementRow.of(before, journey)
                                        .judged(e.rater(), e.degree(), recorded.position())));
            case AdditionalInvestmentMarked e ->
                List.of(
                        ADDITIONAL.insert(
                                new AdditionalRow(recorded.position(), journey, e.reason(), effective(recorded))),
                        JUDGEMENTS.upsert(
                                journey,
                                before -> JudgementRow.of(before, journey).marked(recorded.position())));
            case StageMoved ignored -> NOTHING;
        };
    }

    @Override
    public List<RowChange> followUp(FollowUpEvent event, RecordedEvent recorded) {
        UUID journey = recorded.aggregate();
        return switch (event) {
            case FollowUpAgreed e ->
                List.of(FOLLOW_UPS.insert(new FollowUpRow(
                        journey,
                        e.followUp(),
                        e.on(),
                        FollowUpStanding.AGREED,
                        null,
                        null,
                        null,
                        recorded.position())));
            case FollowUpMoved e -> List.of(FOLLOW_UPS.update(key(journey, e.followUp()), row -> row.moved(e.on())));
            case FollowUpHeld e -> List.of(FOLLOW_UPS.update(key(journey, e.followUp()), row -> row.held(e.meeting())));
            case FollowUpFellDue e ->
                List.of(FOLLOW_UPS.update(key(journey, e.followUp()), row -> row.due(effective(recorded))));
            case FollowUpBecameOverdue e ->
                List.of(FOLLOW_UPS.update(key(journey, e.followUp()), row -> row.overdue(effective(recorded))));
            case ExperienceReported e ->
                List.of(EXPERIENCES.insert(new ExperienceRow(
                        recorded.position(),
                        journey,
                        e.followUp(),
                        e.person(),
                        e.experience(),
                        e.words(),
                        effective(recorded))));
        };
    }

    @Override
    public List<RowChange> selfReport(SelfReportEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> correction(CorrectionEvent event, RecordedEvent recorded) {
        return switch (event) {
            case EntryCorrected e ->
                List.of(CORRECTIONS.insert(new CorrectionRow(recorded.position(), recorded.aggregate(), e.corrects())));
        };
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
    public List<RowChange> person(PersonEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> privacy(PrivacyEvent event, RecordedEvent recorded) {
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

    private static Instant effective(RecordedEvent recorded) {
        return recorded.metadata().effectiveAt();
    }
}
