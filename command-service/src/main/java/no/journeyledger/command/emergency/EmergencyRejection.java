package no.journeyledger.command.emergency;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why an emergency measure, or a hearing about it, was not recorded. */
@Source("Emergencies (domain, section 4)")
public sealed interface EmergencyRejection extends Rejection {

    /** The journey is closed. */
    record EmergencyAfterClosing(UUID journey) implements EmergencyRejection {}

    /** It is recorded by somebody on the team. */
    record EmergencyRecorderNotOnTeam(UUID worker) implements EmergencyRejection {}

    /** An emergency measure with this id is recorded already. */
    record EmergencyIdTaken(UUID emergency) implements EmergencyRejection {}

    /** It concerns at least one person. */
    record EmergencyConcernsNobody(UUID emergency) implements EmergencyRejection {}

    /** Somebody it concerns is not in the household. */
    record EmergencyPersonUnknown(UUID person) implements EmergencyRejection {}

    /** Whoever records it does not approve it. */
    record ApproverIsRecorder(UUID approver) implements EmergencyRejection {}

    /** The approver is related to somebody it concerns. */
    record ApproverRelated(UUID approver) implements EmergencyRejection {}

    /** A ceiling is a positive amount within what the ledger can hold. */
    record EmergencyCeilingOutOfRange(long ceilingOre) implements EmergencyRejection {}

    /** It ends on the day it began or later. */
    record EmergencyEndsBeforeItBegins(LocalDate until) implements EmergencyRejection {}

    /** Those it concerns are heard on the day it began or within a week of it. */
    record HearingTooLate(LocalDate hearBy, LocalDate lastDay) implements EmergencyRejection {}

    /** No such fund. */
    record EmergencyFundUnknown(UUID fund) implements EmergencyRejection {}

    /** The fund has less available than the ceiling. */
    record EmergencyFundExhausted(UUID fund, long availableOre) implements EmergencyRejection {}

    /** No such emergency measure is recorded. */
    record EmergencyUnknown(UUID emergency) implements EmergencyRejection {}

    /** It does not concern this person. */
    record EmergencyDoesNotConcern(UUID person) implements EmergencyRejection {}

    /** A hearing is recorded when it has taken place. */
    record EmergencyHearingInTheFuture(LocalDate on) implements EmergencyRejection {}

    /** Somebody was heard, or did not wish to speak; not to have asked is no hearing. */
    record NotSoughtIsNoHearing(UUID person) implements EmergencyRejection {}

    /** A hearing carries the person's view. */
    record EmergencyHearingNeedsView(UUID person) implements EmergencyRejection {}

    /** The hearing date has not passed yet. */
    record HearingNotDue(LocalDate hearBy) implements EmergencyRejection {}

    /** Everybody was heard, or it was said before that somebody was not. */
    record NothingOverdue(UUID emergency) implements EmergencyRejection {}

    /** It has ended already. */
    record EmergencyAlreadyEnded(UUID emergency) implements EmergencyRejection {}

    /** It ended today or before. */
    record EmergencyEndsInTheFuture(LocalDate on) implements EmergencyRejection {}
}
