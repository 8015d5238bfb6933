package no.journeyledger.command.decision;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.allocation;
import static no.journeyledger.command.story.Story.answer;
import static no.journeyledger.command.story.Story.enrolled;
import static no.journeyledger.command.story.Story.line;
import static no.journeyledger.command.story.Story.planned;
import static no.journeyledger.events.journey.Answer.AGREES;
import static no.journeyledger.events.journey.Answer.COULD_NOT_ANSWER;
import static no.journeyledger.events.journey.Answer.DISAGREES;
import static no.journeyledger.events.journey.RefusalReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import no.journeyledger.command.decision.DecisionRejection.DecisionAlreadyTaken;
import no.journeyledger.command.decision.DecisionRejection.DecisionFundUnknown;
import no.journeyledger.command.decision.DecisionRejection.DecisionUnknown;
import no.journeyledger.command.decision.DecisionRejection.MatterOvertaken;
import no.journeyledger.command.decision.DecisionRejection.ProposalWithdrawnBefore;
import no.journeyledger.command.decision.DecisionRejection.Refused;
import no.journeyledger.command.decision.DecisionRejection.ReservationDoesNotFit;
import no.journeyledger.command.person.PersonClaim;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.fund.FundEvent.AmountReserved;
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.events.fund.FundEvent.ReservationReleased;
import no.journeyledger.events.journey.AmountLine;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.BudgetAction;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CaptureEvent.HouseholdMemberRegistered;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.DecisionEvent.ProposalWithdrawn;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.HouseholdRole;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.events.journey.Participation;
import no.journeyledger.events.journey.PlanEvent.MeasureFinished;
import no.journeyledger.events.journey.PlanEvent.PlanAgreed;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.StageEvent.StageMoved;
import no.journeyledger.events.person.PersonEvent.JourneyReleased;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** No decision about me without me: each rule in the order in which it refuses. */
class TakingADecisionTest {

    private static final Matter CLOSE = new Matter.OfClose(CloseReason.SUSTAINABLE);
    private static final Matter MOVE_UP = new Matter.OfStageMove(Stage.VULNERABLE, Stage.STABLE, null);

    private static Missing missing(RefusalReason reason, @Nullable UUID person, @Nullable String fact) {
        return new Missing(reason, person, fact);
    }

    private static Participation self(UUID person, UUID answerId) {
        return new Participation(person, AGREES, Assurance.SELF, Means.SELF_SERVICE, person, answerId, null);
    }

    /** A budget decision of 1 000 kr about Kari and these others that everything is in order for but their answers. */
    private static Story budget(UUID... others) {
        UUID[] all = new UUID[others.length + 1];
        all[0] = KARI;
        System.arraycopy(others, 0, all, 1, others.length);
        return planned(others).mandate().fund(1_000_000).proposedBudget(all);
    }

    @Nested
    class with_everybody {

        @Test
        void a_budget_decision_is_taken_and_reserves_its_money_in_the_fund() {
            Story story = budget(SAMIR).agree(KARI, SAMIR);
            story.taking()
                    .records(new DecisionTaken(
                            DECISION,
                            allocation(line(100_000)),
                            story.wordingHash(),
                            List.of(self(KARI, answer(1)), self(SAMIR, answer(2))),
                            LEADER,
                            List.of(MANDATE),
                            null,
                            "2026-01"));
            assertThat(story.recordedBeside(FUND))
                    .endsWith(new AmountReserved(LINE, JOURNEY, DECISION, MEASURE, GOAL, LABOUR, 2026, 100_000));
        }

        @Test
        void a_plan_is_agreed() {
            Story story = enrolled().drafted(1, List.of(KARI));
            String planHash = planHash();
            story.proposed(new Matter.OfPlan(1, planHash), KARI).agree(KARI);
            story.taking()
                    .records(
                            new DecisionTaken(
                                    DECISION,
                                    new Matter.OfPlan(1, planHash),
                                    story.wordingHash(),
                                    List.of(self(KARI, answer(1))),
                                    LEADER,
                                    List.of(),
                                    null,
                                    "2026-01"),
                            new PlanAgreed(1, DECISION));
        }

        @Test
        void a_stage_is_moved_and_a_differing_view_stands_beside_it() {
            Story story = enrolled().rated().proposed(MOVE_UP, KARI).says(KARI, DISAGREES);
            story.when(new TakeDecision(JOURNEY, DECISION, envelope(KARI, "we see it otherwise")), worker(LEADER))
                    .records(
                            new DecisionTaken(
                                    DECISION,
                                    MOVE_UP,
                                    story.wordingHash(),
                                    List.of(new Participation(
                                            KARI,
                                            DISAGREES,
                                            Assurance.SELF,
                                            Means.SELF_SERVICE,
                                            KARI,
                                            answer(1),
                                            null)),
                                    LEADER,
                                    List.of(),
                                    envelope(KARI, "we see it otherwise"),
                                    "2026-01"),
                            new StageMoved(DECISION, Stage.VULNERABLE, Stage.STABLE, null));
        }

