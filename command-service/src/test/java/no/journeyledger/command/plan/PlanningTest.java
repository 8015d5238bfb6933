package no.journeyledger.command.plan;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.enrolled;
import static no.journeyledger.command.story.Story.planned;
import static no.journeyledger.command.story.Story.qualified;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.Created;
import no.journeyledger.command.plan.PlanRejection.CostOutOfRange;
import no.journeyledger.command.plan.PlanRejection.DrafterNotOnTeam;
import no.journeyledger.command.plan.PlanRejection.GoalUnknown;
import no.journeyledger.command.plan.PlanRejection.GoalsMissing;
import no.journeyledger.command.plan.PlanRejection.MeasureAlreadyFinished;
import no.journeyledger.command.plan.PlanRejection.MeasureAlreadyStarted;
import no.journeyledger.command.plan.PlanRejection.MeasureEndsBeforeItBegins;
import no.journeyledger.command.plan.PlanRejection.MeasureStartsInTheFuture;
import no.journeyledger.command.plan.PlanRejection.MeasureStillAgreed;
import no.journeyledger.command.plan.PlanRejection.MeasureUnknown;
import no.journeyledger.command.plan.PlanRejection.NamesNobody;
import no.journeyledger.command.plan.PlanRejection.PlanAfterClosing;
import no.journeyledger.command.plan.PlanRejection.PlanAlreadyGathered;
import no.journeyledger.command.plan.PlanRejection.PlanBeforeEnrolment;
import no.journeyledger.command.plan.PlanRejection.PlanIdTwice;
import no.journeyledger.command.plan.PlanRejection.PlanPersonUnknown;
import no.journeyledger.command.story.Shows;
import no.journeyledger.events.journey.CostLine;
import no.journeyledger.events.journey.Goal;
import no.journeyledger.events.journey.Horizon;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.PlanEvent.IndividualPlanGathered;
import no.journeyledger.events.journey.PlanEvent.MeasureDropped;
import no.journeyledger.events.journey.PlanEvent.MeasureFinished;
import no.journeyledger.events.journey.PlanEvent.MeasureStarted;
import no.journeyledger.events.journey.PlanEvent.PlanAgreed;
import no.journeyledger.events.journey.PlanEvent.PlanDrafted;
import no.journeyledger.events.journey.PlanHash;
import no.journeyledger.events.journey.WorkPhase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The plan and its versions. */
class PlanningTest {

    private static Goal goal(UUID id, UUID... persons) {
        return new Goal(id, envelope(KARI, "goal"), Horizon.LONG, List.of(persons), null);
    }

    private static Measure measure(UUID id, UUID goal, @Nullable LocalDate until, long ore, UUID... persons) {
        return new Measure(
                id,
                goal,
                envelope(KARI, "measure"),
                LifeArea.HOUSING,
                WorkPhase.DEVELOP,
                List.of(persons),
                ADVISER,
                TODAY,
                until,
                List.of(new CostLine(LABOUR, 2026, ore)));
    }

    private static DraftPlan draft(List<Goal> goals, Measure... measures) {
        return new DraftPlan(JOURNEY, envelope(KARI, "situation"), goals, List.of(measures), List.of(), null);
    }

    private static final DraftPlan DRAFT = draft(List.of(goal(GOAL, KARI)), measure(MEASURE, GOAL, null, 100, KARI));

    @Test
    void a_plan_is_drafted_as_its_next_version() {
        String hash = PlanHash.of(
                2, DRAFT.situation(), DRAFT.goals(), DRAFT.measures(), DRAFT.undertakings(), DRAFT.expectedBenefits());
        planned()
                .when(DRAFT, worker(LEADER))
                .records(new PlanDrafted(2, DRAFT.situation(), DRAFT.goals(), DRAFT.measures(), List.of(), null, hash))
                .answers(new Created.Plan(2, List.of(GOAL), List.of(MEASURE), hash));
    }

