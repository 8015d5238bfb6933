package no.journeyledger.command.decision;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.allocation;
import static no.journeyledger.command.story.Story.answer;
import static no.journeyledger.command.story.Story.enrolled;
import static no.journeyledger.command.story.Story.line;
import static no.journeyledger.command.story.Story.planned;
import static no.journeyledger.command.story.Story.qualified;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.decision.DecisionRejection.AlsoConcernsUnknown;
import no.journeyledger.command.decision.DecisionRejection.AmountOutOfRange;
import no.journeyledger.command.decision.DecisionRejection.CloseReasonNotForDecision;
import no.journeyledger.command.decision.DecisionRejection.DecisionAfterClosing;
import no.journeyledger.command.decision.DecisionRejection.DecisionIdTaken;
import no.journeyledger.command.decision.DecisionRejection.HearingNeedsView;
import no.journeyledger.command.decision.DecisionRejection.KindStays;
import no.journeyledger.command.decision.DecisionRejection.LineTwice;
import no.journeyledger.command.decision.DecisionRejection.LinesMissing;
import no.journeyledger.command.decision.DecisionRejection.MeasureIsFinished;
import no.journeyledger.command.decision.DecisionRejection.MeasureNotInPlan;
import no.journeyledger.command.decision.DecisionRejection.MoveBackNeedsReason;
import no.journeyledger.command.decision.DecisionRejection.PlanNotAgreed;
import no.journeyledger.command.decision.DecisionRejection.PlanVersionUnknown;
import no.journeyledger.command.decision.DecisionRejection.ProposerNotOnTeam;
import no.journeyledger.command.decision.DecisionRejection.RatingsMissing;
import no.journeyledger.command.decision.DecisionRejection.StageBeforeEnrolment;
import no.journeyledger.command.decision.DecisionRejection.StageUnchanged;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.BudgetAction;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.DecisionEvent.ChildHearingRecorded;
import no.journeyledger.events.journey.DecisionEvent.DecisionProposed;
import no.journeyledger.events.journey.DecisionEvent.ProposalWithdrawn;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Instrument;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.Moment;
import no.journeyledger.events.journey.PlanEvent.MeasureFinished;
import no.journeyledger.events.journey.PlanEvent.PlanAgreed;
import no.journeyledger.events.journey.Rater;
import no.journeyledger.events.journey.SelfReportEvent.SelfReportRecorded;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.StageEvent.LifeAreaRated;
import no.journeyledger.events.journey.StageEvent.StageMoved;
import no.journeyledger.events.journey.TeamEvent.TeamMemberJoined;
import no.journeyledger.events.journey.TeamRole;
import no.journeyledger.events.journey.WordingHash;
import org.junit.jupiter.api.Test;

/** What may be proposed, in which wording. */
class ProposingADecisionTest {

    private static Proposal proposal(Proposal.About about, UUID... alsoConcerns) {
        return new Proposal(about, envelope(KARI, "wording"), null, null, List.of(alsoConcerns));
    }

    private static ProposeDecision propose(Proposal.About about, UUID... alsoConcerns) {
        return new ProposeDecision(JOURNEY, DECISION, proposal(about, alsoConcerns));
    }

    private static Proposal.Budget budget(AmountLine... lines) {
        return new Proposal.Budget(BudgetAction.ALLOCATE, MEASURE, List.of(lines));
    }

    private static final Proposal.Close CLOSE = new Proposal.Close(CloseReason.MOVED);

    @Test
    void the_ledger_derives_whom_a_decision_concerns_and_a_proposer_may_add() {
        List<UUID> concerned = List.of(KARI, SAMIR);
        Matter matter = allocation(line(100_000));
        String hash = WordingHash.of(DECISION, 1, matter, envelope(KARI, "wording"), null, null, concerned);
        enrolled(SAMIR)
                .drafted(1, List.of(KARI))
                .then(new PlanAgreed(1, id(40)))
                .when(propose(budget(line(100_000)), SAMIR), worker(ADVISER))
                .records(new DecisionProposed(
                        DECISION,
                        1,
                        matter,
                        envelope(KARI, "wording"),
                        null,
                        null,
                        concerned,
                        hash,
                        ADVISER,
                        "2026-01"))
                .answers(new Created.Proposal(DECISION, 1, hash, concerned, List.of(line(100_000))));
    }

    @Test
    void a_proposer_who_leaves_out_somebody_the_measure_names_is_corrected_by_the_ledger() {
        List<UUID> named = List.of(KARI, SAMIR);
        Matter matter = allocation(line(100_000));
        String hash = WordingHash.of(DECISION, 1, matter, envelope(KARI, "wording"), null, null, named);
        enrolled(SAMIR)
                .drafted(1, named)
                .then(new PlanAgreed(1, id(40)))
                .when(propose(budget(line(100_000)), KARI), worker(ADVISER))
                .answers(new Created.Proposal(DECISION, 1, hash, named, List.of(line(100_000))));
    }