        @Test
        void a_journey_is_closed_and_everybody_may_enter_another() {
            Story story =
                    enrolled().claimed(KARI, JOURNEY).proposed(CLOSE, KARI).agree(KARI);
            story.taking()
                    .records(
                            new DecisionTaken(
                                    DECISION,
                                    CLOSE,
                                    story.wordingHash(),
                                    List.of(self(KARI, answer(1))),
                                    LEADER,
                                    List.of(),
                                    null,
                                    "2026-01"),
                            new JourneyClosed(CloseReason.SUSTAINABLE, DECISION));
            assertThat(story.recordedBeside(PersonClaim.idOf(KARI))).endsWith(new JourneyReleased(KARI, JOURNEY));
        }

        @Test
        void an_unfinished_measures_money_is_released() {
            Story story = planned()
                    .mandate()
                    .fund(1_000_000)
                    .beside(FUND, new AmountReserved(LINE, JOURNEY, id(42), MEASURE, GOAL, LABOUR, 2026, 300_000))
                    .proposed(new Matter.OfBudget(BudgetAction.RELEASE, MEASURE, List.of(line(300_000))), KARI)
                    .agree(KARI);
            story.taking().isDone();
            assertThat(story.recordedBeside(FUND))
                    .endsWith(new ReservationReleased(LINE, JOURNEY, 2026, 300_000, DECISION));
        }

        private static String planHash() {
            var story = enrolled().drafted(1, List.of(KARI));
            return story.draftedHash();
        }
    }

    @Nested
    class in_the_order_of_refusal {

        @Test
        @Shows(rules = JOURNEY_CLOSED, value = Refused.class)
        void a_decision_is_refused_on_a_closed_journey() {
            budget().agree(KARI).closed().taking().isRefused(JOURNEY_CLOSED, missing(JOURNEY_CLOSED, null, null));
        }

        @Test
        @Shows(rules = NOT_ENROLLED)
        void a_decision_is_refused_when_somebody_it_concerns_has_left() {
            budget(SAMIR)
                    .agree(KARI, SAMIR)
                    .left(SAMIR)
                    .taking()
                    .isRefused(NOT_ENROLLED, missing(NOT_ENROLLED, SAMIR, "LEFT"));
        }

        @Test
        void a_decision_is_refused_when_nobody_is_enrolled_any_more() {
            budget().agree(KARI).left(KARI).taking().isRefused(NOT_ENROLLED, missing(NOT_ENROLLED, null, null));
        }

        @Test
        @Shows(rules = NOBODY_CONCERNED)
        void a_decision_is_refused_when_it_concerns_nobody() {
            Story.qualified()
                    .proposed(CLOSE)
                    .taking()
                    .isRefused(NOBODY_CONCERNED, missing(NOBODY_CONCERNED, null, null));
        }

        @Test
        @Shows(rules = WORDING_CHANGED)
        void a_decision_is_refused_when_the_wording_changed_after_somebody_answered() {
            budget(SAMIR)
                    .agree(KARI, SAMIR)
                    .proposedBudget(KARI, SAMIR)
                    .agree(SAMIR)
                    .taking()
                    .isRefused(WORDING_CHANGED, missing(WORDING_CHANGED, KARI, null));
        }

        @Test
        void one_character_changed_after_everybody_agreed_names_everybody_again() {
            budget(SAMIR)
                    .agree(KARI, SAMIR)
                    .proposedBudget(KARI, SAMIR)
                    .taking()
                    .isRefused(
                            WORDING_CHANGED,
                            missing(WORDING_CHANGED, KARI, null),
                            missing(WORDING_CHANGED, SAMIR, null));
        }

        @Test
        void a_mandate_exceeded_by_one_ore_is_exceeded() {
            planned()
                    .mandate()
                    .fund(100_000_000)
                    .proposed(allocation(line(10_000_000)), KARI)
                    .agree(KARI)
                    .taking()
                    .isDone();
            planned()
                    .mandate()
                    .fund(100_000_000)
                    .proposed(allocation(line(10_000_001)), KARI)
                    .agree(KARI)
                    .taking()
                    .isRefusedFirstBecause(MANDATE_EXCEEDED);
        }

