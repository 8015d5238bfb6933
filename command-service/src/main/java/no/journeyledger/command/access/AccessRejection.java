package no.journeyledger.command.access;

import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why a journey was not opened under a statute. */
@Source(
        "Rights and record-keeping (domain, section 9): a service reads what the consent, or a statute that is named, opens to it")
public sealed interface AccessRejection extends Rejection {

    /** The statute is not one of the list in force. */
    record StatuteUnknown(String statute, String known) implements AccessRejection {}

    /** The statute does not open a journey for so long. */
    record OpenedForTooLong(int minutes, int most) implements AccessRejection {}

    /**
     * The worker is not on the team, nobody of their service is, and the citizen opened the journey to their service by no consent:
     * what is recorded on this household is not theirs to record.
     */
    record NotAroundThisHousehold(UUID journey) implements AccessRejection {}

    /** Only somebody who works for a service opens a journey under a statute. */
    record OnlyAServiceOpens() implements AccessRejection {}
}
