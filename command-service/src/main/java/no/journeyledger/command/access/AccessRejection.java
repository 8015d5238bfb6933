package no.journeyledger.command.access;

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

    /** Only somebody who works for a service opens a journey under a statute. */
    record OnlyAServiceOpens() implements AccessRejection {}
}