        @Test
        void a_mandate_that_ends_while_the_decision_waits_is_refused_at_taking() {
            Story story = planned()
                    .mandate(MANDATE, LEADER, LABOUR, 10_000_000, List.of(2026), TODAY, false)
                    .fund(1_000_000)
                    .proposedBudget(KARI)
                    .agree(KARI);
            story.on(TODAY.plusDays(1)).taking().isRefusedFirstBecause(MANDATE_EXPIRED);
        }

        @Test
        void a_decision_is_refused_when_it_concerns_others_than_it_did() {
            enrolled()
                    .drafted(1, List.of(KARI))
                    .proposed(new Matter.OfPlan(1, "hash"), KARI)
                    .agree(KARI)
                    .registered(SAMIR)
                    .then(new HouseholdEnrolled(List.of(SAMIR), Stage.VULNERABLE, Stage.SUSTAINABLE, TODAY))
                    .taking()
                    .isRefused(
                            WORDING_CHANGED,
                            missing(WORDING_CHANGED, KARI, null),
                            missing(NOT_TAKEN_PART, SAMIR, "NOT_NAMED"));
        }

        @Test
        @Shows(rules = NOT_TAKEN_PART)
        void a_decision_is_refused_when_somebody_has_not_taken_part_and_each_is_named() {
            budget(SAMIR, STEPFATHER)
                    .agree(KARI)
                    .taking()
                    .isRefused(
                            NOT_TAKEN_PART,
                            missing(NOT_TAKEN_PART, SAMIR, null),
                            missing(NOT_TAKEN_PART, STEPFATHER, null));
        }

        @Test
        void could_not_answer_is_no_participation_in_a_budget_decision() {
            budget().met(MEETING, TODAY, ADVISER, TEACHER)
                    .written(KARI, COULD_NOT_ANSWER, MEETING, Means.REMOTE)
                    .confirmed(MEETING, TEACHER, answer(1))
                    .taking()
                    .isRefused(NOT_TAKEN_PART, missing(NOT_TAKEN_PART, KARI, "ATTEMPTS=1"));
        }

        @Test
        @Shows(rules = SOMEBODY_DISAGREES)
        void a_decision_is_refused_when_somebody_disagrees_and_it_is_not_said_who() {
            budget(SAMIR)
                    .agree(KARI)
                    .says(SAMIR, DISAGREES)
                    .taking()
                    .isRefused(SOMEBODY_DISAGREES, missing(SOMEBODY_DISAGREES, null, "1"));
        }

        @Test
        void a_disagreement_counts_however_unsure_the_ledger_is_of_it() {
            budget().agree(KARI)
                    .met(MEETING, TODAY, KARI, ADVISER)
                    .written(KARI, DISAGREES, MEETING, Means.IN_MEETING)
                    .taking()
                    .isRefused(SOMEBODY_DISAGREES, missing(SOMEBODY_DISAGREES, null, "1"));
        }

        @Test
        void one_workers_word_does_not_outweigh_what_the_person_said_before() {
            budget().says(KARI, DISAGREES)
                    .met(MEETING, TODAY, KARI, ADVISER)
                    .written(KARI, AGREES, MEETING, Means.IN_MEETING)
                    .taking()
                    .isRefused(SOMEBODY_DISAGREES, missing(SOMEBODY_DISAGREES, null, "1"));
        }

        @Test
        void the_latest_answer_of_the_person_counts() {
            budget().says(KARI, DISAGREES).says(KARI, AGREES).taking().isDone();
        }

        @Test
        @Shows(rules = ASSURANCE_TOO_LOW)
        void a_decision_is_refused_when_an_answer_is_one_workers_word_alone() {
            budget().met(MEETING, TODAY, KARI, ADVISER)
                    .written(KARI, AGREES, MEETING, Means.IN_MEETING)
                    .taking()
                    .isRefused(ASSURANCE_TOO_LOW, missing(ASSURANCE_TOO_LOW, KARI, "NO_WITNESS"));
        }

        @Test
        void a_witnessed_answer_is_enough() {
            budget().met(MEETING, TODAY, KARI, ADVISER, TEACHER)
                    .written(KARI, AGREES, MEETING, Means.IN_MEETING)
                    .confirmed(MEETING, TEACHER, answer(1))
                    .taking()
                    .isDone();
        }

        @Test
        void a_confirmation_by_the_taker_does_not_count() {
            budget().met(MEETING, TODAY, KARI, ADVISER, LEADER)
                    .written(KARI, AGREES, MEETING, Means.IN_MEETING)
                    .confirmed(MEETING, LEADER, answer(1))
                    .taking()
                    .isRefused(ASSURANCE_TOO_LOW, missing(ASSURANCE_TOO_LOW, KARI, "TAKER_IS_WITNESS"));
        }

