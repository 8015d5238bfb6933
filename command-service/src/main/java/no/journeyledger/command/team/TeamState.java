package no.journeyledger.command.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.command.Kept;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.journey.TeamEvent;
import no.journeyledger.events.journey.TeamEvent.ContactPreferred;
import no.journeyledger.events.journey.TeamEvent.LeadershipHandedOver;
import no.journeyledger.events.journey.TeamEvent.MandateDelegated;
import no.journeyledger.events.journey.TeamEvent.MandateRevoked;
import no.journeyledger.events.journey.TeamEvent.RelationRegistered;
import no.journeyledger.events.journey.TeamEvent.TeamMemberJoined;
import no.journeyledger.events.journey.TeamEvent.TeamMemberLeft;
import no.journeyledger.events.journey.TeamEvent.TrustedPersonNamed;
import no.journeyledger.events.journey.TeamEvent.TrustedPersonProposed;
import no.journeyledger.events.journey.TeamRole;
import org.jspecify.annotations.Nullable;

/**
 * The team around the household now.
 *
 * @param members who is on it, by the worker's id
 * @param trusted whom somebody of the household trusts
 * @param proposedTrust whom a worker wrote down as trusted, not confirmed yet
 * @param relations workers related to persons of the household
 * @param mandates the mandates that have not been taken back, by id
 */
public record TeamState(
        Map<UUID, Member> members,
        List<UUID> trusted,
        List<ProposedTrust> proposedTrust,
        List<Relation> relations,
        Map<UUID, Mandate> mandates) {

    /** Before there was a team. */
    public static final TeamState EMPTY = new TeamState(Map.of(), List.of(), List.of(), List.of(), Map.of());

    /** Nothing is left out in a state read back. */
    public TeamState {
        members = Kept.map(members);
        trusted = Kept.list(trusted);
        proposedTrust = Kept.list(proposedTrust);
        relations = Kept.list(relations);
        mandates = Kept.map(mandates);
    }

    /** A worker on the team: the service they come from, and what they answer for. */
    public record Member(UUID service, TeamRole role) {}

    /** Somebody a person is said to trust: who, what they are called, and the service of whoever wrote it down. */
    public record ProposedTrust(
            UUID person,
            UUID trusted,
            Sealed name,
            @Nullable UUID service) {}

    /** A worker related to a person. */
    public record Relation(UUID worker, UUID person) {}

    /**
     * What a unit head delegated to a worker.
     *
     * @param worker to whom
     * @param service the paying service
     * @param ceilingOre the most one decision may commit of this service's money, in øre
     * @param budgetYears the budget years it covers
     * @param from the first day it is in force
     * @param until the last day it is in force
     * @param beyondTheYear whether a pledge beyond the current budget year is allowed
     */
    public record Mandate(
            UUID worker,
            UUID service,
            long ceilingOre,
            List<Integer> budgetYears,
            LocalDate from,
            LocalDate until,
            boolean beyondTheYear) {

        /** Whether it is in force on the day, its first and last included. */
        public boolean inForceOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }

        /** Whether it covers a pledge for the budget year when taken on the day. */
        public boolean covers(int year, LocalDate day) {
            return budgetYears.contains(year) && (year <= day.getYear() || beyondTheYear);
        }
    }

    /** Whether the worker is on the team. */
    public boolean includes(UUID worker) {
        return members.containsKey(worker);
    }

    /** Whether somebody of the service is on the team. */
    public boolean includesSomebodyOf(UUID service) {
        return members.values().stream().anyMatch(member -> member.service().equals(service));
    }

    /** The service a member of the team comes from. */
    public @Nullable UUID serviceOf(UUID worker) {
        Member member = members.get(worker);
        return member == null ? null : member.service();
    }

    /** The investment leader. */
    public Optional<UUID> leader() {
        return members.entrySet().stream()
                .filter(member -> member.getValue().role() == TeamRole.LEADER)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What a worker wrote down of whom the person trusts. */
    public Optional<ProposedTrust> proposedTrust(UUID person, UUID who) {
        return proposedTrust.stream()
                .filter(each -> each.person().equals(person) && each.trusted().equals(who))
                .findFirst();
    }

    private Member as(UUID worker, TeamRole role) {
        Member member = members.get(worker);
        if (member == null) {
            throw new IllegalStateException("somebody who is not on the team was let through");
        }
        return new Member(member.service(), role);
    }

    private List<ProposedTrust> without(UUID person, UUID who) {
        var remaining = new ArrayList<>(proposedTrust);
        remaining.removeIf(
                each -> each.person().equals(person) && each.trusted().equals(who));
        return remaining;
    }

    /** Whether the worker is registered as related to the person. */
    public boolean related(UUID worker, UUID person) {
        return relations.contains(new Relation(worker, person));
    }

    /** The state after the event. */
    public TeamState evolve(TeamEvent event) {
        return switch (event) {
            case TeamMemberJoined joined ->
                new TeamState(
                        Kept.with(members, joined.worker(), new Member(joined.service(), joined.role())),
                        trusted,
                        proposedTrust,
                        relations,
                        mandates);
            case TeamMemberLeft left ->
                new TeamState(Kept.without(members, left.worker()), trusted, proposedTrust, relations, mandates);
            case LeadershipHandedOver handed ->
                new TeamState(
                        Kept.with(
                                Kept.with(members, handed.from(), as(handed.from(), TeamRole.MEMBER)),
                                handed.to(),
                                as(handed.to(), TeamRole.LEADER)),
                        trusted,
                        proposedTrust,
                        relations,
                        mandates);
            case ContactPreferred ignored -> this;
            case TrustedPersonNamed named ->
                new TeamState(
                        members,
                        trusted.contains(named.trusted()) ? trusted : Kept.with(trusted, named.trusted()),
                        without(named.person(), named.trusted()),
                        relations,
                        mandates);
            case TrustedPersonProposed proposed -> {
                List<ProposedTrust> waiting = without(proposed.person(), proposed.trusted());
                waiting.add(
                        new ProposedTrust(proposed.person(), proposed.trusted(), proposed.name(), proposed.service()));
                yield new TeamState(members, trusted, waiting, relations, mandates);
            }
            case RelationRegistered registered ->
                new TeamState(
                        members,
                        trusted,
                        proposedTrust,
                        Kept.with(relations, new Relation(registered.worker(), registered.person())),
                        mandates);
            case MandateDelegated delegated ->
                new TeamState(
                        members,
                        trusted,
                        proposedTrust,
                        relations,
                        Kept.with(
                                mandates,
                                delegated.mandate(),
                                new Mandate(
                                        delegated.worker(),
                                        delegated.service(),
                                        delegated.ceilingOre(),
                                        delegated.budgetYears(),
                                        delegated.from(),
                                        delegated.until(),
                                        delegated.beyondTheYear())));
            case MandateRevoked revoked ->
                new TeamState(members, trusted, proposedTrust, relations, Kept.without(mandates, revoked.mandate()));
        };
    }
}
