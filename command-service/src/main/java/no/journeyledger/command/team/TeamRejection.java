package no.journeyledger.command.team;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Rejection;
import no.journeyledger.command.Source;

/** Why the team or its mandates stayed as they were. */
@Source("The investment team and its mandates (domain, section 3, step 5; mandate, section 4)")
public sealed interface TeamRejection extends Rejection {

    /** The journey is closed. */
    record TeamAfterClosing(UUID journey) implements TeamRejection {}

    /** The worker is on the team already. */
    record AlreadyOnTeam(UUID worker) implements TeamRejection {}

    /** The worker is not on the team. */
    record NotOnTeam(UUID worker) implements TeamRejection {}

    /** The team has an investment leader; there is one. */
    record LeaderAlreadyNamed(UUID leader) implements TeamRejection {}

    /** The leader hands over before leaving: somebody is answerable at any time. */
    record LeaderHandsOverFirst(UUID leader) implements TeamRejection {}

    /** The team has no leader who could hand over; name one. */
    record NobodyLeads(UUID journey) implements TeamRejection {}

    /** The person is not registered in the household. */
    record TeamPersonUnknown(UUID person) implements TeamRejection {}

    /** A trusted person is of the citizen's own choice and not one of the team. */
    record TrustedPersonIsOnTeam(UUID trusted) implements TeamRejection {}

    /** In their own session a person names whom they trust themselves. */
    record NotYoursToName(UUID person) implements TeamRejection {}

    /** Nobody wrote down that the person trusts this one, or it is confirmed already. */
    record TrustedPersonNotProposed(UUID trusted) implements TeamRejection {}

    /** Whoever confirms is from another service than whoever wrote it down. */
    record ConfirmerFromSameService(UUID worker) implements TeamRejection {}

    /** This relation is registered already. */
    record RelationAlreadyRegistered(UUID worker, UUID person) implements TeamRejection {}

    /** A mandate is delegated, and taken back, by the head of the paying service itself. */
    record NotHeadOfService(UUID service) implements TeamRejection {}

    /** Nobody delegates a mandate to themselves. */
    record MandateToOneself(UUID worker) implements TeamRejection {}

    /** A mandate with this id was delegated before. */
    record MandateIdTaken(UUID mandate) implements TeamRejection {}

    /** A ceiling is a positive amount within what the ledger can hold. */
    record CeilingOutOfRange(long ceilingOre) implements TeamRejection {}

    /** The last day lies before the first. */
    record MandateEndsBeforeItBegins(LocalDate from, LocalDate until) implements TeamRejection {}

    /** The last day it would be in force has passed. */
    record MandateEndsInThePast(LocalDate until) implements TeamRejection {}

    /** A mandate names at least one budget year. */
    record BudgetYearsMissing(UUID mandate) implements TeamRejection {}

    /** Years after the current one need a mandate that says it reaches beyond the year. */
    record YearsBeyondNotAllowed(List<Integer> budgetYears) implements TeamRejection {}

    /** No such mandate is in force. */
    record MandateUnknown(UUID mandate) implements TeamRejection {}
}
