package no.journeyledger.command.consent;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why a consent was not recorded. */
@Source("Consent to cooperate (domain, section 3, step 3)")
public sealed interface ConsentRejection extends Rejection {

    /** The journey is closed: nothing more is shared. */
    record ConsentAfterClosing(UUID journey) implements ConsentRejection {}

    /** The person is not registered in the household. */
    record ConsentPersonUnknown(UUID person) implements ConsentRejection {}

    /** In their own session a person consents for themselves, or for a child they hold parental responsibility for. */
    record NotYoursToConsent(UUID person) implements ConsentRejection {}

    /** A consent with this id is recorded already. */
    record ConsentIdTaken(UUID consent) implements ConsentRejection {}

    /** The last day it would hold has passed. */
    record ConsentExpiresInThePast(LocalDate until) implements ConsentRejection {}

    /**
     * The person is enrolled: sharing more than they agreed to then is a decision of its own (domain, section 4), unless they
     * say so themselves in their own session.
     */
    record WideningIsADecision(UUID person) implements ConsentRejection {}

    /** No such consent is in force. */
    record ConsentUnknown(UUID consent) implements ConsentRejection {}
}
