package no.journeyledger.events.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.Sealed;
import org.jspecify.annotations.Nullable;

/** The investment team around the household, and what its members may decide. */
public sealed interface TeamEvent extends JourneyEvent {

    /**
     * A worker joined the team.
     *
     * @param worker their random id
     * @param service the service they come from
     * @param role what they answer for
     * @param sector where they come from, {@code null} when it was not said
     */
    @LogicalType(value = "journey.team-member-joined", revision = 2)
    record TeamMemberJoined(
            UUID worker,
            UUID service,
            TeamRole role,
            @Nullable Sector sector) implements TeamEvent {

        /** Somebody whose sector was not said. */
        public TeamMemberJoined(UUID worker, UUID service, TeamRole role) {
            this(worker, service, role, null);
        }
    }

    /**
     * The investment leader handed over to another member: exactly one is answerable at any time.
     *
     * @param from the leader until now, who stays as a member
     * @param to the leader from now on
     */
    @LogicalType("journey.leadership-handed-over")
    record LeadershipHandedOver(UUID from, UUID to) implements TeamEvent {}

    /**
     * A person said whom on the team they prefer to turn to.
     *
     * @param person who prefers
     * @param worker the contact person
     */
    @LogicalType("journey.contact-preferred")
    record ContactPreferred(UUID person, UUID worker) implements TeamEvent {}

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

    /**
     * Somebody else wrote down whom a person trusts. Nobody is trusted on one worker's word: it holds once the person, or a
     * member of the team from another service, confirms it.
     *
     * @param person who is said to have chosen
     * @param trusted the chosen one's random id
     * @param name the chosen one's name
     * @param proposedBy who wrote it down
     * @param service the service they come from, {@code null} when it came through a case app from the person
     */
    @LogicalType("journey.trusted-person-proposed")
    record TrustedPersonProposed(
            UUID person,
            UUID trusted,
            Sealed name,
            UUID proposedBy,
            @Nullable UUID service) implements TeamEvent {}

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
