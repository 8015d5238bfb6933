package no.journeyledger.command.followup;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.events.journey.FollowUpEvent;
import no.journeyledger.events.journey.FollowUpEvent.ExperienceReported;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpAgreed;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpBecameOverdue;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpFellDue;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpHeld;
import no.journeyledger.events.journey.FollowUpEvent.FollowUpMoved;

/**
 * The newest follow-ups.
 *
 * @param agreed each, by its id
 */
public record FollowUpState(Map<UUID, FollowUp> agreed) {

    /** Before any was agreed. */
    public static final FollowUpState EMPTY = new FollowUpState(Map.of());

    /** A household is followed up every few weeks for some years; the oldest are settled. */
    static final int KEPT = 100;

    /** Nothing is left out in a state read back. */
    public FollowUpState {
        agreed = Kept.map(agreed);
    }

    /** Where a follow-up stands, in the order it comes to it. */
    public enum Standing {
        AGREED,
        DUE,
        OVERDUE,
        HELD
    }

    /** A follow-up: the agreed day, and where it stands. */
    public record FollowUp(LocalDate on, Standing standing) {}

    /** The state after the event. */
    public FollowUpState evolve(FollowUpEvent event) {
        return switch (event) {
            case FollowUpAgreed now -> with(now.followUp(), now.on(), Standing.AGREED);
            case FollowUpMoved moved -> with(moved.followUp(), moved.on(), Standing.AGREED);
            case FollowUpFellDue due -> with(due.followUp(), due.on(), Standing.DUE);
            case FollowUpBecameOverdue over -> with(over.followUp(), over.on(), Standing.OVERDUE);
            case FollowUpHeld held -> {
                FollowUp before = agreed.get(held.followUp());
                yield before == null ? this : with(held.followUp(), before.on(), Standing.HELD);
            }
            case ExperienceReported ignored -> this;
        };
    }

    private FollowUpState with(UUID followUp, LocalDate on, Standing standing) {
        var now = new FollowUp(on, standing);
        return new FollowUpState(
                agreed.containsKey(followUp)
                        ? Kept.with(agreed, followUp, now)
                        : Kept.withNewest(agreed, followUp, now, KEPT));
    }
}
