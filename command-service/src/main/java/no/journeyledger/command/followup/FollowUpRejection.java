package no.journeyledger.command.followup;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why nothing was recorded about a follow-up. */
@Source("The journey, step 9 (domain, section 3)")
public sealed interface FollowUpRejection extends Rejection {

    /** The journey is closed. */
    record FollowUpAfterClosing(UUID journey) implements FollowUpRejection {}

    /** Dates are agreed by the team. */
    record FollowUpNotByTeam(UUID worker) implements FollowUpRejection {}

    /** A follow-up with this id was agreed before. */
    record FollowUpIdTaken(UUID followUp) implements FollowUpRejection {}

    /** No such follow-up was agreed, or too many have been since. */
    record FollowUpUnknown(UUID followUp) implements FollowUpRejection {}

    /** A date is agreed for today or later. */
    record FollowUpInThePast(LocalDate on) implements FollowUpRejection {}

    /** The follow-up was held. */
    record FollowUpHeldBefore(UUID followUp) implements FollowUpRejection {}

    /** No such meeting is recorded. */
    record FollowUpMeetingUnknown(UUID meeting) implements FollowUpRejection {}

    /** The investment leader reports; the family speaks for itself. */
    record ReporterIsNotLeader(UUID worker) implements FollowUpRejection {}

    /** A person says how they experience it themselves, or those who speak for them do. */
    record NotYoursToExperience(UUID person) implements FollowUpRejection {}
}
