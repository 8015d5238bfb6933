package no.journeyledger.events;

import java.util.ArrayList;
import java.util.List;
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

/** Every sealed family of events, and through them every event type of the ledger. */
public final class EventFamilies {

    private static final List<Class<? extends LedgerEvent>> FAMILIES = List.of(
            CaptureEvent.class,
            PeopleEvent.class,
            ConsentEvent.class,
            TeamEvent.class,
            MeetingEvent.class,
            PlanEvent.class,
            DecisionEvent.class,
            AuthorityEvent.class,
            EmergencyEvent.class,
            StageEvent.class,
            FollowUpEvent.class,
            SelfReportEvent.class,
            CorrectionEvent.class,
            ClosingEvent.class,
            AccessEvent.class,
            FundEvent.class,
            PersonEvent.class,
            PrivacyEvent.class,
            BenefitEvent.class,
            ParameterEvent.class);

    private EventFamilies() {}

    /** The sealed interfaces, one per capability. */
    public static List<Class<? extends LedgerEvent>> families() {
        return FAMILIES;
    }

    /** Every event record, in the order of the families. */
    public static List<Class<? extends LedgerEvent>> eventTypes() {
        var types = new ArrayList<Class<? extends LedgerEvent>>();
        for (Class<? extends LedgerEvent> family : FAMILIES) {
            for (Class<?> type : family.getPermittedSubclasses()) {
                types.add(type.asSubclass(LedgerEvent.class));
            }
        }
        return List.copyOf(types);
    }
}
