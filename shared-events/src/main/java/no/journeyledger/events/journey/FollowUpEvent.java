package no.journeyledger.events.journey;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** Follow-up at agreed dates: agreed, held, or noticed by the ledger itself when the day comes and passes. */
public sealed interface FollowUpEvent extends JourneyEvent {

    /**
     * A date to meet again was agreed.
     *
     * @param followUp its id
     * @param on the day
     */
    @LogicalType("journey.follow-up-agreed")
    record FollowUpAgreed(UUID followUp, LocalDate on) implements FollowUpEvent {}

    /**
     * Another date was agreed instead.
     *
     * @param followUp which follow-up
     * @param on the day it is to be on now
     * @param reason why it was moved
     */
    @LogicalType("journey.follow-up-moved")
    record FollowUpMoved(UUID followUp, LocalDate on, Sealed reason) implements FollowUpEvent {}

    /**
     * The follow-up was held in a recorded meeting.
     *
     * @param followUp which follow-up
     * @param meeting the meeting it was held in
     */
    @LogicalType("journey.follow-up-held")
    record FollowUpHeld(UUID followUp, UUID meeting) implements FollowUpEvent {}

    /**
     * The agreed day has come. Recorded by the ledger itself.
     *
     * @param followUp which follow-up
     * @param on the agreed day
     */
    @LogicalType("journey.follow-up-fell-due")
    record FollowUpFellDue(UUID followUp, LocalDate on) implements FollowUpEvent {}

    /**
     * The agreed day has passed and no meeting was recorded for it. Recorded by the ledger itself.
     *
     * @param followUp which follow-up
     * @param on the agreed day
     */
    @LogicalType("journey.follow-up-became-overdue")
    record FollowUpBecameOverdue(UUID followUp, LocalDate on) implements FollowUpEvent {}

    /**
     * How the situation is experienced, said at a follow-up: by the investment leader for the family, or by one of the family
     * for themselves. The two stand side by side.
     *
     * @param followUp the follow-up it was said at
     * @param person who of the family says it, {@code null} when the leader reports
     * @param experience better, the same or worse
     * @param words in words
     */
    @LogicalType("journey.experience-reported")
    record ExperienceReported(
            UUID followUp,
            @Nullable UUID person,
            Experience experience,
            @Nullable Sealed words) implements FollowUpEvent {}
}