        @Test
        void a_second_witness_who_is_not_the_taker_does() {
            budget().met(MEETING, TODAY, KARI, ADVISER, LEADER, TEACHER)
                    .written(KARI, AGREES, MEETING, Means.IN_MEETING)
                    .confirmed(MEETING, LEADER, answer(1))
                    .confirmed(MEETING, TEACHER, answer(1))
                    .taking()
                    .isDone();
        }

        @Test
        @Shows(rules = CHILD_NOT_HEARD)
        void a_decision_is_refused_when_a_concerned_child_was_not_heard() {
            budget(NORA)
                    .agree(KARI)
                    .saysFor(NORA, KARI, AGREES)
                    .taking()
                    .isRefused(CHILD_NOT_HEARD, missing(CHILD_NOT_HEARD, NORA, "NO_HEARING"));
        }

        @Test
        void from_twelve_only_the_childs_own_wish_excuses_that_it_was_not_heard() {
            budget(ELIAS)
                    .agree(KARI)
                    .saysFor(ELIAS, KARI, AGREES)
                    .heard(ELIAS, HearingOutcome.NOT_SOUGHT, false)
                    .taking()
                    .isRefused(CHILD_NOT_HEARD, missing(CHILD_NOT_HEARD, ELIAS, "NOT_SOUGHT"));
            budget(ELIAS)
                    .agree(KARI)
                    .saysFor(ELIAS, KARI, AGREES)
                    .heard(ELIAS, HearingOutcome.DID_NOT_WISH_TO_SPEAK, false)
                    .taking()
                    .isDone();
        }

        @Test
        void below_twelve_a_stated_reason_excuses_and_below_seven_nothing_is_asked() {
            budget(NORA, OLE)
                    .agree(KARI)
                    .saysFor(NORA, KARI, AGREES)
                    .saysFor(OLE, KARI, AGREES)
                    .heard(NORA, HearingOutcome.NOT_SOUGHT, false)
                    .taking()
                    .isDone();
        }

        @Test
        void a_child_heard_on_another_wording_was_not_heard_on_this() {
            budget(NORA)
                    .heard(NORA, HearingOutcome.HEARD, false)
                    .proposedBudget(KARI, NORA)
                    .agree(KARI)
                    .saysFor(NORA, KARI, AGREES)
                    .taking()
                    .isRefused(CHILD_NOT_HEARD, missing(CHILD_NOT_HEARD, NORA, "NO_HEARING"));
        }

        @Test
        @Shows(rules = REPRESENTATIVE_OUT_OF_SCOPE)
        void a_decision_is_refused_when_somebody_without_parental_responsibility_answered_for_a_child() {
            budget(OLE, STEPFATHER)
                    .agree(KARI, STEPFATHER)
                    .saysFor(OLE, STEPFATHER, AGREES)
                    .taking()
                    .isRefused(
                            REPRESENTATIVE_OUT_OF_SCOPE,
                            missing(REPRESENTATIVE_OUT_OF_SCOPE, OLE, STEPFATHER.toString()));
        }

        @Test
        @Shows(rules = TAKER_NOT_ON_TEAM)
        void a_decision_is_refused_when_the_taker_is_not_on_the_team() {
            budget().agree(KARI)
                    .takingBy(OUTSIDER)
                    .isRefused(TAKER_NOT_ON_TEAM, missing(TAKER_NOT_ON_TEAM, null, null));
        }

        @Test
        @Shows(rules = TAKER_RELATED)
        void a_decision_is_refused_when_the_taker_is_related_to_somebody_it_concerns() {
            budget().agree(KARI)
                    .related(LEADER, KARI)
                    .taking()
                    .isRefused(TAKER_RELATED, missing(TAKER_RELATED, KARI, null));
        }

        @Test
        @Shows(rules = MANDATE_MISSING)
        void a_decision_is_refused_without_a_mandate_of_the_paying_service() {
            planned()
                    .fund(1_000_000)
                    .mandate(MANDATE, LEADER, HEALTH, 10_000_000, List.of(2026), TODAY.plusDays(1), false)
                    .proposedBudget(KARI)
                    .agree(KARI)
                    .taking()
                    .isRefused(MANDATE_MISSING, missing(MANDATE_MISSING, null, LABOUR.toString()));
        }

        @Test
        @Shows(rules = MANDATE_EXPIRED)
        void a_decision_is_refused_when_the_mandate_is_not_in_force_today() {
            planned()
                    .fund(1_000_000)
                    .mandate(MANDATE, LEADER, LABOUR, 10_000_000, List.of(2026), TODAY.minusDays(1), false)
                    .proposedBudget(KARI)
                    .agree(KARI)
                    .taking()
                    .isRefused(MANDATE_EXPIRED, missing(MANDATE_EXPIRED, null, LABOUR.toString()));
        }

