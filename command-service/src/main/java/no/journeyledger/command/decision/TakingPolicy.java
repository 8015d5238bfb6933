package no.journeyledger.command.decision;

import static no.journeyledger.command.Ruling.rejected;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.DecisionRejection.DecisionFundUnknown;
import no.journeyledger.command.decision.DecisionRejection.FundHoldsTooMuch;
import no.journeyledger.command.decision.DecisionRejection.MatterOvertaken;
import no.journeyledger.command.decision.DecisionRejection.OnlyForTheTeam;
import no.journeyledger.command.decision.DecisionRejection.Refused;
import no.journeyledger.command.decision.DecisionRejection.ReservationDoesNotFit;
import no.journeyledger.command.decision.DecisionRules.Refusal;
import no.journeyledger.command.decision.DecisionState.Hearing;
import no.journeyledger.command.decision.DecisionState.Open;
import no.journeyledger.command.fund.FundState;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.plan.PlanState.Outline;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.AuthorityEvent.DecisionReversed;
import no.journeyledger.events.journey.BudgetAction;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import no.journeyledger.events.journey.ClosingEvent.JourneyReopened;
import no.journeyledger.events.journey.ConsentEvent.ConsentGiven;
import no.journeyledger.events.journey.DecisionEvent.DecisionRefused;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Participation;
import no.journeyledger.events.journey.PlanEvent.PlanAgreed;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.StageEvent.StageMoved;
import no.journeyledger.events.journey.WordingHash;
import org.jspecify.annotations.Nullable;

/** Whether a decision may be taken now: the rule, and then whether what it is about still is so. */
public final class TakingPolicy {

    private TakingPolicy() {}

    /**
     * Rules on taking a decision. A refusal is recorded on the journey: decisions attempted without the person are a figure
     * auditors get.
     *
     * @param birthDates the birth dates of those concerned, where they can be opened
     * @param funds the funds, asked only when everything else is in order
     */
    public static Ruling<DecisionRejection> take(
            JourneyState state,
            TakeDecision command,
            Circumstances circumstances,
            Map<UUID, LocalDate> birthDates,
            Funds funds) {
        return take(DecisionRules.inOrder(), state, command, circumstances, birthDates, funds);
    }

    /** The same with other rules than all of them: only to show in a test what each rule is for. */
    static Ruling<DecisionRejection> take(
            List<DecisionRule> rules,
            JourneyState state,
            TakeDecision command,
            Circumstances circumstances,
            Map<UUID, LocalDate> birthDates,
            Funds funds) {
        Open open = state.decisions().open().get(command.decision());
        if (open == null) {
            return rejected(DecisionPolicy.notOpen(state, command.decision()));
        }
        PolicyTable policy = PolicyTable.inForceOn(circumstances.today());
        var taking = new Taking(state, open, circumstances, command.weighing() != null, birthDates, policy, funds);
        Optional<Refusal> refusal = DecisionRules.refusal(rules, taking);
        if (refusal.isPresent()) {
            return refused(taking, refusal.get());
        }
        DecisionRejection overtaken = overtaken(taking);
        return overtaken != null ? rejected(overtaken) : taken(taking, command);
    }

    /**
     * What is missing before the asker can take the decision, by all the rules and not only by the first that refuses. Who
     * disagrees is not told here either.
     *
     * @param birthDates the birth dates of those concerned, where they can be opened
     * @param funds the funds
     */
    static BeforeTaking missing(
            JourneyState state,
            AskWhatIsMissing question,
            Circumstances circumstances,
            Map<UUID, LocalDate> birthDates,
            Funds funds) {
        UUID asker = circumstances.actor().id();
        if (!state.team().includes(asker)) {
            return new BeforeTaking.NotTold(new OnlyForTheTeam(asker));
        }
        Open open = state.decisions().open().get(question.decision());
        if (open == null) {
            return new BeforeTaking.NotTold(DecisionPolicy.notOpen(state, question.decision()));
        }
        PolicyTable policy = PolicyTable.inForceOn(circumstances.today());
        var taking = new Taking(state, open, circumstances, question.weighed(), birthDates, policy, funds);
        var concerned = new LinkedHashSet<>(open.concerned());
        Concerned.by(open.matter(), state).stream().sorted(WordingHash.BY_TEXT).forEach(concerned::add);
        return new BeforeTaking.Told(
                open.decision(),
                open.matter().decisionKind(),
                open.revision(),
                open.wordingHash(),
                policy.version(),
                asker,
                List.copyOf(concerned),
                DecisionRules.everythingMissing(taking),
                overtaken(taking));
    }

    private static Ruling<DecisionRejection> refused(Taking taking, Refusal refusal) {
        Open open = taking.decision();
        String version = taking.policy().version();
        return new Ruling.Refused<>(
                new Refused(open.decision(), refusal.reason(), refusal.missing(), open.wordingHash(), version),
                List.of(new DecisionRefused(
                        open.decision(),
                        open.matter().decisionKind(),
                        refusal.reason(),
                        refusal.missing(),
                        open.wordingHash(),
                        taking.taker(),
                        version)));
    }

