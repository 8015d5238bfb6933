package no.journeyledger.command.authority;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why a notice, an appeal or another authority's decision was not recorded. */
@Source("Public Administration Act sections 27 to 36; Patient and User Rights Act section 7-5")
public sealed interface AuthorityRejection extends Rejection {

    /** It is recorded by somebody on the team. */
    record ClerkNotOnTeam(UUID worker) implements AuthorityRejection {}

    /** No decision about rights or duties with this id is taken, or it is too long ago. */
    record NotAppealable(UUID decision) implements AuthorityRejection {}

    /** The person is not a party to the decision. */
    record NotAParty(UUID person) implements AuthorityRejection {}

    /** The party was told of the decision before. */
    record NoticeAlreadyGiven(UUID party) implements AuthorityRejection {}

    /** What happened is recorded on the day it did or later. */
    record NotYetHappened(LocalDate on) implements AuthorityRejection {}

    /** In their own session a person appeals for themselves, or for somebody they answer for in such matters. */
    record NotYoursToAppeal(UUID party) implements AuthorityRejection {}

    /** An appeal with this id is recorded already. */
    record AppealIdTaken(UUID appeal) implements AuthorityRejection {}

    /** The party has an appeal against this decision that nobody has ruled on. */
    record AppealAlreadyLodged(UUID appeal) implements AuthorityRejection {}

    /** The decision was reversed and no longer holds. */
    record AlreadyReversed(UUID decision) implements AuthorityRejection {}

    /** No such appeal waits for a ruling. */
    record AppealUnknown(UUID appeal) implements AuthorityRejection {}

    /** Somebody it is about is not in the household. */
    record ExternalPersonUnknown(UUID person) implements AuthorityRejection {}

    /** It is about at least one person. */
    record ExternalAboutNobody(UUID external) implements AuthorityRejection {}
}