        @Test
        void a_mandate_is_in_force_on_its_last_day() {
            planned()
                    .fund(1_000_000)
                    .mandate(MANDATE, LEADER, LABOUR, 10_000_000, List.of(2026), TODAY, false)
                    .proposedBudget(KARI)
                    .agree(KARI)
                    .taking()
                    .isDone();
        }

        @Test
        @Shows(rules = MANDATE_WRONG_YEAR)
        void a_decision_is_refused_when_the_mandate_does_not_cover_the_budget_year() {
            planned()
                    .fund(1_000_000)
                    .mandate(MANDATE, LEADER, LABOUR, 10_000_000, List.of(2025), TODAY, false)
                    .proposedBudget(KARI)
                    .agree(KARI)
                    .taking()
                    .isRefused(MANDATE_WRONG_YEAR, missing(MANDATE_WRONG_YEAR, null, LABOUR.toString()));
        }

        @Test
        void a_pledge_beyond_the_year_needs_a_mandate_that_says_so() {
            var next = new AmountLine(LINE, FUND, LABOUR, 2027, 100_000);
            planned()
                    .mandate(MANDATE, LEADER, LABOUR, 10_000_000, List.of(2026, 2027), TODAY, false)
                    .proposed(allocation(next), KARI)
                    .agree(KARI)
                    .taking()
                    .isRefused(MANDATE_WRONG_YEAR, missing(MANDATE_WRONG_YEAR, null, LABOUR.toString()));
            planned()
                    .fund(1_000_000)
                    .beside(FUND, new ContributionReceived(id(201), LABOUR, 2027, 100_000))
                    .mandate(MANDATE, LEADER, LABOUR, 10_000_000, List.of(2026, 2027), TODAY, true)
                    .proposed(allocation(next), KARI)
                    .agree(KARI)
                    .taking()
                    .isDone();
        }

        @Test
        @Shows(rules = MANDATE_EXCEEDED)
        void a_decision_is_refused_when_its_lines_together_exceed_the_mandate() {
            planned()
                    .fund(100_000_000)
                    .mandate(MANDATE, LEADER, LABOUR, 150_000, List.of(2026), TODAY, false)
                    .proposed(allocation(line(100_000), new AmountLine(id(72), FUND, LABOUR, 2026, 50_001)), KARI)
                    .agree(KARI)
                    .taking()
                    .isRefused(MANDATE_EXCEEDED, missing(MANDATE_EXCEEDED, null, LABOUR.toString()));
        }

        @Test
        @Shows(rules = PROPOSER_IS_TAKER)
        void a_decision_above_the_threshold_is_refused_when_its_proposer_takes_it() {
            planned()
                    .fund(100_000_000)
                    .mandate()
                    .proposedBy(LEADER, allocation(line(5_000_001)), KARI)
                    .agree(KARI)
                    .taking()
                    .isRefused(PROPOSER_IS_TAKER, missing(PROPOSER_IS_TAKER, null, "5000000"));
        }

        @Test
        void up_to_the_threshold_the_proposer_may_take_it() {
            planned()
                    .fund(100_000_000)
                    .mandate()
                    .proposedBy(LEADER, allocation(line(5_000_000)), KARI)
                    .agree(KARI)
                    .taking()
                    .isDone();
        }

        @Test
        @Shows(rules = WEIGHING_MISSING)
        void a_decision_is_refused_when_nothing_answers_a_childs_disagreement() {
            Story story = budget(NORA).agree(KARI).saysFor(NORA, KARI, AGREES).heard(NORA, HearingOutcome.HEARD, true);
            story.taking().isRefused(WEIGHING_MISSING, missing(WEIGHING_MISSING, null, null));
            story.when(new TakeDecision(JOURNEY, DECISION, envelope(KARI, "because")), worker(LEADER))
                    .isDone();
        }

        @Test
        @Shows(rules = FUND_EXHAUSTED)
        void a_decision_is_refused_when_the_fund_has_less_than_it_needs() {
            Story story = planned().mandate().fund(99_999).proposedBudget(KARI).agree(KARI);
            story.taking().isRefused(FUND_EXHAUSTED, missing(FUND_EXHAUSTED, null, FUND + "/2026/99999"));
            assertThat(story.recordedBeside(FUND)).hasSize(2);
        }

        @Test
        void a_fund_that_runs_out_between_proposing_and_taking_refuses_the_taking() {
            Story story = planned().mandate().fund(100_000).proposedBudget(KARI).agree(KARI);
            UUID elsewhere = id(300);
            story.beside(FUND, new AmountReserved(id(301), elsewhere, id(302), id(303), id(304), LABOUR, 2026, 1));
            story.taking().isRefused(FUND_EXHAUSTED, missing(FUND_EXHAUSTED, null, FUND + "/2026/99999"));
            assertThat(story.recordedBeside(FUND)).hasSize(3);
        }