    @Test
    @Shows(PlanAfterClosing.class)
    void a_closed_journey_has_no_new_plan() {
        planned().closed().when(DRAFT, worker(LEADER)).isRejected(new PlanAfterClosing(JOURNEY));
        planned()
                .closed()
                .when(new FinishMeasure(JOURNEY, MEASURE, null), worker(LEADER))
                .isRejected(new PlanAfterClosing(JOURNEY));
    }

    @Test
    @Shows(PlanBeforeEnrolment.class)
    void a_plan_is_made_with_an_enrolled_household() {
        qualified().when(DRAFT, worker(LEADER)).isRejected(new PlanBeforeEnrolment(JOURNEY));
    }

    @Test
    @Shows(DrafterNotOnTeam.class)
    void a_plan_is_drafted_and_a_measure_finished_by_the_team() {
        enrolled().when(DRAFT, worker(OUTSIDER)).isRejected(new DrafterNotOnTeam(OUTSIDER));
        planned()
                .when(new FinishMeasure(JOURNEY, MEASURE, null), worker(OUTSIDER))
                .isRejected(new DrafterNotOnTeam(OUTSIDER));
    }

    @Test
    @Shows(GoalsMissing.class)
    void a_plan_has_a_goal() {
        enrolled().when(draft(List.of()), worker(LEADER)).isRejected(new GoalsMissing(JOURNEY));
    }

    @Test
    @Shows(PlanIdTwice.class)
    void every_goal_and_measure_stands_once() {
        enrolled()
                .when(draft(List.of(goal(GOAL, KARI), goal(GOAL, KARI))), worker(LEADER))
                .isRejected(new PlanIdTwice(GOAL));
        enrolled()
                .when(draft(List.of(goal(GOAL, KARI)), measure(GOAL, GOAL, null, 1, KARI)), worker(LEADER))
                .isRejected(new PlanIdTwice(GOAL));
    }

    @Test
    @Shows(GoalUnknown.class)
    void a_measure_serves_a_goal_of_the_plan() {
        enrolled()
                .when(draft(List.of(goal(GOAL, KARI)), measure(MEASURE, id(59), null, 1, KARI)), worker(LEADER))
                .isRejected(new GoalUnknown(id(59)));
    }

    @Test
    @Shows(NamesNobody.class)
    void goals_and_measures_name_somebody() {
        enrolled().when(draft(List.of(goal(GOAL))), worker(LEADER)).isRejected(new NamesNobody(GOAL));
        enrolled()
                .when(draft(List.of(goal(GOAL, KARI)), measure(MEASURE, GOAL, null, 1)), worker(LEADER))
                .isRejected(new NamesNobody(MEASURE));
    }

    @Test
    @Shows(PlanPersonUnknown.class)
    void a_plan_names_only_who_is_enrolled() {
        enrolled()
                .registered(SAMIR)
                .when(draft(List.of(goal(GOAL, SAMIR))), worker(LEADER))
                .isRejected(new PlanPersonUnknown(SAMIR));
    }

    @Test
    @Shows(CostOutOfRange.class)
    void a_cost_is_a_positive_amount() {
        enrolled()
                .when(draft(List.of(goal(GOAL, KARI)), measure(MEASURE, GOAL, null, -1, KARI)), worker(LEADER))
                .isRejected(new CostOutOfRange(-1));
    }

    @Test
    @Shows(MeasureEndsBeforeItBegins.class)
    void a_measure_ends_after_it_begins() {
        enrolled()
                .when(
                        draft(List.of(goal(GOAL, KARI)), measure(MEASURE, GOAL, TODAY.minusDays(1), 1, KARI)),
                        worker(LEADER))
                .isRejected(new MeasureEndsBeforeItBegins(MEASURE));
    }

