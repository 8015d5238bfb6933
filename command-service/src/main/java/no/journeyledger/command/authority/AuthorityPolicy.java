package no.journeyledger.command.authority;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.authority.AuthorityRejection.AlreadyReversed;
import no.journeyledger.command.authority.AuthorityRejection.AppealAlreadyLodged;
import no.journeyledger.command.authority.AuthorityRejection.AppealIdTaken;
import no.journeyledger.command.authority.AuthorityRejection.AppealUnknown;
import no.journeyledger.command.authority.AuthorityRejection.ClerkNotOnTeam;
import no.journeyledger.command.authority.AuthorityRejection.ExternalAboutNobody;
import no.journeyledger.command.authority.AuthorityRejection.ExternalPersonUnknown;
import no.journeyledger.command.authority.AuthorityRejection.NotAParty;
import no.journeyledger.command.authority.AuthorityRejection.NotAppealable;
import no.journeyledger.command.authority.AuthorityRejection.NotYetHappened;
import no.journeyledger.command.authority.AuthorityRejection.NotYoursToAppeal;
import no.journeyledger.command.authority.AuthorityRejection.NoticeAlreadyGiven;
import no.journeyledger.command.authority.AuthorityState.Appeal;
import no.journeyledger.command.authority.AuthorityState.Appealable;
import no.journeyledger.command.decision.BirthDates;
import no.journeyledger.command.decision.PolicyTable;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.people.WhoHasASay;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.journey.Affairs;
import no.journeyledger.events.journey.AppealOutcome;
import no.journeyledger.events.journey.AuthorityEvent.AppealLodged;
import no.journeyledger.events.journey.AuthorityEvent.AppealRuled;
import no.journeyledger.events.journey.AuthorityEvent.DecisionReversed;
import no.journeyledger.events.journey.AuthorityEvent.ExternalDecisionRecorded;
import no.journeyledger.events.journey.AuthorityEvent.NoticeGiven;
import org.jspecify.annotations.Nullable;

/** Notice, appeal and reversal of decisions about rights or duties. None of it is stopped by the journey having closed. */
public final class AuthorityPolicy {

    private AuthorityPolicy() {}

    /** The time to appeal runs from the day the notice reached the party. */
    public static Ruling<AuthorityRejection> notify(
            JourneyState state, GiveNotice command, Circumstances circumstances) {
        AuthorityRejection notNow = notNow(state, command.on(), circumstances);
        if (notNow != null) {
            return rejected(notNow);
        }
        Appealable decision = state.authority().decisions().get(command.decision());
        if (decision == null) {
            return rejected(new NotAppealable(command.decision()));
        }
        if (!decision.parties().contains(command.party())) {
            return rejected(new NotAParty(command.party()));
        }
        if (decision.appealUntil().containsKey(command.party())) {
            return rejected(new NoticeAlreadyGiven(command.party()));
        }
        PolicyTable policy = PolicyTable.inForceOn(command.on());
        return accepted(new NoticeGiven(
                command.decision(),
                command.party(),
                command.on(),
                command.on().plusWeeks(policy.weeksToAppeal(decision.matter().appealTerm())),
                policy.version()));
    }

    /** An appeal is never turned away for coming late: that is for whoever rules on it. */
    public static Ruling<AuthorityRejection> lodge(
            JourneyState state, LodgeAppeal command, Circumstances circumstances, BirthDates birthDates) {
        UUID actor = circumstances.actor().id();
        Appealable decision = state.authority().decisions().get(command.decision());
        if (circumstances.byPerson()) {
            Affairs affairs = decision == null
                    ? Affairs.PERSONAL
                    : decision.matter().appealTerm().affairs();
            if (!new WhoHasASay(state, circumstances.today(), birthDates).mayActFor(actor, command.party(), affairs)) {
                return rejected(new NotYoursToAppeal(command.party()));
            }
        } else if (!state.team().includes(actor)) {
            return rejected(new ClerkNotOnTeam(actor));
        }
        if (command.on().isAfter(circumstances.today())) {
            return rejected(new NotYetHappened(command.on()));
        }
        if (decision == null) {
            return rejected(new NotAppealable(command.decision()));
        }
        if (!decision.parties().contains(command.party())) {
            return rejected(new NotAParty(command.party()));
        }
        if (decision.reversed()) {
            return rejected(new AlreadyReversed(command.decision()));
        }
        Map<UUID, Appeal> waiting = state.authority().appeals();
        if (waiting.containsKey(command.appeal())) {
            return rejected(new AppealIdTaken(command.appeal()));
        }
        for (Map.Entry<UUID, Appeal> other : waiting.entrySet()) {
            if (other.getValue().equals(new Appeal(command.decision(), command.party()))) {
                return rejected(new AppealAlreadyLodged(other.getKey()));
            }
        }
        LocalDate lastDay = decision.appealUntil().get(command.party());
        return accepted(
                new AppealLodged(
                        command.appeal(),
                        command.decision(),
                        command.party(),
                        command.on(),
                        lastDay != null && command.on().isAfter(lastDay),
                        command.ownWords()),
                new Created.Appeal(command.appeal()));
    }

    /** A decision that was reversed on appeal no longer holds. */
    public static Ruling<AuthorityRejection> rule(
            JourneyState state, RuleOnAppeal command, Circumstances circumstances) {
        AuthorityRejection notNow = notNow(state, command.on(), circumstances);
        if (notNow != null) {
            return rejected(notNow);
        }
        Appeal appeal = state.authority().appeals().get(command.appeal());
        if (appeal == null) {
            return rejected(new AppealUnknown(command.appeal()));
        }
        var events = new ArrayList<LedgerEvent>();
        events.add(new AppealRuled(
                command.appeal(),
                appeal.decision(),
                appeal.party(),
                command.outcome(),
                command.body(),
                command.on(),
                command.grounds()));
        if (command.outcome() == AppealOutcome.REVERSED && state.authority().holds(appeal.decision())) {
            events.add(new DecisionReversed(appeal.decision(), command.appeal(), null));
        }
        return new Ruling.Accepted<>(List.copyOf(events), new Created.Nothing());
    }

    /** What another authority decided is theirs: it is recorded as it is, and nothing follows from it here. */
    public static Ruling<AuthorityRejection> record(
            JourneyState state, RecordExternalDecision command, Circumstances circumstances) {
        AuthorityRejection notNow = notNow(state, command.on(), circumstances);
        if (notNow != null) {
            return rejected(notNow);
        }
        if (command.persons().isEmpty()) {
            return rejected(new ExternalAboutNobody(command.external()));
        }
        for (UUID person : command.persons()) {
            if (!state.capture().knows(person)) {
                return rejected(new ExternalPersonUnknown(person));
            }
        }
        return accepted(
                new ExternalDecisionRecorded(
                        command.external(),
                        command.authority(),
                        command.persons(),
                        command.on(),
                        command.legalBasis(),
                        command.what()),
                new Created.ExternalDecision(command.external()));
    }

    private static @Nullable AuthorityRejection notNow(JourneyState state, LocalDate on, Circumstances circumstances) {
        UUID worker = circumstances.actor().id();
        if (!state.team().includes(worker)) {
            return new ClerkNotOnTeam(worker);
        }
        return on.isAfter(circumstances.today()) ? new NotYetHappened(on) : null;
    }
}