    @Test
    void a_plan_concerns_everybody_enrolled() {
        Story story = enrolled(SAMIR, NORA).drafted(1, List.of(KARI)).left(SAMIR);
        String hash = WordingHash.of(
                DECISION,
                1,
                new Matter.OfPlan(1, story.draftedHash()),
                envelope(KARI, "wording"),
                null,
                null,
                List.of(KARI, NORA));
        story.when(propose(new Proposal.Plan(1)), worker(ADVISER))
                .answers(new Created.Proposal(DECISION, 1, hash, List.of(KARI, NORA), List.of()));
    }

    @Test
    void a_new_wording_has_a_new_hash_and_the_next_revision() {
        String hash = WordingHash.of(
                DECISION, 2, allocation(line(100_000)), envelope(KARI, "wording"), null, null, List.of(KARI));
        planned()
                .proposedBudget(KARI)
                .when(new RewordDecision(JOURNEY, DECISION, proposal(budget(line(100_000)))), worker(ADVISER))
                .answers(new Created.Proposal(DECISION, 2, hash, List.of(KARI), List.of(line(100_000))));
    }

    @Test
    @Shows(DecisionAfterClosing.class)
    void nothing_is_proposed_answered_or_heard_after_closing() {
        Story story = planned(NORA).proposedBudget(KARI, NORA).closed();
        for (Object command : List.of(
                propose(CLOSE),
                new RewordDecision(JOURNEY, DECISION, proposal(budget(line(1)))),
                new RecordHearing(JOURNEY, DECISION, NORA, story.wordingHash(), HearingOutcome.HEARD, false, null),
                new RecordAnswer(
                        JOURNEY,
                        answer(1),
                        DECISION,
                        KARI,
                        KARI,
                        story.wordingHash(),
                        Answer.AGREES,
                        null,
                        Means.SELF_SERVICE,
                        null,
                        null,
                        null))) {
            story.when(command, worker(ADVISER)).isRejected(new DecisionAfterClosing(JOURNEY));
        }
    }

    @Test
    @Shows(DecisionIdTaken.class)
    void a_decision_is_proposed_once() {
        enrolled()
                .proposed(new Matter.OfClose(CloseReason.MOVED), KARI)
                .when(propose(CLOSE), worker(ADVISER))
                .isRejected(new DecisionIdTaken(DECISION));
    }

    @Test
    @Shows(KindStays.class)
    void a_new_wording_keeps_the_kind() {
        planned()
                .proposedBudget(KARI)
                .when(new RewordDecision(JOURNEY, DECISION, proposal(CLOSE)), worker(ADVISER))
                .isRejected(new KindStays(DecisionKind.BUDGET));
    }

    @Test
    @Shows(ProposerNotOnTeam.class)
    void proposals_come_from_the_team_and_are_withdrawn_by_it() {
        enrolled().when(propose(CLOSE), worker(OUTSIDER)).isRejected(new ProposerNotOnTeam(OUTSIDER));
        planned()
                .proposedBudget(KARI)
                .when(new WithdrawProposal(JOURNEY, DECISION), worker(OUTSIDER))
                .isRejected(new ProposerNotOnTeam(OUTSIDER));
        planned()
                .proposedBudget(KARI)
                .when(new WithdrawProposal(JOURNEY, DECISION), worker(TEACHER))
                .records(new ProposalWithdrawn(DECISION));
    }

    @Test
    @Shows(AlsoConcernsUnknown.class)
    void only_somebody_of_the_household_is_added() {
        enrolled().when(propose(CLOSE, STRANGER), worker(ADVISER)).isRejected(new AlsoConcernsUnknown(STRANGER));
    }

    @Test
    @Shows(PlanVersionUnknown.class)
    void a_plan_decision_is_about_a_draft_that_waits() {
        planned().when(propose(new Proposal.Plan(1)), worker(ADVISER)).isRejected(new PlanVersionUnknown(1));
        planned().when(propose(new Proposal.Plan(2)), worker(ADVISER)).isRejected(new PlanVersionUnknown(2));
    }

    @Test
    @Shows(PlanNotAgreed.class)
    void money_goes_to_an_agreed_plan() {
        enrolled()
                .drafted(1, List.of(KARI))
                .when(propose(budget(line(1))), worker(ADVISER))
                .isRejected(new PlanNotAgreed(MEASURE));
    }

    @Test
    @Shows(MeasureNotInPlan.class)
    void money_goes_to_a_measure_of_the_plan() {
        planned()
                .when(propose(new Proposal.Budget(BudgetAction.ALLOCATE, id(59), List.of(line(1)))), worker(ADVISER))
                .isRejected(new MeasureNotInPlan(id(59)));
    }

