package no.journeyledger.command.people;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why what is known of the people stayed as it was. */
@Source("Who has a say (domain, section 4); the journey changes (domain, sections 3 and 8)")
public sealed interface PeopleRejection extends Rejection {

    /** The journey is closed. */
    record PeopleAfterClosing(UUID journey) implements PeopleRejection {}

    /** The person is not in the household, or is not in it any more. */
    record NotInHousehold(UUID person) implements PeopleRejection {}

    /** Whoever records who speaks for whom is on the team. */
    record PeopleRecorderNotOnTeam(UUID worker) implements PeopleRejection {}

    /** In their own session a person says what they need themselves, or those who speak for them do. */
    record NotYoursToRecord(UUID person) implements PeopleRejection {}

    /** A representation with this id is recorded already. */
    record RepresentationIdTaken(UUID representation) implements PeopleRejection {}

    /** No such representation is in force. */
    record RepresentationUnknown(UUID representation) implements PeopleRejection {}

    /** Nobody represents themselves. */
    record RepresentsThemselves(UUID person) implements PeopleRejection {}

    /** A worker of the team does not answer for those it works for. */
    record RepresentativeIsOnTeam(UUID representative) implements PeopleRejection {}

    /** A representation names the affairs it covers. */
    record ScopeMissing(UUID representation) implements PeopleRejection {}

    /** The last day lies before the first. */
    record RepresentationEndsBeforeItBegins(LocalDate from, LocalDate until) implements PeopleRejection {}

    /** Parental responsibility is held for a child. */
    record NotAChild(UUID person) implements PeopleRejection {}

    /** A holder of parental responsibility is in the household and not a child. */
    record HolderUnknown(UUID holder) implements PeopleRejection {}

    /** These hold parental responsibility already. */
    record ResponsibilityUnchanged(UUID child) implements PeopleRejection {}

    /** The household is the citizen's; where they move, it moves. */
    record CitizenDoesNotMoveOut(UUID person) implements PeopleRejection {}

    /** What is recorded has happened. */
    record HappensInTheFuture(LocalDate on) implements PeopleRejection {}

    /** A correction says what is right. */
    record NothingCorrected(UUID person) implements PeopleRejection {}
}
