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
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.team.TeamRejection.AlreadyOnTeam;
import no.journeyledger.command.team.TeamRejection.BudgetYearsMissing;
import no.journeyledger.command.team.TeamRejection.CeilingOutOfRange;
import no.journeyledger.command.team.TeamRejection.LeaderAlreadyNamed;
import no.journeyledger.command.team.TeamRejection.MandateEndsBeforeItBegins;
import no.journeyledger.command.team.TeamRejection.MandateEndsInThePast;
import no.journeyledger.command.team.TeamRejection.MandateIdTaken;
import no.journeyledger.command.team.TeamRejection.MandateToOneself;
import no.journeyledger.command.team.TeamRejection.MandateUnknown;
import no.journeyledger.command.team.TeamRejection.NotHeadOfService;
import no.journeyledger.command.team.TeamRejection.NotOnTeam;
import no.journeyledger.command.team.TeamRejection.NotYoursToName;
import no.journeyledger.command.team.TeamRejection.RelationAlreadyRegistered;
import no.journeyledger.command.team.TeamRejection.TeamAfterClosing;
import no.journeyledger.command.team.TeamRejection.TeamPersonUnknown;
import no.journeyledger.command.team.TeamRejection.TrustedPersonIsOnTeam;
import no.journeyledger.command.team.TeamRejection.YearsBeyondNotAllowed;
import no.journeyledger.command.team.TeamState.Mandate;
import no.journeyledger.events.journey.TeamEvent.MandateDelegated;
import no.journeyledger.events.journey.TeamEvent.MandateRevoked;
import no.journeyledger.events.journey.TeamEvent.RelationRegistered;
import no.journeyledger.events.journey.TeamEvent.TeamMemberJoined;
import no.journeyledger.events.journey.TeamEvent.TeamMemberLeft;
import no.journeyledger.events.journey.TeamEvent.TrustedPersonNamed;
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
        return accepted(new TeamMemberJoined(command.worker(), command.service(), command.role()));
    }

    /** Leaving the team also leaves its decisions; mandates stay the unit head's to take back. */
    public static Ruling<TeamRejection> leave(JourneyState state, LeaveTeam command) {
        return state.team().includes(command.worker())
                ? accepted(new TeamMemberLeft(command.worker()))
                : rejected(new NotOnTeam(command.worker()));
    }

    /** The choice is the citizen's own. */
    public static Ruling<TeamRejection> trust(
            JourneyState state, NameTrustedPerson command, Circumstances circumstances) {
        if (state.closed()) {
            return rejected(new TeamAfterClosing(command.journey()));
        }
        if (!state.capture().includes(command.person())) {
            return rejected(new TeamPersonUnknown(command.person()));
        }
        if (circumstances.byPerson()
                && !state.capture().mayActFor(circumstances.actor().id(), command.person())) {
            return rejected(new NotYoursToName(command.person()));
        }
        if (state.team().includes(command.trusted())) {
            return rejected(new TrustedPersonIsOnTeam(command.trusted()));
        }
        return accepted(new TrustedPersonNamed(command.person(), command.trusted(), command.name()));
    }

    /** Anybody may point out that a worker is related to the person. */
    public static Ruling<TeamRejection> relate(JourneyState state, RegisterRelation command) {
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