    /** The world may have moved on since the proposal: then it is proposed anew, rather than taken as something else. */
    private static @Nullable DecisionRejection overtaken(Taking taking) {
        UUID decision = taking.decision().decision();
        return switch (taking.decision().matter()) {
            case Matter.OfPlan plan -> {
                Outline draft = taking.state().plan().drafts().get(plan.planVersion());
                yield draft != null && draft.contentHash().equals(plan.planHash())
                        ? null
                        : new MatterOvertaken(decision);
            }
            case Matter.OfStageMove move ->
                taking.state().stages().current() == move.from() ? null : new MatterOvertaken(decision);
            case Matter.OfClose ignored -> null;
            case Matter.OfBudget budget -> overtaken(taking, budget);
            case Matter.OfGoal goal -> ifUnsound(decision, SoundMatter.unsound(taking.state(), goal));
            case Matter.OfMeasure measure -> ifUnsound(decision, SoundMatter.unsound(taking.state(), measure));
            case Matter.OfAdmission admission -> ifUnsound(decision, SoundMatter.unsound(taking.state(), admission));
            case Matter.OfReopen reopen -> ifUnsound(decision, SoundMatter.unsound(taking.state(), reopen));
            case Matter.OfIndividual individual -> ifUnsound(decision, SoundMatter.unsound(taking.state(), individual));
            case Matter.OfSharing sharing ->
                ifUnsound(
                        decision,
                        SoundMatter.unsound(
                                taking.state(), sharing, taking.circumstances().today()));
        };
    }

    private static @Nullable DecisionRejection ifUnsound(UUID decision, @Nullable DecisionRejection unsound) {
        return unsound == null ? null : new MatterOvertaken(decision);
    }

    private static @Nullable DecisionRejection overtaken(Taking taking, Matter.OfBudget budget) {
        JourneyState state = taking.state();
        if (budget.action() == BudgetAction.ALLOCATE
                && (state.plan().agreedMeasure(budget.measure()) == null
                        || state.plan().finished().contains(budget.measure()))) {
            return new MatterOvertaken(taking.decision().decision());
        }
        for (AmountLine line : budget.lines()) {
            Optional<FundState> fund = taking.funds().find(line.fund());
            if (fund.isEmpty()) {
                return new DecisionFundUnknown(line.fund());
            }
            if (budget.action() == BudgetAction.ALLOCATE && fund.get().full()) {
                return new FundHoldsTooMuch(line.fund());
            }
            boolean fits = switch (budget.action()) {
                case ALLOCATE -> !fund.get().reservations().containsKey(line.line());
                case RELEASE -> fund.get().releasable(line, state.id(), budget.measure());
                // Part of it: something stays reserved.
                case REDUCE ->
                    fund.get().releasable(line, state.id(), budget.measure())
                            && fund.get().remainingOre(line.line()) > line.amountOre();
            };
            if (!fits) {
                return new ReservationDoesNotFit(line.line());
            }
        }
        return null;
    }

    private static Ruling<DecisionRejection> taken(Taking taking, TakeDecision command) {
        Open open = taking.decision();
        List<UUID> mandates = DecisionRules.mandatesUsed(taking);
        var events = new ArrayList<LedgerEvent>();
        events.add(new DecisionTaken(
                open.decision(),
                open.matter(),
                open.wordingHash(),
                taking.standings().stream()
                        .map(standing -> evidence(standing, taking))
                        .flatMap(Optional::stream)
                        .toList(),
                taking.taker(),
                mandates,
                command.weighing(),
                taking.policy().version()));
        switch (open.matter()) {
            case Matter.OfPlan plan -> events.add(new PlanAgreed(plan.planVersion(), open.decision()));
            case Matter.OfStageMove move ->
                events.add(new StageMoved(open.decision(), move.from(), move.to(), move.reason()));
            case Matter.OfClose close -> events.add(new JourneyClosed(close.reason(), open.decision()));
            case Matter.OfBudget ignored -> {
                // The money moves on the funds, in the same append.
            }
            case Matter.OfGoal ignored -> {
                // The plan follows from the decision itself.
            }
            case Matter.OfMeasure ignored -> {
                // The plan follows from the decision itself.
            }
            case Matter.OfAdmission admission -> events.add(admitted(admission, open.decision(), taking));
            case Matter.OfReopen reopen -> events.add(new JourneyReopened(open.decision(), reopen.persons()));
            case Matter.OfIndividual individual -> {
                if (individual.reverses() != null) {
                    events.add(new DecisionReversed(individual.reverses(), null, open.decision()));
                }
            }
            case Matter.OfSharing sharing ->
                events.add(new ConsentGiven(
                        sharing.consent(),
                        sharing.person(),
                        sharing.service(),
                        sharing.information(),
                        sharing.purpose(),
                        sharing.until()));
        }
        return new Ruling.Accepted<>(List.copyOf(events), new Created.Taken(open.decision(), true, mandates));
    }

    private static LedgerEvent admitted(Matter.OfAdmission admission, UUID decision, Taking taking) {
        Stage starting = admission.startingStage();
        Stage goal = admission.goalStage();
        if (!admission.admitted() || starting == null || goal == null) {
            return new JourneyClosed(CloseReason.TURNED_AWAY, decision);
        }
        return new HouseholdEnrolled(
                admission.persons(), starting, goal, taking.circumstances().effectiveOn());
    }

    private static Optional<Participation> evidence(Standing standing, Taking taking) {
        return switch (standing) {
            case Standing.Present present -> {
                Hearing hearing = taking.isHeard(present.person())
                        ? taking.decision().hearings().get(present.person())
                        : null;
                yield Optional.of(new Participation(
                        present.person(),
                        present.answer().answer(),
                        present.assurance(),
                        present.answer().means(),
                        present.answer().answeredBy(),
                        present.answer().answerId(),
                        hearing == null ? null : hearing.outcome()));
            }
            case Standing.Absent ignored -> Optional.empty();
            case Standing.AnsweredToAnother ignored -> Optional.empty();
            case Standing.OutOfScope ignored -> Optional.empty();
        };
    }
}
