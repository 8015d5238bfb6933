package no.journeyledger.query.projection;

import java.util.List;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.benefit.BenefitEvent;
import no.journeyledger.events.fund.FundEvent;
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
import no.journeyledger.events.person.PrivacyEvent;
import no.journeyledger.store.RecordedEvent;

/**
 * What a view makes of each family of events: pure, from an event to changes of rows. There is a method per family and none
 * has a default, so that a new family, like a new event in a family's {@code switch}, is a compile error in every view.
 */
public interface Fold {

    /** Nothing in this view changes. */
    List<RowChange> NOTHING = List.of();

    List<RowChange> capture(CaptureEvent event, RecordedEvent recorded);

    List<RowChange> people(PeopleEvent event, RecordedEvent recorded);

    List<RowChange> consent(ConsentEvent event, RecordedEvent recorded);

    List<RowChange> team(TeamEvent event, RecordedEvent recorded);

    List<RowChange> meeting(MeetingEvent event, RecordedEvent recorded);

    List<RowChange> plan(PlanEvent event, RecordedEvent recorded);

    List<RowChange> decision(DecisionEvent event, RecordedEvent recorded);

    List<RowChange> authority(AuthorityEvent event, RecordedEvent recorded);

    List<RowChange> emergency(EmergencyEvent event, RecordedEvent recorded);

    List<RowChange> stage(StageEvent event, RecordedEvent recorded);

    List<RowChange> followUp(FollowUpEvent event, RecordedEvent recorded);

    List<RowChange> correction(CorrectionEvent event, RecordedEvent recorded);

    List<RowChange> selfReport(SelfReportEvent event, RecordedEvent recorded);

    List<RowChange> closing(ClosingEvent event, RecordedEvent recorded);

    List<RowChange> access(AccessEvent event, RecordedEvent recorded);

    List<RowChange> fund(FundEvent event, RecordedEvent recorded);

    List<RowChange> person(PersonEvent event, RecordedEvent recorded);

    List<RowChange> privacy(PrivacyEvent event, RecordedEvent recorded);

    List<RowChange> benefit(BenefitEvent event, RecordedEvent recorded);

    List<RowChange> parameter(ParameterEvent event, RecordedEvent recorded);

    /** Hands the event to its family's method. */
    default List<RowChange> fold(RecordedEvent recorded) {
        return switch (recorded.payload()) {
            case CaptureEvent event -> capture(event, recorded);
            case PeopleEvent event -> people(event, recorded);
            case ConsentEvent event -> consent(event, recorded);
            case TeamEvent event -> team(event, recorded);
            case MeetingEvent event -> meeting(event, recorded);
            case PlanEvent event -> plan(event, recorded);
            case DecisionEvent event -> decision(event, recorded);
            case AuthorityEvent event -> authority(event, recorded);
            case EmergencyEvent event -> emergency(event, recorded);
            case StageEvent event -> stage(event, recorded);
            case FollowUpEvent event -> followUp(event, recorded);
            case CorrectionEvent event -> correction(event, recorded);
            case SelfReportEvent event -> selfReport(event, recorded);
            case ClosingEvent event -> closing(event, recorded);
            case AccessEvent event -> access(event, recorded);
            case FundEvent event -> fund(event, recorded);
            case PersonEvent event -> person(event, recorded);
            case PrivacyEvent event -> privacy(event, recorded);
            case BenefitEvent event -> benefit(event, recorded);
            case ParameterEvent event -> parameter(event, recorded);
            // Not sealed across packages, so the compiler cannot know that these are all; a test does.
            case LedgerEvent event ->
                throw new IllegalStateException(
                        "the event " + recorded.type() + " belongs to no family that views know");
        };
    }
}
