package no.journeyledger.command.team;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Money;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.people.WhoHasASay;
import no.journeyledger.command.team.TeamRejection.AlreadyOnTeam;
import no.journeyledger.command.team.TeamRejection.BudgetYearsMissing;
import no.journeyledger.command.team.TeamRejection.CeilingOutOfRange;
import no.journeyledger.command.team.TeamRejection.ConfirmerFromSameService;
import no.journeyledger.command.team.TeamRejection.LeaderAlreadyNamed;
import no.journeyledger.command.team.TeamRejection.LeaderHandsOverFirst;
import no.journeyledger.command.team.TeamRejection.MandateEndsBeforeItBegins;
import no.journeyledger.command.team.TeamRejection.MandateEndsInThePast;
import no.journeyledger.command.team.TeamRejection.MandateIdTaken;
import no.journeyledger.command.team.TeamRejection.MandateToOneself;
import no.journeyledger.command.team.TeamRejection.MandateUnknown;
import no.journeyledger.command.team.TeamRejection.NobodyLeads;
import no.journeyledger.command.team.TeamRejection.NotHeadOfService;
import no.journeyledger.command.team.TeamRejection.NotOnTeam;
import no.journeyledger.command.team.TeamRejection.NotYoursToName;
import no.journeyledger.command.team.TeamRejection.RelationAlreadyRegistered;
import no.journeyledger.command.team.TeamRejection.TeamAfterClosing;
import no.journeyledger.command.team.TeamRejection.TeamPersonUnknown;
import no.journeyledger.command.team.TeamRejection.TrustedPersonIsOnTeam;
import no.journeyledger.command.team.TeamRejection.TrustedPersonNotProposed;
import no.journeyledger.command.team.TeamRejection.YearsBeyondNotAllowed;
import no.journeyledger.command.team.TeamState.Mandate;
import no.journeyledger.command.team.TeamState.ProposedTrust;
import no.journeyledger.events.journey.Affairs;
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

/** Who is on the team, and what its members may decide. */
public final class TeamPolicy {

    private TeamPolicy() {}

    /** There is one investment leader. */
    public static Ruling<TeamRejection> add(JourneyState state, AddTeamMember command) {
        if (state.closed()) {
            return rejected(new TeamAfterClosing(command.journey()));
        }
        if (state.team().includes(command.worker())) {
            return rejected(new AlreadyOnTeam(command.worker()));
        }
        Optional<UUID> leader = state.team().leader();
        if (command.role() == TeamRole.LEADER && leader.isPresent()) {
            return rejected(new LeaderAlreadyNamed(leader.get()));
        }
        return accepted(new TeamMemberJoined(command.worker(), command.service(), command.role(), command.sector()));
    }

    /** Leaving the team also leaves its decisions; mandates stay the unit head's to take back. */
    public static Ruling<TeamRejection> leave(JourneyState state, LeaveTeam command) {
        if (!state.closed()
                && state.team().leader().filter(command.worker()::equals).isPresent()) {
            return rejected(new LeaderHandsOverFirst(command.worker()));
        }
        return state.team().includes(command.worker())
                ? accepted(new TeamMemberLeft(command.worker()))
                : rejected(new NotOnTeam(command.worker()));
    }

    /** There is a leader before and a leader after, and never two. */
    public static Ruling<TeamRejection> handOver(JourneyState state, HandOverLeadership command) {
        if (state.closed()) {
            return rejected(new TeamAfterClosing(command.journey()));
        }
        if (!state.team().includes(command.to())) {
            return rejected(new NotOnTeam(command.to()));
        }
        Optional<UUID> leader = state.team().leader();
        if (leader.isEmpty()) {
            return rejected(new NobodyLeads(command.journey()));
        }
        return leader.get().equals(command.to())
                ? rejected(new LeaderAlreadyNamed(command.to()))
                : accepted(new LeadershipHandedOver(leader.get(), command.to()));
    }

    /** Whom a person prefers to turn to is theirs to say; a worker may write it down. */
    public static Ruling<TeamRejection> prefer(
            JourneyState state, PreferContact command, Circumstances circumstances, BirthDates birthDates) {
        if (state.closed()) {
            return rejected(new TeamAfterClosing(command.journey()));
        }
        if (!state.capture().includes(command.person())) {
            return rejected(new TeamPersonUnknown(command.person()));
        }
        if (circumstances.byPerson()
                && !new WhoHasASay(state, circumstances.today(), birthDates)
                        .mayActFor(circumstances.actor().id(), command.person(), Affairs.PERSONAL)) {
            return rejected(new NotYoursToName(command.person()));
        }
        return state.team().includes(command.worker())
                ? accepted(new ContactPreferred(command.person(), command.worker()))
                : rejected(new NotOnTeam(command.worker()));
    }

