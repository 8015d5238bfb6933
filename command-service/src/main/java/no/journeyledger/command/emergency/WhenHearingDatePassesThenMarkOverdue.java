package no.journeyledger.command.emergency;

import java.util.List;
import java.util.Set;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.deadline.Deadline;
import no.journeyledger.command.deadline.Deadlines;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.journey.EmergencyEvent.EmergencyMeasureRecorded;
import no.journeyledger.store.RecordedEvent;
import org.springframework.stereotype.Component;

/** When the hearing date of an emergency measure has passed, the ledger looks whether everybody was heard. */
@Component
class WhenHearingDatePassesThenMarkOverdue implements Deadlines {

    @Override
    public Set<Class<? extends LedgerEvent>> setBy() {
        return Set.of(EmergencyMeasureRecorded.class);
    }

    @Override
    public List<Deadline> of(RecordedEvent event) {
        var recorded = (EmergencyMeasureRecorded) event.payload();
        return List.of(new Deadline(
                "hearing-overdue",
                Circumstances.after(recorded.hearBy()),
                event.aggregate(),
                new MarkHearingOverdue(event.aggregate(), recorded.emergency())));
    }
}