    @Test
    @Shows(MeasureIsFinished.class)
    void a_finished_measure_gets_no_more_money() {
        planned()
                .then(new MeasureFinished(MEASURE, null))
                .when(propose(budget(line(1))), worker(ADVISER))
                .isRejected(new MeasureIsFinished(MEASURE));
    }

    @Test
    @Shows(LinesMissing.class)
    void a_budget_decision_has_lines() {
        planned().when(propose(budget()), worker(ADVISER)).isRejected(new LinesMissing(DECISION));
    }

    @Test
    @Shows(LineTwice.class)
    void a_line_stands_once() {
        planned().when(propose(budget(line(1), line(2))), worker(ADVISER)).isRejected(new LineTwice(LINE));
    }

    @Test
    @Shows(AmountOutOfRange.class)
    void an_amount_is_positive_and_cannot_overflow() {
        for (long ore : new long[] {0, -1, Long.MAX_VALUE}) {
            planned().when(propose(budget(line(ore))), worker(ADVISER)).isRejected(new AmountOutOfRange(ore));
        }
    }

    @Test
    @Shows(StageUnchanged.class)
    void a_move_goes_somewhere() {
        enrolled()
                .rated()
                .when(propose(new Proposal.StageMove(Stage.VULNERABLE, null)), worker(ADVISER))
                .isRejected(new StageUnchanged(Stage.VULNERABLE));
    }

    @Test
    @Shows(StageBeforeEnrolment.class)
    void a_stage_is_set_by_enrolment() {
        qualified()
                .then(new TeamMemberJoined(ADVISER, LABOUR, TeamRole.MEMBER))
                .when(propose(new Proposal.StageMove(Stage.STABLE, null)), worker(ADVISER))
                .isRejected(new StageBeforeEnrolment(JOURNEY));
    }

    @Test
    @Shows(MoveBackNeedsReason.class)
    void a_move_back_carries_its_reason() {
        enrolled()
                .rated()
                .when(propose(new Proposal.StageMove(Stage.UNTENABLE, null)), worker(ADVISER))
                .isRejected(new MoveBackNeedsReason(Stage.VULNERABLE, Stage.UNTENABLE));
        enrolled()
                .rated()
                .when(
                        propose(new Proposal.StageMove(Stage.UNTENABLE, envelope(KARI, "lost the home"))),
                        worker(ADVISER))
                .isDone();
    }

    @Test
    @Shows(RatingsMissing.class)
    void a_move_has_ratings_behind_it_by_the_team_and_the_citizen_who_may_decline() {
        var move = propose(new Proposal.StageMove(Stage.STABLE, null));
        var byTeam = new LifeAreaRated(KARI, LifeArea.HOUSING, Stage.STABLE, Rater.TEAM, null);
        enrolled().when(move, worker(ADVISER)).isRejected(new RatingsMissing(false, false));
        enrolled().then(byTeam).when(move, worker(ADVISER)).isRejected(new RatingsMissing(true, false));
        enrolled()
                .rated()
                .then(new StageMoved(id(43), Stage.VULNERABLE, Stage.SUSTAINABLE, null))
                .when(propose(new Proposal.StageMove(Stage.STABLE, envelope(KARI, "why"))), worker(ADVISER))
                .isRejected(new RatingsMissing(false, false));
        enrolled()
                .then(byTeam)
                .then(new SelfReportRecorded(
                        id(96), KARI, Instrument.LADDER, "1", Moment.DURING, TODAY, "nb", KARI, false, true, null))
                .when(move, worker(ADVISER))
                .isDone();
    }

    @Test
    @Shows(CloseReasonNotForDecision.class)
    void nobody_decides_that_everybody_leaves() {
        enrolled()
                .when(propose(new Proposal.Close(CloseReason.LEFT)), worker(ADVISER))
                .isRejected(new CloseReasonNotForDecision("LEFT"));
    }

    @Test
    @Shows(HearingNeedsView.class)
    void a_hearing_carries_the_childs_view_or_why_it_was_not_sought() {
        Story story = planned(NORA).proposedBudget(KARI, NORA);
        story.when(
                        new RecordHearing(
                                JOURNEY, DECISION, NORA, story.wordingHash(), HearingOutcome.HEARD, false, null),
                        worker(TEACHER))
                .isRejected(new HearingNeedsView(NORA));
        story.when(
                        new RecordHearing(
                                JOURNEY,
                                DECISION,
                                NORA,
                                story.wordingHash(),
                                HearingOutcome.DID_NOT_WISH_TO_SPEAK,
                                false,
                                null),
                        worker(TEACHER))
                .records(new ChildHearingRecorded(
                        DECISION, NORA, story.wordingHash(), HearingOutcome.DID_NOT_WISH_TO_SPEAK, false, null));
    }
}
