package no.journeyledger.command.closing;

import java.util.UUID;
import no.journeyledger.command.Rejection;

/** Why nobody left. */
public sealed interface ClosingRejection extends Rejection {

    /** The journey is closed already. */
    record LeavingAfterClosing(UUID journey) implements ClosingRejection {}

    /** The person is not registered in the household. */
    record LeaverUnknown(UUID person) implements ClosingRejection {}

    /** The person has left already. */
    record AlreadyLeft(UUID person) implements ClosingRejection {}

    /** In their own session a person leaves themselves, or a child they hold parental responsibility for. */
    record NotYoursToLeave(UUID person) implements ClosingRejection {}
}
