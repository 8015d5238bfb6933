package no.journeyledger.command.decision;

import static no.journeyledger.command.Ruling.accepted;
import static no.journeyledger.command.Ruling.rejected;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Created;
import no.journeyledger.command.Money;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.decision.DecisionRejection.AlsoConcernsUnknown;
import no.journeyledger.command.decision.DecisionRejection.AmountOutOfRange;
import no.journeyledger.command.decision.DecisionRejection.CloseReasonNotForDecision;
import no.journeyledger.command.decision.DecisionRejection.DecisionAfterClosing;
import no.journeyledger.command.decision.DecisionRejection.DecisionAlreadyTaken;
import no.journeyledger.command.decision.DecisionRejection.DecisionIdTaken;
import no.journeyledger.command.decision.DecisionRejection.DecisionUnknown;
import no.journeyledger.command.decision.DecisionRejection.HearingNeedsView;
import no.journeyledger.command.decision.DecisionRejection.KindStays;
import no.journeyledger.command.decision.DecisionRejection.LineTwice;
import no.journeyledger.command.decision.DecisionRejection.LinesMissing;
import no.journeyledger.command.decision.DecisionRejection.MeasureIsFinished;
import no.journeyledger.command.decision.DecisionRejection.MeasureNotInPlan;
import no.journeyledger.command.decision.DecisionRejection.MoveBackNeedsReason;
import no.journeyledger.command.decision.DecisionRejection.NotConcerned;
import no.journeyledger.command.decision.DecisionRejection.PlanNotAgreed;
import no.journeyledger.command.decision.DecisionRejection.PlanVersionUnknown;
import no.journeyledger.command.decision.DecisionRejection.ProposalWithdrawnBefore;
import no.journeyledger.command.decision.DecisionRejection.ProposerNotOnTeam;
import no.journeyledger.command.decision.DecisionRejection.RatingsMissing;
import no.journeyledger.command.decision.DecisionRejection.RecorderNotOnTeam;
import no.journeyledger.command.decision.DecisionRejection.StageBeforeEnrolment;
import no.journeyledger.command.decision.DecisionRejection.StageUnchanged;
import no.journeyledger.command.decision.DecisionRejection.WordingIsAnother;
import no.journeyledger.command.decision.DecisionState.Ending;
import no.journeyledger.command.decision.DecisionState.Open;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.plan.PlanState;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.BudgetAction;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.DecisionEvent.ChildHearingRecorded;
import no.journeyledger.events.journey.DecisionEvent.DecisionProposed;
import no.journeyledger.events.journey.DecisionEvent.ProposalWithdrawn;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.WordingHash;
import org.jspecify.annotations.Nullable;

/** What may be proposed, and in which wording it stands. */
public final class DecisionPolicy {

    private static final int MOST_LINES = 100;

    private DecisionPolicy() {}

    /** The ledger derives whom a proposal concerns; a proposer may add persons, never remove one. */
    public static Ruling<DecisionRejection> propose(
            JourneyState state, ProposeDecision command, Circumstances circumstances) {
        if (state.closed() && !mayFollowClosing(command.proposal().about())) {
            return rejected(new DecisionAfterClosing(command.journey()));
        }
        if (state.decisions().open().containsKey(command.decision())
                || state.decisions().ended().containsKey(command.decision())) {
            return rejected(new DecisionIdTaken(command.decision()));
        }
        return proposed(state, command.decision(), 1, command.proposal(), circumstances);
    }

    /** Changed by one character, it is another wording, and what was answered to the one before no longer counts. */
    public static Ruling<DecisionRejection> reword(
            JourneyState state, RewordDecision command, Circumstances circumstances) {
        if (state.closed() && !mayFollowClosing(command.proposal().about())) {
            return rejected(new DecisionAfterClosing(command.journey()));
        }
        Open open = state.decisions().open().get(command.decision());
        if (open == null) {
            return rejected(notOpen(state, command.decision()));
        }
        if (command.proposal().about().kind() != open.matter().decisionKind()) {
            return rejected(new KindStays(open.matter().decisionKind()));
        }
        return proposed(state, command.decision(), open.revision() + 1, command.proposal(), circumstances);
    }

