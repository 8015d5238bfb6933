package no.journeyledger.command.access;

import static java.util.Map.entry;
import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.access.AccessRejection.NotAroundThisHousehold;
import no.journeyledger.command.access.AccessRejection.OnlyAServiceOpens;
import no.journeyledger.command.access.AccessRejection.OpenedForTooLong;
import no.journeyledger.command.access.AccessRejection.StatuteUnknown;
import no.journeyledger.command.access.Statutes.Statute;
import no.journeyledger.command.consent.WithdrawConsent;
import no.journeyledger.command.decision.AskWhatIsMissing;
import no.journeyledger.command.decision.ProposeDecision;
import no.journeyledger.command.decision.RecordAnswer;
import no.journeyledger.command.decision.RecordHearing;
import no.journeyledger.command.decision.RewordDecision;
import no.journeyledger.command.decision.TakeDecision;
import no.journeyledger.command.decision.WithdrawProposal;
import no.journeyledger.command.journey.AboutOneJourney;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.meeting.ConfirmAnswers;
import no.journeyledger.command.team.DelegateMandate;
import no.journeyledger.command.team.RevokeMandate;
import no.journeyledger.events.Actor;
import no.journeyledger.events.journey.AccessEvent.OpenedUnderStatute;

/**
 * Who may record anything on a household at all; and who may read without consent, and for how long. That somebody read so is for
 * the person to see, so it is always recorded.
 */
public final class AccessPolicy {

    /** Why workers who do not work around a household may ask something of its journey all the same. */
    public enum Why {
        /** For whoever a statute opens the journey to. */
        A_STATUTE_ASKS_FOR_NO_TEAM("a statute opens a journey to whom it was closed; the citizen sees it"),
        /** For those who decide over a unit's money. */
        A_UNIT_HEAD_IS_NOT_ON_THE_TEAM(
                "who heads the unit that pays says who may commit its money, and need not know the household"),
        /** For whoever was there. */
        A_WITNESS_HAS_TO_HAVE_BEEN_THERE(
                "a witness has to have been there, or spoken to the person as one of the team; who tries without is recorded"),
        /** For whoever is told. */
        A_WITHDRAWAL_MAY_BE_TOLD_TO_ANYBODY(
                "any record of a person's wish to share no more takes effect at once, and it opens nothing to anybody"),
        /** For the rules of decisions. */
        THE_DECISION_ASKS_MORE(
                "the rules of the decision ask for the team and more, and record who tries what they may not");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        /** The reason as it stands in docs/access.md. */
        public String sentence() {
            return sentence;
        }
    }

    /**
     * What workers from elsewhere may ask for, and why. Everything else is closed to them, and so is what comes to be asked for
     * later.
     */
    private static final Map<Class<? extends AboutOneJourney>, Why> OPEN_TO_OTHERS = Map.ofEntries(
            entry(OpenUnderStatute.class, Why.A_STATUTE_ASKS_FOR_NO_TEAM),
            entry(DelegateMandate.class, Why.A_UNIT_HEAD_IS_NOT_ON_THE_TEAM),
            entry(RevokeMandate.class, Why.A_UNIT_HEAD_IS_NOT_ON_THE_TEAM),
            entry(ConfirmAnswers.class, Why.A_WITNESS_HAS_TO_HAVE_BEEN_THERE),
            entry(WithdrawConsent.class, Why.A_WITHDRAWAL_MAY_BE_TOLD_TO_ANYBODY),
            entry(ProposeDecision.class, Why.THE_DECISION_ASKS_MORE),
            entry(RewordDecision.class, Why.THE_DECISION_ASKS_MORE),
            entry(WithdrawProposal.class, Why.THE_DECISION_ASKS_MORE),
            entry(RecordAnswer.class, Why.THE_DECISION_ASKS_MORE),
            entry(RecordHearing.class, Why.THE_DECISION_ASKS_MORE),
            entry(AskWhatIsMissing.class, Why.THE_DECISION_ASKS_MORE),
            entry(TakeDecision.class, Why.THE_DECISION_ASKS_MORE));

    private AccessPolicy() {}

    /** What is open also to workers who do not work around the household. */
    public static Map<Class<? extends AboutOneJourney>, Why> openToOthers() {
        return OPEN_TO_OTHERS;
    }

    /** Whether it is asked of this actor, for this command, if they work around the household. Persons have rules of their own. */
    public static boolean isAskedOf(Actor actor, Class<?> command) {
        return actor.kind() == Actor.Kind.WORKER && !OPEN_TO_OTHERS.containsKey(command);
    }

    /**
     * Who may record anything on this household at all. Every door leads in, and whoever meets the citizen first forms the team, so
     * until somebody leads one any worker may; from then on the team's members and the services they come from, and a service to
     * which the citizen's own consent opens the journey. What the rules of a capability ask beyond that comes after.
     */
    public static Optional<AccessRejection> turnAway(JourneyState state, Circumstances circumstances) {
        Actor actor = circumstances.actor();
        boolean around = state.team().leader().isEmpty() || state.team().includes(actor.id());
        UUID service = actor.service();
        if (!around && service != null) {
            UUID citizen = state.capture().citizen();
            around = state.team().includesSomebodyOf(service)
                    || (citizen != null && state.consents().opens(citizen, service, circumstances.today()));
        }
        return around ? Optional.empty() : Optional.of(new NotAroundThisHousehold(state.id()));
    }

    /** Opens the journey to the worker who asks, and to nobody else of their service. */
    public static Ruling<AccessRejection> open(OpenUnderStatute command, Circumstances circumstances) {
        UUID service = circumstances.actor().service();
        if (circumstances.byPerson() || service == null) {
            return rejected(new OnlyAServiceOpens());
        }
        Statutes statutes = Statutes.inForceOn(circumstances.today());
        Statute statute = statutes.statutes().get(command.statute());
        if (statute == null) {
            return rejected(new StatuteUnknown(
                    command.statute(), String.join(", ", statutes.statutes().keySet())));
        }
        int minutes = command.minutes() == null
                ? Math.min(statutes.standardMinutes(), statute.mostMinutes())
                : command.minutes();
        if (minutes > statute.mostMinutes()) {
            return rejected(new OpenedForTooLong(minutes, statute.mostMinutes()));
        }
        return accepted(
                new OpenedUnderStatute(
                        command.opening(),
                        circumstances.actor().id(),
                        service,
                        command.statute(),
                        command.reason(),
                        circumstances.now().plus(Duration.ofMinutes(minutes))),
                new Created.Opening(command.opening(), circumstances.now().plus(Duration.ofMinutes(minutes))));
    }
}
