package no.journeyledger.command.closing;

import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why nobody left. */
@Source("Leaving is no decision (domain, section 4); exit (section 3, step 10)")
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