    @Test
    @Shows(MeasureUnknown.class)
    void a_measure_of_the_agreed_plan_is_finished() {
        planned()
                .when(new FinishMeasure(JOURNEY, MEASURE, null), worker(LEADER))
                .records(new MeasureFinished(MEASURE, null));
        enrolled()
                .drafted(1, List.of(KARI))
                .when(new FinishMeasure(JOURNEY, MEASURE, null), worker(LEADER))
                .isRejected(new MeasureUnknown(MEASURE));
    }

    @Test
    @Shows(MeasureAlreadyFinished.class)
    void a_measure_is_finished_once() {
        planned()
                .then(new MeasureFinished(MEASURE, null))
                .when(new FinishMeasure(JOURNEY, MEASURE, null), worker(LEADER))
                .isRejected(new MeasureAlreadyFinished(MEASURE));
    }

    @Test
    @Shows({MeasureAlreadyStarted.class, MeasureStartsInTheFuture.class})
    void work_begins_on_what_was_agreed() {
        var start = new StartMeasure(JOURNEY, MEASURE, TODAY);
        planned().when(start, worker(LEADER)).records(new MeasureStarted(MEASURE, TODAY));
        planned()
                .then(new MeasureStarted(MEASURE, TODAY))
                .when(start, worker(LEADER))
                .isRejected(new MeasureAlreadyStarted(MEASURE));
        planned()
                .then(new MeasureFinished(MEASURE, null))
                .when(start, worker(LEADER))
                .isRejected(new MeasureAlreadyFinished(MEASURE));
        planned()
                .when(new StartMeasure(JOURNEY, MEASURE, TODAY.plusDays(1)), worker(LEADER))
                .isRejected(new MeasureStartsInTheFuture(TODAY.plusDays(1)));
        enrolled().when(start, worker(LEADER)).isRejected(new MeasureUnknown(MEASURE));
        planned().when(start, worker(OUTSIDER)).isRejected(new DrafterNotOnTeam(OUTSIDER));
    }

    @Test
    @Shows({MeasureStillAgreed.class, MeasureUnknown.class})
    void a_measure_is_dropped_by_agreeing_to_a_plan_without_it_and_then_it_is_said_why() {
        var drop = new DropMeasure(JOURNEY, MEASURE, envelope(KARI, "not needed"));
        planned().when(drop, worker(LEADER)).isRejected(new MeasureStillAgreed(MEASURE));
        var withoutIt = List.of(goal(GOAL, KARI));
        var hash = PlanHash.of(2, envelope(KARI, "situation"), withoutIt, List.of(), List.of(), null);
        var drafted = new PlanDrafted(2, envelope(KARI, "situation"), withoutIt, List.of(), List.of(), null, hash);
        planned()
                .then(drafted)
                .then(new PlanAgreed(2, id(45)))
                .when(drop, worker(LEADER))
                .records(new MeasureDropped(MEASURE, envelope(KARI, "not needed")));
        planned()
                .then(drafted)
                .then(new PlanAgreed(2, id(45)))
                .then(new MeasureDropped(MEASURE, envelope(KARI, "not needed")))
                .when(drop, worker(LEADER))
                .isRejected(new MeasureUnknown(MEASURE));
    }

    @Test
    @Shows(PlanAlreadyGathered.class)
    void the_plans_the_services_have_are_gathered_into_one() {
        var gather = new GatherPlan(JOURNEY, id(57), KARI, LABOUR, envelope(KARI, "activity plan"));
        var gathered = new IndividualPlanGathered(id(57), KARI, LABOUR, envelope(KARI, "activity plan"));
        enrolled().when(gather, worker(LEADER)).records(gathered).answers(new Created.Gathered(id(57)));
        enrolled().then(gathered).when(gather, worker(LEADER)).isRejected(new PlanAlreadyGathered(id(57)));
        enrolled()
                .when(new GatherPlan(JOURNEY, id(57), STRANGER, LABOUR, envelope(STRANGER, "x")), worker(LEADER))
                .isRejected(new PlanPersonUnknown(STRANGER));
    }
}