    /** A proposal nobody wants to pursue is withdrawn; its answers stay in the history. */
    public static Ruling<DecisionRejection> withdraw(
            JourneyState state, WithdrawProposal command, Circumstances circumstances) {
        if (!state.decisions().open().containsKey(command.decision())) {
            return rejected(notOpen(state, command.decision()));
        }
        UUID worker = circumstances.actor().id();
        if (!state.team().includes(worker)) {
            return rejected(new ProposerNotOnTeam(worker));
        }
        return accepted(new ProposalWithdrawn(command.decision()));
    }

    /** How a child was heard belongs to one wording, like an answer. */
    public static Ruling<DecisionRejection> hear(
            JourneyState state, RecordHearing command, Circumstances circumstances) {
        Open open = state.decisions().open().get(command.decision());
        if (state.closed() && (open == null || !SoundMatter.mayFollowClosing(open.matter()))) {
            return rejected(new DecisionAfterClosing(command.journey()));
        }
        if (open == null) {
            return rejected(notOpen(state, command.decision()));
        }
        UUID recorder = circumstances.actor().id();
        if (!state.team().includes(recorder)) {
            return rejected(new RecorderNotOnTeam(recorder));
        }
        if (!open.concerned().contains(command.child())) {
            return rejected(new NotConcerned(command.child()));
        }
        if (!open.wordingHash().equals(command.wordingHash())) {
            return rejected(new WordingIsAnother(command.decision(), open.wordingHash()));
        }
        if (command.outcome() != HearingOutcome.DID_NOT_WISH_TO_SPEAK && command.view() == null) {
            return rejected(new HearingNeedsView(command.child()));
        }
        return accepted(new ChildHearingRecorded(
                command.decision(),
                command.child(),
                command.wordingHash(),
                command.outcome(),
                command.disagrees(),
                command.view()));
    }

    /** Why a decision that is not open is not. */
    static DecisionRejection notOpen(JourneyState state, UUID decision) {
        Ending ending = state.decisions().ended().get(decision);
        if (ending == null) {
            return new DecisionUnknown(decision);
        }
        return switch (ending) {
            case TAKEN -> new DecisionAlreadyTaken(decision);
            case WITHDRAWN -> new ProposalWithdrawnBefore(decision);
        };
    }

    private static Ruling<DecisionRejection> proposed(
            JourneyState state, UUID decision, int revision, Proposal proposal, Circumstances circumstances) {
        UUID proposer = circumstances.actor().id();
        if (!state.team().includes(proposer)) {
            return rejected(new ProposerNotOnTeam(proposer));
        }
        DecisionRejection unsound = switch (proposal.about()) {
            case Proposal.Plan plan -> unsound(state, plan);
            case Proposal.Budget budget -> unsound(state, decision, budget);
            case Proposal.StageMove move -> unsound(state, move);
            case Proposal.Close close -> unsound(close);
            case Proposal.Other other -> unsound(state, other.matter(), circumstances);
        };
        if (unsound != null) {
            return rejected(unsound);
        }
        Matter matter = matter(state, proposal.about());
        for (UUID person : proposal.alsoConcerns()) {
            if (!Concerned.mayConcern(matter, person, state)) {
                return rejected(new AlsoConcernsUnknown(person));
            }
        }
        Set<UUID> everybody = Concerned.by(matter, state);
        everybody.addAll(proposal.alsoConcerns());
        List<UUID> concerned = everybody.stream().sorted(WordingHash.BY_TEXT).toList();
        String hash = WordingHash.of(
                decision, revision, matter, proposal.wording(), proposal.facts(), proposal.legalBasis(), concerned);
        List<AmountLine> lines = matter instanceof Matter.OfBudget budget ? budget.lines() : List.of();
        return accepted(
                new DecisionProposed(
                        decision,
                        revision,
                        matter,
                        proposal.wording(),
                        proposal.facts(),
                        proposal.legalBasis(),
                        concerned,
                        hash,
                        proposer,
                        PolicyTable.inForceOn(circumstances.today()).version()),
                new Created.Proposal(decision, revision, hash, concerned, lines));
    }

    private static @Nullable DecisionRejection unsound(JourneyState state, Proposal.Plan plan) {
        return state.plan().drafts().containsKey(plan.version()) ? null : new PlanVersionUnknown(plan.version());
    }

