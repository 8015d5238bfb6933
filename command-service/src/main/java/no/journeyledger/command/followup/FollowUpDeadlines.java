package no.journeyledger.command.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.deadline.Deadline;
import no.journeyledger.command.deadline.Deadlines;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpAgreed;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpMoved;
import no.journeyledger.store.RecordedEvent;

/**
 * When the agreed day comes a follow-up falls due, and when it has passed it is overdue, unless it was held or moved. What is
 * entered late, after its day, is history and sets none.
 */
public final class FollowUpDeadlines implements Deadlines {

    @Override
    public Set<Class<? extends LedgerEvent>> setBy() {
        return Set.of(FollowUpAgreed.class, FollowUpMoved.class);
    }

    @Override
    public List<Deadline> of(RecordedEvent event) {
        List<Deadline> deadlines = switch (event.payload()) {
            case FollowUpAgreed agreed -> noticing(event.aggregate(), agreed.followUp(), agreed.on());
            case FollowUpMoved moved -> noticing(event.aggregate(), moved.followUp(), moved.on());
            default -> List.of();
        };
        boolean enteredAfterItsDay =
                deadlines.stream().noneMatch(deadline -> deadline.passes().isAfter(event.recordedAt()));
        return enteredAfterItsDay ? List.of() : deadlines;
    }

    private static List<Deadline> noticing(UUID journey, UUID followUp, LocalDate on) {
        return List.of(
                new Deadline(
                        "follow-up-due",
                        on.atStartOfDay(Circumstances.NORWAY).toInstant(),
                        journey,
                        new NoticeFollowUp(journey, followUp, on, false)),
                new Deadline(
                        "follow-up-overdue",
                        on.plusDays(1).atStartOfDay(Circumstances.NORWAY).toInstant(),
                        journey,
                        new NoticeFollowUp(journey, followUp, on, true)));
    }
}
