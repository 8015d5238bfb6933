package no.journeyledger.command.privacy;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why a person was not erased, or a hold not recorded. */
@Source("Rights and record-keeping (domain, section 9); GDPR article 17; arkivlova § 9")
public sealed interface PrivacyRejection extends Rejection {

    /** The person is erased already. */
    record AlreadyErased(UUID person) implements PrivacyRejection {}

    /** The ledger keeps nothing about such a person. */
    record NothingKept(UUID person) implements PrivacyRejection {}

    /** The person is in an open journey, which ends for them first. */
    record StillInAJourney(UUID person, UUID journey) implements PrivacyRejection {}

    /** A legal hold is on the person's data. */
    record HeldBack(UUID person, String statute, String until) implements PrivacyRejection {}

    /** The archive law requires that the person's data are kept. */
    record MustBeKept(UUID person, String rule, LocalDate until) implements PrivacyRejection {}

    /** No such hold is in force. */
    record HoldUnknown(UUID hold) implements PrivacyRejection {}

    /** The last day of the hold has passed. */
    record HoldEndsInThePast(LocalDate until) implements PrivacyRejection {}
}