        @Test
        void lines_on_the_same_fund_and_year_are_needed_together() {
            planned()
                    .mandate()
                    .fund(150_000)
                    .proposed(allocation(line(100_000), new AmountLine(id(72), FUND, LABOUR, 2026, 50_001)), KARI)
                    .agree(KARI)
                    .taking()
                    .isRefused(FUND_EXHAUSTED, missing(FUND_EXHAUSTED, null, FUND + "/2026/150000"));
        }
    }

    /** Of two faults at once, the one earlier in the order is the reason. */
    @Nested
    class of_two_faults_the_earlier_is_the_reason {

        @Test
        void closed_before_not_enrolled() {
            budget(SAMIR).left(SAMIR).closed().taking().isRefusedFirstBecause(JOURNEY_CLOSED);
        }

        @Test
        void not_enrolled_before_nobody_concerned() {
            planned().mandate().proposedBudget().left(KARI).taking().isRefusedFirstBecause(NOT_ENROLLED);
        }

        @Test
        void nobody_concerned_before_wording_changed() {
            enrolled()
                    .proposed(CLOSE, KARI)
                    .agree(KARI)
                    .proposed(CLOSE)
                    .taking()
                    .isRefusedFirstBecause(NOBODY_CONCERNED);
        }

        @Test
        void wording_changed_before_not_taken_part() {
            budget(SAMIR)
                    .agree(KARI)
                    .proposedBudget(KARI, SAMIR)
                    .taking()
                    .isRefused(
                            WORDING_CHANGED,
                            missing(WORDING_CHANGED, KARI, null),
                            missing(NOT_TAKEN_PART, SAMIR, null));
        }

        @Test
        void not_taken_part_before_somebody_disagrees_which_is_not_told_with_it() {
            budget(SAMIR)
                    .says(KARI, DISAGREES)
                    .taking()
                    .isRefused(NOT_TAKEN_PART, missing(NOT_TAKEN_PART, SAMIR, null));
        }

        @Test
        void somebody_disagrees_before_assurance_too_low() {
            budget(SAMIR)
                    .says(SAMIR, DISAGREES)
                    .met(MEETING, TODAY, KARI, ADVISER)
                    .written(KARI, AGREES, MEETING, Means.IN_MEETING)
                    .taking()
                    .isRefusedFirstBecause(SOMEBODY_DISAGREES);
        }

        @Test
        void assurance_too_low_before_child_not_heard_and_both_are_told() {
            budget(NORA)
                    .saysFor(NORA, KARI, AGREES)
                    .met(MEETING, TODAY, KARI, ADVISER)
                    .written(KARI, AGREES, MEETING, Means.IN_MEETING)
                    .taking()
                    .isRefused(
                            ASSURANCE_TOO_LOW,
                            missing(ASSURANCE_TOO_LOW, KARI, "NO_WITNESS"),
                            missing(CHILD_NOT_HEARD, NORA, "NO_HEARING"));
        }

        @Test
        void child_not_heard_before_representative_out_of_scope() {
            budget(NORA, STEPFATHER)
                    .agree(KARI, STEPFATHER)
                    .saysFor(NORA, STEPFATHER, AGREES)
                    .taking()
                    .isRefusedFirstBecause(CHILD_NOT_HEARD);
        }

        @Test
        void representative_out_of_scope_before_taker_not_on_team() {
            budget(SAMIR)
                    .agree(KARI)
                    .saysFor(SAMIR, KARI, AGREES)
                    .takingBy(OUTSIDER)
                    .isRefusedFirstBecause(REPRESENTATIVE_OUT_OF_SCOPE);
        }

        @Test
        void taker_not_on_team_before_taker_related() {
            budget().agree(KARI).related(OUTSIDER, KARI).takingBy(OUTSIDER).isRefusedFirstBecause(TAKER_NOT_ON_TEAM);
        }

        @Test
        void taker_related_before_mandate_missing() {
            budget().agree(KARI).related(TEACHER, KARI).takingBy(TEACHER).isRefusedFirstBecause(TAKER_RELATED);
        }

        @Test
        void mandate_missing_before_mandate_expired() {
            planned()
                    .mandate(MANDATE, LEADER, LABOUR, 10_000_000, List.of(2026), TODAY.minusDays(1), false)
                    .proposed(allocation(line(100), new AmountLine(id(72), FUND, HEALTH, 2026, 100)), KARI)
                    .agree(KARI)
                    .taking()
                    .isRefusedFirstBecause(MANDATE_MISSING);
        }