    private static @Nullable DecisionRejection unsound(JourneyState state, UUID decision, Proposal.Budget budget) {
        if (budget.action() == BudgetAction.ALLOCATE) {
            PlanState plan = state.plan();
            if (plan.agreed() == null) {
                return new PlanNotAgreed(budget.measure());
            }
            if (plan.finished().contains(budget.measure())) {
                return new MeasureIsFinished(budget.measure());
            }
            if (plan.agreedMeasure(budget.measure()) == null) {
                return new MeasureNotInPlan(budget.measure());
            }
        }
        if (budget.lines().isEmpty() || budget.lines().size() > MOST_LINES) {
            return new LinesMissing(decision);
        }
        var ids = new HashSet<UUID>();
        for (AmountLine line : budget.lines()) {
            if (!ids.add(line.line())) {
                return new LineTwice(line.line());
            }
            if (!Money.fits(line.amountOre())) {
                return new AmountOutOfRange(line.amountOre());
            }
        }
        return null;
    }

    private static @Nullable DecisionRejection unsound(JourneyState state, Proposal.StageMove move) {
        Stage current = state.stages().current();
        if (current == null) {
            return new StageBeforeEnrolment(state.id());
        }
        if (move.to() == current) {
            return new StageUnchanged(current);
        }
        if (move.to().compareTo(current) < 0 && move.reason() == null) {
            return new MoveBackNeedsReason(current, move.to());
        }
        return state.stages().ratedByTeam() && state.stages().ratedByCitizen()
                ? null
                : new RatingsMissing(
                        state.stages().ratedByTeam(), state.stages().ratedByCitizen());
    }

    private static @Nullable DecisionRejection unsound(Proposal.Close close) {
        return close.reason() == CloseReason.LEFT || close.reason() == CloseReason.TURNED_AWAY
                ? new CloseReasonNotForDecision(close.reason().name())
                : null;
    }

    private static Matter matter(JourneyState state, Proposal.About about) {
        return switch (about) {
            case Proposal.Plan plan -> {
                PlanState.Outline draft = state.plan().drafts().get(plan.version());
                if (draft == null) {
                    throw new IllegalStateException("a proposal of an unknown plan version was let through");
                }
                yield new Matter.OfPlan(plan.version(), draft.contentHash());
            }
            case Proposal.Budget budget ->
                new Matter.OfBudget(budget.action(), budget.measure(), List.copyOf(budget.lines()));
            case Proposal.StageMove move -> {
                Stage current = state.stages().current();
                if (current == null) {
                    throw new IllegalStateException("a stage move before enrolment was let through");
                }
                yield new Matter.OfStageMove(current, move.to(), move.reason());
            }
            case Proposal.Close close -> new Matter.OfClose(close.reason());
            case Proposal.Other other -> other.matter();
        };
    }

    /** What the other shapes of a proposal are checked for when it is proposed. */
    private static @Nullable DecisionRejection unsound(JourneyState state, Matter matter, Circumstances circumstances) {
        return switch (matter) {
            case Matter.OfGoal goal -> SoundMatter.unsound(state, goal);
            case Matter.OfMeasure measure -> SoundMatter.unsound(state, measure);
            case Matter.OfAdmission admission -> SoundMatter.unsound(state, admission);
            case Matter.OfReopen reopen -> SoundMatter.unsound(state, reopen);
            case Matter.OfIndividual individual -> SoundMatter.unsound(state, individual);
            case Matter.OfSharing sharing -> SoundMatter.unsound(state, sharing, circumstances.today());
            case Matter.OfPlan ignored -> throw hasItsOwnShape(matter);
            case Matter.OfBudget ignored -> throw hasItsOwnShape(matter);
            case Matter.OfStageMove ignored -> throw hasItsOwnShape(matter);
            case Matter.OfClose ignored -> throw hasItsOwnShape(matter);
        };
    }

    private static IllegalStateException hasItsOwnShape(Matter matter) {
        return new IllegalStateException(matter.decisionKind() + " is proposed in a shape of its own");
    }

    private static boolean mayFollowClosing(Proposal.About about) {
        return about instanceof Proposal.Other other && SoundMatter.mayFollowClosing(other.matter());
    }
}
