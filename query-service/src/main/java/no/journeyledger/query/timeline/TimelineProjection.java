package no.journeyledger.query.timeline;

import java.util.List;
import java.util.UUID;
import no.journeyledger.events.benefit.BenefitEvent;
import no.journeyledger.events.fund.FundEvent;
import no.journeyledger.events.fund.FundEvent.AmountReserved;
import no.journeyledger.events.fund.FundEvent.AmountSpent;
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.events.fund.FundEvent.InKindContributed;
import no.journeyledger.events.fund.FundEvent.InKindUsed;
import no.journeyledger.events.fund.FundEvent.MoneyReceived;
import no.journeyledger.events.fund.FundEvent.MoneySent;
import no.journeyledger.events.fund.FundEvent.ReservationReleased;
import no.journeyledger.events.fund.FundEvent.SpendingReversed;
import no.journeyledger.events.journey.AccessEvent;
import no.journeyledger.events.journey.AuthorityEvent;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.ClosingEvent;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.CorrectionEvent;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.EmergencyEvent;
import no.journeyledger.events.journey.FollowUpEvent;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.SelfReportEvent;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.TeamEvent;
import no.journeyledger.events.parameter.ParameterEvent;
import no.journeyledger.events.person.PersonEvent;
import no.journeyledger.events.person.PersonEvent.JourneyClaimed;
import no.journeyledger.events.person.PersonEvent.JourneyReleased;
import no.journeyledger.events.person.PrivacyEvent;
import no.journeyledger.query.projection.Fold;
import no.journeyledger.query.projection.Projection;
import no.journeyledger.query.projection.RowChange;
import no.journeyledger.store.EventCodec;
import no.journeyledger.store.RecordedEvent;

/** Which journey's timeline an event belongs to: its own, or the one that a fund or a claim names. */
public final class TimelineProjection implements Fold {

    /** The name operators know it by. */
    public static final String NAME = "timeline";

    private final EventCodec codec;

    private TimelineProjection(EventCodec codec) {
        this.codec = codec;
    }

    /** The projection with its table. */
    public static Projection projection(EventCodec codec) {
        return new Projection(NAME, List.of(TimelineRow.TIMELINE), new TimelineProjection(codec));
    }

    private List<RowChange> entry(UUID journey, RecordedEvent recorded) {
        return List.of(TimelineRow.TIMELINE.insert(TimelineRow.of(journey, recorded, codec)));
    }

    private List<RowChange> ofItsJourney(RecordedEvent recorded) {
        return entry(recorded.aggregate(), recorded);
    }

    @Override
    public List<RowChange> capture(CaptureEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> people(PeopleEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> consent(ConsentEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> team(TeamEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> meeting(MeetingEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> plan(PlanEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> decision(DecisionEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> authority(AuthorityEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> emergency(EmergencyEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> stage(StageEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> followUp(FollowUpEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> correction(CorrectionEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> selfReport(SelfReportEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> access(AccessEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> closing(ClosingEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> fund(FundEvent event, RecordedEvent recorded) {
        return switch (event) {
            // A fund's own doings are no journey's; its postings show them.
            case FundOpened e -> NOTHING;
            case ContributionReceived e -> NOTHING;
            case MoneySent e -> NOTHING;
            case MoneyReceived e -> NOTHING;
            case InKindContributed e -> NOTHING;
            case InKindUsed e -> entry(e.journey(), recorded);
            case AmountReserved e -> entry(e.journey(), recorded);
            case AmountSpent e -> entry(e.journey(), recorded);
            case SpendingReversed e -> entry(e.journey(), recorded);
            case ReservationReleased e -> entry(e.journey(), recorded);
        };
    }

    @Override
    public List<RowChange> privacy(PrivacyEvent event, RecordedEvent recorded) {
        return NOTHING;
    }

    @Override
    public List<RowChange> person(PersonEvent event, RecordedEvent recorded) {
        return switch (event) {
            case JourneyClaimed e -> entry(e.journey(), recorded);
            case JourneyReleased e -> entry(e.journey(), recorded);
        };
    }

    @Override
    public List<RowChange> benefit(BenefitEvent event, RecordedEvent recorded) {
        return ofItsJourney(recorded);
    }

    @Override
    public List<RowChange> parameter(ParameterEvent event, RecordedEvent recorded) {
        return NOTHING;
    }
}