        @Test
        void mandate_expired_before_wrong_year() {
            planned()
                    .mandate(MANDATE, LEADER, LABOUR, 10_000_000, List.of(2025), TODAY.minusDays(1), false)
                    .proposedBudget(KARI)
                    .agree(KARI)
                    .taking()
                    .isRefusedFirstBecause(MANDATE_EXPIRED);
        }

        @Test
        void wrong_year_before_exceeded() {
            planned()
                    .mandate(MANDATE, LEADER, LABOUR, 1, List.of(2025), TODAY, false)
                    .proposedBudget(KARI)
                    .agree(KARI)
                    .taking()
                    .isRefusedFirstBecause(MANDATE_WRONG_YEAR);
        }

        @Test
        void exceeded_before_proposer_is_taker() {
            planned()
                    .mandate(MANDATE, LEADER, LABOUR, 1, List.of(2026), TODAY, false)
                    .proposedBy(LEADER, allocation(line(5_000_001)), KARI)
                    .agree(KARI)
                    .taking()
                    .isRefusedFirstBecause(MANDATE_EXCEEDED);
        }

        @Test
        void proposer_is_taker_before_weighing_missing() {
            planned(NORA)
                    .mandate()
                    .proposedBy(LEADER, allocation(line(5_000_001)), KARI, NORA)
                    .agree(KARI)
                    .saysFor(NORA, KARI, AGREES)
                    .heard(NORA, HearingOutcome.HEARD, true)
                    .taking()
                    .isRefusedFirstBecause(PROPOSER_IS_TAKER);
        }

        @Test
        void weighing_missing_before_fund_exhausted() {
            planned(NORA)
                    .mandate()
                    .fund(1)
                    .proposedBudget(KARI, NORA)
                    .agree(KARI)
                    .saysFor(NORA, KARI, AGREES)
                    .heard(NORA, HearingOutcome.HEARD, true)
                    .taking()
                    .isRefusedFirstBecause(WEIGHING_MISSING);
        }
    }

    @Nested
    class who_has_a_say {

        @Test
        void the_day_before_sixteen_a_holder_of_parental_responsibility_answers() {
            budget(ELIAS)
                    .agree(KARI, ELIAS)
                    .heard(ELIAS, HearingOutcome.HEARD, false)
                    .taking()
                    .isRefused(NOT_TAKEN_PART, missing(NOT_TAKEN_PART, ELIAS, null));
        }

        @Test
        void from_sixteen_a_person_answers_for_themselves() {
            budget(ELIAS).agree(KARI, ELIAS).on(TODAY.plusDays(1)).taking().isDone();
            budget(ELIAS)
                    .agree(KARI)
                    .saysFor(ELIAS, KARI, AGREES)
                    .on(TODAY.plusDays(1))
                    .taking()
                    .isRefused(
                            REPRESENTATIVE_OUT_OF_SCOPE, missing(REPRESENTATIVE_OUT_OF_SCOPE, ELIAS, KARI.toString()));
        }

        @Test
        void a_holder_of_parental_responsibility_who_disagrees_is_not_outvoted() {
            planned()
                    .then(new HouseholdMemberRegistered(
                            SAMIR, HouseholdRole.ADULT, envelope(SAMIR, "name"), born(SAMIR), List.of()))
                    .then(new HouseholdMemberRegistered(
                            OLE, HouseholdRole.CHILD, envelope(OLE, "name"), born(OLE), List.of(KARI, SAMIR)))
                    .mandate()
                    .proposedBudget(KARI, OLE)
                    .agree(KARI)
                    .saysFor(OLE, SAMIR, DISAGREES)
                    .saysFor(OLE, KARI, AGREES)
                    .taking()
                    .isRefused(SOMEBODY_DISAGREES, missing(SOMEBODY_DISAGREES, null, "1"));
        }

        @Test
        void how_a_child_was_heard_stands_in_the_evidence() {
            Story story = budget(NORA).agree(KARI).saysFor(NORA, KARI, AGREES).heard(NORA, HearingOutcome.HEARD, false);
            story.taking()
                    .records(new DecisionTaken(
                            DECISION,
                            allocation(line(100_000)),
                            story.wordingHash(),
                            List.of(
                                    self(KARI, answer(1)),
                                    new Participation(
                                            NORA,
                                            AGREES,
                                            Assurance.SELF,
                                            Means.REPRESENTED,
                                            KARI,
                                            answer(2),
                                            HearingOutcome.HEARD)),
                            LEADER,
                            List.of(MANDATE),
                            null,
                            "2026-01"));
        }