    /**
     * The choice is the citizen's own: in their own session, or in that of whoever speaks for them, it holds at once. Written down
     * by a worker, or sent by a case app, it waits until somebody of another service confirms it: a trusted person may witness,
     * and a witness must not be one worker's invention.
     */
    public static Ruling<TeamRejection> trust(
            JourneyState state, NameTrustedPerson command, Circumstances circumstances, BirthDates birthDates) {
        if (state.closed()) {
            return rejected(new TeamAfterClosing(command.journey()));
        }
        if (!state.capture().includes(command.person())) {
            return rejected(new TeamPersonUnknown(command.person()));
        }
        UUID actor = circumstances.actor().id();
        if (circumstances.byPerson()
                && !new WhoHasASay(state, circumstances.today(), birthDates)
                        .mayActFor(actor, command.person(), Affairs.PERSONAL)) {
            return rejected(new NotYoursToName(command.person()));
        }
        if (!circumstances.byPerson() && !state.team().includes(actor)) {
            return rejected(new NotOnTeam(actor));
        }
        if (state.team().includes(command.trusted()) || circumstances.by(command.trusted())) {
            return rejected(new TrustedPersonIsOnTeam(command.trusted()));
        }
        return circumstances.byPersonAlone()
                ? accepted(
                        new TrustedPersonNamed(command.person(), command.trusted(), command.name()),
                        new Created.Trust(true))
                : accepted(
                        new TrustedPersonProposed(
                                command.person(),
                                command.trusted(),
                                command.name(),
                                actor,
                                state.team().serviceOf(actor)),
                        new Created.Trust(false));
    }

    /** Somebody of the team from another service than the one who wrote it down has heard it from the person too. */
    public static Ruling<TeamRejection> confirmTrust(
            JourneyState state, ConfirmTrustedPerson command, Circumstances circumstances) {
        if (state.closed()) {
            return rejected(new TeamAfterClosing(command.journey()));
        }
        Optional<ProposedTrust> proposed = state.team().proposedTrust(command.person(), command.trusted());
        if (proposed.isEmpty()) {
            return rejected(new TrustedPersonNotProposed(command.trusted()));
        }
        UUID worker = circumstances.actor().id();
        UUID service = state.team().serviceOf(worker);
        if (service == null) {
            return rejected(new NotOnTeam(worker));
        }
        UUID proposers = proposed.get().service();
        UUID byToken = circumstances.actor().service();
        if (proposers != null && (proposers.equals(service) || proposers.equals(byToken))) {
            return rejected(new ConfirmerFromSameService(worker));
        }
        return accepted(
                new TrustedPersonNamed(
                        command.person(), command.trusted(), proposed.get().name()),
                new Created.Trust(true));
    }

    /** Impartiality goes both ways: the worker, any colleague, and anybody of the household may point out a relation. */
    public static Ruling<TeamRejection> relate(
            JourneyState state, RegisterRelation command, Circumstances circumstances) {
        if (circumstances.byPerson()
                && !state.capture().includes(circumstances.actor().id())) {
            return rejected(new NotYoursToName(command.person()));
        }
        if (!state.capture().knows(command.person())) {
            return rejected(new TeamPersonUnknown(command.person()));
        }
        if (state.team().related(command.worker(), command.person())) {
            return rejected(new RelationAlreadyRegistered(command.worker(), command.person()));
        }
        return accepted(new RelationRegistered(command.worker(), command.person()));
    }

    /** Only the head of a unit gives away what the unit may decide, and never to themselves. */
    public static Ruling<TeamRejection> delegate(
            JourneyState state, DelegateMandate command, Circumstances circumstances) {
        if (state.closed()) {
            return rejected(new TeamAfterClosing(command.journey()));
        }
        if (!command.service().equals(circumstances.actor().service())) {
            return rejected(new NotHeadOfService(command.service()));
        }
        if (circumstances.by(command.worker())) {
            return rejected(new MandateToOneself(command.worker()));
        }
        if (!state.team().includes(command.worker())) {
            return rejected(new NotOnTeam(command.worker()));
        }
        if (state.team().mandates().containsKey(command.mandate())) {
            return rejected(new MandateIdTaken(command.mandate()));
        }
        if (!Money.fits(command.ceilingOre())) {
            return rejected(new CeilingOutOfRange(command.ceilingOre()));
        }
        if (command.until().isBefore(command.from())) {
            return rejected(new MandateEndsBeforeItBegins(command.from(), command.until()));
        }
        if (command.until().isBefore(circumstances.today())) {
            return rejected(new MandateEndsInThePast(command.until()));
        }
        List<Integer> years = List.copyOf(new LinkedHashSet<>(command.budgetYears()));
        if (years.isEmpty()) {
            return rejected(new BudgetYearsMissing(command.mandate()));
        }
        if (!command.beyondTheYear()
                && years.stream().anyMatch(year -> year > circumstances.today().getYear())) {
            return rejected(new YearsBeyondNotAllowed(years));
        }
        return accepted(
                new MandateDelegated(
                        command.mandate(),
                        command.worker(),
                        command.service(),
                        command.ceilingOre(),
                        years,
                        command.from(),
                        command.until(),
                        command.beyondTheYear()),
                new Created.Mandate(command.mandate()));
    }

    /** Whoever may give a mandate may take it back, at once. */
    public static Ruling<TeamRejection> revoke(JourneyState state, RevokeMandate command, Circumstances circumstances) {
        Mandate mandate = state.team().mandates().get(command.mandate());
        if (mandate == null) {
            return rejected(new MandateUnknown(command.mandate()));
        }
        if (!mandate.service().equals(circumstances.actor().service())) {
            return rejected(new NotHeadOfService(mandate.service()));
        }
        return accepted(new MandateRevoked(command.mandate()));
    }
}
