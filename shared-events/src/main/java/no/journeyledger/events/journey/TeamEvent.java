package no.journeyledger.events.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.Sealed;

/** The investment team around the household, and what its members may decide. */
public sealed interface TeamEvent extends JourneyEvent {

    /**
     * A worker joined the team.
     *
     * @param worker their random id
     * @param service the service they come from
     * @param role what they answer for
     */
    @LogicalType("journey.team-member-joined")
    record TeamMemberJoined(UUID worker, UUID service, TeamRole role) implements TeamEvent {}

    /** A worker left the team. */
    @LogicalType("journey.team-member-left")
    record TeamMemberLeft(UUID worker) implements TeamEvent {}

    /**
     * A person chose somebody they trust, who may attend anything with them.
     *
     * @param person who chose
     * @param trusted the chosen one's random id
     * @param name the chosen one's name
     */
    @LogicalType("journey.trusted-person-named")
    record TrustedPersonNamed(UUID person, UUID trusted, Sealed name) implements TeamEvent {}

    /** A worker is related to a person of the household and takes no decision that concerns them. */
    @LogicalType("journey.relation-registered")
    record RelationRegistered(UUID worker, UUID person) implements TeamEvent {}

    /**
     * A unit head delegated to a member what they may decide on the unit's behalf.
     *
     * @param mandate its id
     * @param worker to whom
     * @param service the paying service, which is the unit head's own
     * @param ceilingOre the most one decision may commit of this service's money, in øre
     * @param budgetYears the budget years it covers; more than one only when pledges beyond the year are allowed
     * @param from the first day it is in force
     * @param until the last day it is in force
     * @param beyondTheYear whether a pledge beyond the current budget year is allowed
     */
    @LogicalType("journey.mandate-delegated")
    record MandateDelegated(
            UUID mandate,
            UUID worker,
            UUID service,
            long ceilingOre,
            List<Integer> budgetYears,
            LocalDate from,
            LocalDate until,
            boolean beyondTheYear)
            implements TeamEvent {}

    /** The unit head took a mandate back. */
    @LogicalType("journey.mandate-revoked")
    record MandateRevoked(UUID mandate) implements TeamEvent {}
}