        @Test
        void two_dated_attempts_by_different_means_are_participation_in_a_closing() {
            Story story = enrolled()
                    .proposed(CLOSE, KARI)
                    .met(MEETING, TODAY.minusDays(2), ADVISER, TEACHER)
                    .met(LATER_MEETING, TODAY, ADVISER, TEACHER)
                    .written(KARI, COULD_NOT_ANSWER, MEETING, Means.REMOTE)
                    .written(KARI, COULD_NOT_ANSWER, LATER_MEETING, Means.HOME_VISIT);
            story.taking().isRefused(ASSURANCE_TOO_LOW, missing(ASSURANCE_TOO_LOW, KARI, "NO_WITNESS"));
            story.confirmed(MEETING, TEACHER, answer(1)).confirmed(LATER_MEETING, TEACHER, answer(2));
            story.taking().isDone();
        }

        @Test
        void two_attempts_by_the_same_means_or_on_the_same_day_are_not() {
            enrolled()
                    .proposed(CLOSE, KARI)
                    .met(MEETING, TODAY.minusDays(2), ADVISER, TEACHER)
                    .met(LATER_MEETING, TODAY, ADVISER, TEACHER)
                    .written(KARI, COULD_NOT_ANSWER, MEETING, Means.REMOTE)
                    .written(KARI, COULD_NOT_ANSWER, LATER_MEETING, Means.REMOTE)
                    .taking()
                    .isRefused(NOT_TAKEN_PART, missing(NOT_TAKEN_PART, KARI, "ATTEMPTS=2"));
            enrolled()
                    .proposed(CLOSE, KARI)
                    .met(MEETING, TODAY, ADVISER, TEACHER)
                    .met(LATER_MEETING, TODAY, ADVISER, TEACHER)
                    .written(KARI, COULD_NOT_ANSWER, MEETING, Means.REMOTE)
                    .written(KARI, COULD_NOT_ANSWER, LATER_MEETING, Means.HOME_VISIT)
                    .taking()
                    .isRefused(NOT_TAKEN_PART, missing(NOT_TAKEN_PART, KARI, "ATTEMPTS=2"));
        }
    }

    @Nested
    class outside_the_rule {

        @Test
        @Shows(DecisionUnknown.class)
        void a_decision_nobody_proposed_is_unknown() {
            enrolled().taking().isRejected(new DecisionUnknown(DECISION));
        }

        @Test
        @Shows(DecisionAlreadyTaken.class)
        void a_taken_decision_is_not_taken_again() {
            Story story = budget().agree(KARI);
            story.then(new DecisionTaken(
                            DECISION,
                            allocation(line(100_000)),
                            story.wordingHash(),
                            List.of(self(KARI, answer(1))),
                            LEADER,
                            List.of(MANDATE),
                            null,
                            "2026-01"))
                    .taking()
                    .isRejected(new DecisionAlreadyTaken(DECISION));
        }

        @Test
        @Shows(ProposalWithdrawnBefore.class)
        void a_withdrawn_proposal_is_not_taken() {
            budget().agree(KARI)
                    .then(new ProposalWithdrawn(DECISION))
                    .taking()
                    .isRejected(new ProposalWithdrawnBefore(DECISION));
        }

        @Test
        @Shows(MatterOvertaken.class)
        void what_has_changed_since_the_proposal_is_proposed_anew() {
            budget().agree(KARI)
                    .then(new MeasureFinished(MEASURE, null))
                    .taking()
                    .isRejected(new MatterOvertaken(DECISION));
            enrolled()
                    .rated()
                    .proposed(MOVE_UP, KARI)
                    .agree(KARI)
                    .then(new StageMoved(id(43), Stage.VULNERABLE, Stage.UNTENABLE, envelope(KARI, "lost the home")))
                    .taking()
                    .isRejected(new MatterOvertaken(DECISION));
            enrolled()
                    .drafted(1, List.of(KARI))
                    .proposed(new Matter.OfPlan(1, "another hash"), KARI)
                    .agree(KARI)
                    .taking()
                    .isRejected(new MatterOvertaken(DECISION));
        }

        @Test
        @Shows(DecisionFundUnknown.class)
        void money_comes_from_a_fund_that_exists() {
            planned().mandate().proposedBudget(KARI).agree(KARI).taking().isRejected(new DecisionFundUnknown(FUND));
        }

        @Test
        @Shows(ReservationDoesNotFit.class)
        void a_release_is_of_what_this_measure_still_has_reserved() {
            planned()
                    .mandate()
                    .fund(1_000_000)
                    .beside(FUND, new AmountReserved(LINE, JOURNEY, id(42), MEASURE, GOAL, LABOUR, 2026, 300_000))
                    .proposed(new Matter.OfBudget(BudgetAction.RELEASE, MEASURE, List.of(line(300_001))), KARI)
                    .agree(KARI)
                    .taking()
                    .isRejected(new ReservationDoesNotFit(LINE));
        }
    }
}
