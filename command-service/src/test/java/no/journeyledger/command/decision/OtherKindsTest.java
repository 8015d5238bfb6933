package no.journeyledger.command.decision;

import static no.journeyledger.command.story.People.ADVISER;
import static no.journeyledger.command.story.People.DECISION;
import static no.journeyledger.command.story.People.FUND;
import static no.journeyledger.command.story.People.GOAL;
import static no.journeyledger.command.story.People.HEALTH;
import static no.journeyledger.command.story.People.JOURNEY;
import static no.journeyledger.command.story.People.KARI;
import static no.journeyledger.command.story.People.LABOUR;
import static no.journeyledger.command.story.People.LEADER;
import static no.journeyledger.command.story.People.LINE;
import static no.journeyledger.command.story.People.MANDATE;
import static no.journeyledger.command.story.People.MEASURE;
import static no.journeyledger.command.story.People.OTHER_MEASURE;
import static no.journeyledger.command.story.People.SAMIR;
import static no.journeyledger.command.story.People.STRANGER;
import static no.journeyledger.command.story.People.TODAY;
import static no.journeyledger.command.story.People.envelope;
import static no.journeyledger.command.story.People.id;
import static no.journeyledger.command.story.People.worker;
import static no.journeyledger.command.story.Story.answer;
import static no.journeyledger.command.story.Story.enrolled;
import static no.journeyledger.command.story.Story.line;
import static no.journeyledger.command.story.Story.planned;
import static no.journeyledger.command.story.Story.qualified;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.journeyledger.command.decision.DecisionRejection.AdmissionOfNobody;
import no.journeyledger.command.decision.DecisionRejection.AdmissionPersonUnknown;
import no.journeyledger.command.decision.DecisionRejection.AlreadyInPlan;
import no.journeyledger.command.decision.DecisionRejection.ChecklistNotMet;
import no.journeyledger.command.decision.DecisionRejection.CirclesDoNotFit;
import no.journeyledger.command.decision.DecisionRejection.ConcernedInAnotherJourney;
import no.journeyledger.command.decision.DecisionRejection.ConsentAlreadyGiven;
import no.journeyledger.command.decision.DecisionRejection.DescriptionDoesNotFit;
import no.journeyledger.command.decision.DecisionRejection.DropNeedsReason;
import no.journeyledger.command.decision.DecisionRejection.GoalHasMeasures;
import no.journeyledger.command.decision.DecisionRejection.GoalNotInPlan;
import no.journeyledger.command.decision.DecisionRejection.JourneyIsOpen;
import no.journeyledger.command.decision.DecisionRejection.MatterOvertaken;
import no.journeyledger.command.decision.DecisionRejection.MeasureEndsTooEarly;
import no.journeyledger.command.decision.DecisionRejection.MeasureNotInPlan;
import no.journeyledger.command.decision.DecisionRejection.NamesNobodyEnrolled;
import no.journeyledger.command.decision.DecisionRejection.PartyUnknown;
import no.journeyledger.command.decision.DecisionRejection.ReopenPersonUnknown;
import no.journeyledger.command.decision.DecisionRejection.ReservationDoesNotFit;
import no.journeyledger.command.decision.DecisionRejection.ReversesUnknown;
import no.journeyledger.command.decision.DecisionRejection.SharingEndsInThePast;
import no.journeyledger.command.decision.DecisionRejection.SharingPersonUnknown;
import no.journeyledger.command.decision.DecisionRejection.TurnedAwayAfterEnrolment;
import no.journeyledger.command.person.PersonClaim;
import no.journeyledger.command.story.Shows;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.fund.FundEvent.AmountReserved;
import no.journeyledger.events.fund.FundEvent.ReservationReleased;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.AppealTerm;
import no.journeyledger.events.journey.Assurance;
import no.journeyledger.events.journey.AuthorityEvent.DecisionReversed;
import no.journeyledger.events.journey.BudgetAction;
import no.journeyledger.events.journey.CaptureEvent.HouseholdEnrolled;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.ClosingEvent.JourneyClosed;
import no.journeyledger.events.journey.ClosingEvent.JourneyReopened;
import no.journeyledger.events.journey.ConsentEvent.ConsentGiven;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.Goal;
import no.journeyledger.events.journey.Horizon;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.Missing;
import no.journeyledger.events.journey.Participation;
import no.journeyledger.events.journey.PlanChange;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.TeamEvent.TeamMemberJoined;
import no.journeyledger.events.journey.TeamRole;
import no.journeyledger.events.journey.WorkPhase;
import no.journeyledger.events.person.PersonEvent.JourneyClaimed;
import no.journeyledger.events.person.PersonEvent.JourneyReleased;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Goals, measures, admission, reopening, rights and duties, sharing: one test for each row of the table, and what is not proposed. */
class OtherKindsTest {

    private static final UUID NEW = id(54);
    private static final UUID CONSENT = id(55);

    private static Matter goal(PlanChange change, UUID goal, UUID... persons) {
        return new Matter.OfGoal(
                change, goal, new Goal(goal, envelope(KARI, "goal"), Horizon.LONG, List.of(persons), null), null);
    }

    private static Matter dropGoal(boolean reason) {
        return new Matter.OfGoal(PlanChange.DROP, GOAL, null, reason ? envelope(KARI, "why") : null);
    }

    private static Measure described(UUID measure, UUID goal, @Nullable LocalDate until, UUID... persons) {
        return new Measure(
                measure,
                goal,
                envelope(KARI, "measure"),
                LifeArea.HOUSING,
                WorkPhase.STABILISE,
                List.of(persons),
                ADVISER,
                TODAY,
                until,
                List.of());
    }

    private static Matter measure(PlanChange change, UUID measure, UUID... persons) {
        return new Matter.OfMeasure(change, measure, described(measure, GOAL, null, persons), null);
    }

    private static Matter drop(UUID measure) {
        return new Matter.OfMeasure(PlanChange.DROP, measure, null, envelope(KARI, "why"));
    }

    private static Matter admission(boolean admitted, UUID... persons) {
        return new Matter.OfAdmission(
                admitted,
                List.of(persons),
                admitted ? Stage.VULNERABLE : null,
                admitted ? Stage.STABLE : null,
                envelope(KARI, "reasons"));
    }

    private static Matter reopen(UUID... persons) {
        return new Matter.OfReopen(List.of(persons), envelope(KARI, "reasons"));
    }

    private static Matter rights(@Nullable UUID reverses, UUID... parties) {
        return new Matter.OfIndividual(LABOUR, List.of(parties), AppealTerm.GENERAL, reverses);
    }

    private static Matter sharing(UUID person, @Nullable LocalDate until) {
        return new Matter.OfSharing(CONSENT, person, HEALTH, "health", "one plan", until);
    }

    private static Story.Then proposes(Story story, Matter matter) {
        return story.when(
                new ProposeDecision(
                        JOURNEY,
                        DECISION,
                        new Proposal(new Proposal.Other(matter), envelope(KARI, "wording"), null, null, List.of())),
                worker(ADVISER));
    }

    private static DecisionTaken taken(Story story, Matter matter, List<UUID> mandates, Participation... evidence) {
        return new DecisionTaken(
                DECISION, matter, story.wordingHash(), List.of(evidence), LEADER, mandates, null, "2026-01");
    }

    private static Participation self(UUID person, int answer) {
        return new Participation(
                person, Answer.AGREES, Assurance.SELF, Means.SELF_SERVICE, person, answer(answer), null);
    }

    // ---- goals and measures

    @Test
    void a_goal_is_taken_up_with_the_agreement_of_everybody_it_names() {
        Story story = planned(SAMIR).proposed(goal(PlanChange.START, NEW, KARI), KARI);
        story.agree(KARI).taking().records(taken(story, goal(PlanChange.START, NEW, KARI), List.of(), self(KARI, 1)));
    }

    @Test
    void changing_a_goal_concerns_those_it_named_before_too() {
        planned(SAMIR)
                .proposed(goal(PlanChange.CHANGE, GOAL, KARI), KARI)
                .agree(KARI)
                .taking()
                .isRefused(
                        RefusalReason.WORDING_CHANGED,
                        new Missing(RefusalReason.WORDING_CHANGED, KARI, null),
                        new Missing(RefusalReason.NOT_TAKEN_PART, SAMIR, "NOT_NAMED"));
    }

    @Test
    void a_measure_started_by_decision_can_be_paid_for() {
        Story story = planned().mandate().fund(1_000_000);
        story.proposed(measure(PlanChange.START, NEW, KARI), KARI).agree(KARI);
        story.then(taken(story, measure(PlanChange.START, NEW, KARI), List.of(), self(KARI, 1)));
        story.when(
                        new ProposeDecision(
                                JOURNEY,
                                id(43),
                                new Proposal(
                                        new Proposal.Budget(BudgetAction.ALLOCATE, NEW, List.of(line(1_000))),
                                        envelope(KARI, "wording"),
                                        null,
                                        null,
                                        List.of())),
                        worker(ADVISER))
                .isDone();
    }

    @Test
    void a_dropped_measure_gets_no_more_money() {
        Story story = planned().proposed(drop(MEASURE), KARI).agree(KARI);
        story.then(taken(story, drop(MEASURE), List.of(), self(KARI, 1)));
        story.when(
                        new ProposeDecision(
                                JOURNEY,
                                id(43),
                                new Proposal(
                                        new Proposal.Budget(BudgetAction.ALLOCATE, MEASURE, List.of(line(1_000))),
                                        envelope(KARI, "wording"),
                                        null,
                                        null,
                                        List.of())),
                        worker(ADVISER))
                .isRejected(new MeasureNotInPlan(MEASURE));
    }

    @Test
    void a_measure_is_not_dropped_against_the_will_of_somebody_it_names() {
        planned(SAMIR)
                .proposed(drop(MEASURE), KARI, SAMIR)
                .agree(KARI)
                .says(SAMIR, Answer.DISAGREES)
                .taking()
                .isRefused(RefusalReason.SOMEBODY_DISAGREES, new Missing(RefusalReason.SOMEBODY_DISAGREES, null, "1"));
    }

    @Test
    @Shows(GoalNotInPlan.class)
    void a_goal_that_is_not_in_the_plan_is_not_changed() {
        proposes(planned(), goal(PlanChange.CHANGE, NEW, KARI)).isRejected(new GoalNotInPlan(NEW));
    }

    @Test
    @Shows(AlreadyInPlan.class)
    void what_is_in_the_plan_is_not_started_again() {
        proposes(planned(), goal(PlanChange.START, GOAL, KARI)).isRejected(new AlreadyInPlan(GOAL));
        proposes(planned(), measure(PlanChange.START, MEASURE, KARI)).isRejected(new AlreadyInPlan(MEASURE));
    }

    @Test
    @Shows(DropNeedsReason.class)
    void nothing_is_dropped_without_a_reason() {
        proposes(planned(), dropGoal(false)).isRejected(new DropNeedsReason(GOAL));
        proposes(planned(), new Matter.OfMeasure(PlanChange.DROP, MEASURE, null, null))
                .isRejected(new DropNeedsReason(MEASURE));
    }

    @Test
    @Shows(GoalHasMeasures.class)
    void a_goal_is_not_dropped_while_measures_serve_it() {
        proposes(planned(), dropGoal(true)).isRejected(new GoalHasMeasures(GOAL));
    }

    @Test
    @Shows(DescriptionDoesNotFit.class)
    void a_goal_is_described_under_its_own_id() {
        proposes(planned(), new Matter.OfGoal(PlanChange.CHANGE, GOAL, null, null))
                .isRejected(new DescriptionDoesNotFit(GOAL));
        proposes(
                        planned(),
                        new Matter.OfMeasure(
                                PlanChange.CHANGE, MEASURE, described(OTHER_MEASURE, GOAL, null, KARI), null))
                .isRejected(new DescriptionDoesNotFit(MEASURE));
    }

    @Test
    @Shows(NamesNobodyEnrolled.class)
    void a_goal_names_people_who_are_enrolled() {
        proposes(planned(), goal(PlanChange.START, NEW)).isRejected(new NamesNobodyEnrolled(NEW));
        proposes(planned(), measure(PlanChange.START, NEW, STRANGER)).isRejected(new NamesNobodyEnrolled(NEW));
    }

    @Test
    @Shows(MeasureEndsTooEarly.class)
    void a_measure_does_not_end_before_it_begins() {
        proposes(
                        planned(),
                        new Matter.OfMeasure(
                                PlanChange.START, NEW, described(NEW, GOAL, TODAY.minusDays(1), KARI), null))
                .isRejected(new MeasureEndsTooEarly(NEW));
    }

    // ---- money

    @Test
    void a_reservation_is_reduced_and_the_rest_stays_reserved() {
        Story story = planned()
                .mandate()
                .fund(1_000_000)
                .beside(FUND, new AmountReserved(LINE, JOURNEY, id(42), MEASURE, GOAL, LABOUR, 2026, 300_000))
                .proposed(new Matter.OfBudget(BudgetAction.REDUCE, MEASURE, List.of(line(100_000))), KARI)
                .agree(KARI);
        story.taking().isDone();
        assertThat(story.recordedBeside(FUND))
                .endsWith(new ReservationReleased(LINE, JOURNEY, 2026, 100_000, DECISION));
    }

    @Test
    void a_reservation_is_not_reduced_to_nothing() {
        planned()
                .mandate()
                .fund(1_000_000)
                .beside(FUND, new AmountReserved(LINE, JOURNEY, id(42), MEASURE, GOAL, LABOUR, 2026, 300_000))
                .proposed(new Matter.OfBudget(BudgetAction.REDUCE, MEASURE, List.of(line(300_000))), KARI)
                .agree(KARI)
                .taking()
                .isRejected(new ReservationDoesNotFit(LINE));
    }

    // ---- coming in, and coming back

    @Test
    void an_admission_enrols_and_claims_those_who_took_part_in_it() {
        Story story = qualified()
                .then(joined(LEADER, HEALTH))
                .then(joined(ADVISER, LABOUR))
                .proposed(admission(true, KARI), KARI)
                .agree(KARI);
        story.taking()
                .records(
                        taken(story, admission(true, KARI), List.of(), self(KARI, 1)),
                        new HouseholdEnrolled(List.of(KARI), Stage.VULNERABLE, Stage.STABLE, TODAY));
        assertThat(story.recordedBeside(PersonClaim.idOf(KARI))).endsWith(new JourneyClaimed(KARI, JOURNEY));
    }

    @Test
    void nobody_is_turned_away_without_having_taken_part() {
        qualified()
                .then(joined(LEADER, HEALTH))
                .then(joined(ADVISER, LABOUR))
                .proposed(admission(false, KARI), KARI)
                .taking()
                .isRefused(RefusalReason.NOT_TAKEN_PART, new Missing(RefusalReason.NOT_TAKEN_PART, KARI, null));
    }

    @Test
    void turning_somebody_away_closes_the_journey_and_frees_them() {
        Story story = qualified()
                .then(joined(LEADER, HEALTH))
                .then(joined(ADVISER, LABOUR))
                .claimed(KARI, JOURNEY)
                .proposed(admission(false, KARI), KARI)
                .agree(KARI);
        story.taking()
                .records(
                        taken(story, admission(false, KARI), List.of(), self(KARI, 1)),
                        new JourneyClosed(CloseReason.TURNED_AWAY, DECISION));
        assertThat(story.recordedBeside(PersonClaim.idOf(KARI))).endsWith(new JourneyReleased(KARI, JOURNEY));
    }

    @Test
    @Shows(ConcernedInAnotherJourney.class)
    void nobody_is_taken_in_who_is_in_another_journey() {
        qualified()
                .then(joined(LEADER, HEALTH))
                .then(joined(ADVISER, LABOUR))
                .claimed(KARI, id(9))
                .proposed(admission(true, KARI), KARI)
                .agree(KARI)
                .taking()
                .isRejected(new ConcernedInAnotherJourney(KARI));
    }

    @Test
    @Shows(AdmissionOfNobody.class)
    void an_admission_names_somebody() {
        proposes(qualified().then(joined(LEADER, HEALTH)).then(joined(ADVISER, LABOUR)), admission(true))
                .isRejected(new AdmissionOfNobody(JOURNEY));
        proposes(enrolled().closed(), reopen()).isRejected(new AdmissionOfNobody(JOURNEY));
    }

    @Test
    @Shows(AdmissionPersonUnknown.class)
    void only_registered_people_are_taken_in_and_once() {
        proposes(qualified().then(joined(LEADER, HEALTH)).then(joined(ADVISER, LABOUR)), admission(true, STRANGER))
                .isRejected(new AdmissionPersonUnknown(STRANGER));
        proposes(enrolled(), admission(true, KARI)).isRejected(new AdmissionPersonUnknown(KARI));
    }

    @Test
    @Shows(TurnedAwayAfterEnrolment.class)
    void nobody_is_turned_away_from_a_journey_somebody_is_enrolled_in() {
        proposes(enrolled().registered(SAMIR), admission(false, SAMIR))
                .isRejected(new TurnedAwayAfterEnrolment(JOURNEY));
    }

    @Test
    @Shows(ChecklistNotMet.class)
    void nobody_is_taken_in_before_the_checklist() {
        proposes(Story.referred().then(joined(LEADER, HEALTH)).then(joined(ADVISER, LABOUR)), admission(true, KARI))
                .isRejected(new ChecklistNotMet(JOURNEY));
    }

    @Test
    @Shows(CirclesDoNotFit.class)
    void the_goal_of_an_admission_is_not_below_its_start() {
        proposes(
                        qualified().then(joined(LEADER, HEALTH)).then(joined(ADVISER, LABOUR)),
                        new Matter.OfAdmission(
                                true, List.of(KARI), Stage.STABLE, Stage.VULNERABLE, envelope(KARI, "reasons")))
                .isRejected(new CirclesDoNotFit(Stage.STABLE, Stage.VULNERABLE));
    }

    @Test
    void a_closed_journey_is_opened_again_with_those_who_took_part() {
        Story story = enrolled(SAMIR)
                .left(SAMIR)
                .closed()
                .proposed(reopen(KARI, SAMIR), KARI, SAMIR)
                .agree(KARI, SAMIR);
        story.taking()
                .records(
                        taken(story, reopen(KARI, SAMIR), List.of(), self(KARI, 1), self(SAMIR, 2)),
                        new JourneyReopened(DECISION, List.of(KARI, SAMIR)));
        assertThat(story.recordedBeside(PersonClaim.idOf(SAMIR))).endsWith(new JourneyClaimed(SAMIR, JOURNEY));
    }

    @Test
    void after_reopening_decisions_are_taken_again() {
        Story story = planned().mandate().fund(1_000_000).closed();
        story.then(new JourneyReopened(id(45), List.of(KARI)))
                .proposedBudget(KARI)
                .agree(KARI);
        story.taking().isDone();
    }

    @Test
    @Shows(JourneyIsOpen.class)
    void an_open_journey_is_not_opened() {
        proposes(enrolled(), reopen(KARI)).isRejected(new JourneyIsOpen(JOURNEY));
    }

    @Test
    @Shows(ReopenPersonUnknown.class)
    void a_journey_is_opened_again_for_people_it_knows() {
        proposes(enrolled().closed(), reopen(STRANGER)).isRejected(new ReopenPersonUnknown(STRANGER));
    }

    // ---- rights and duties

    @Test
    void rights_are_decided_with_grounds_and_a_mandate_also_for_somebody_who_has_left() {
        Story story = enrolled(SAMIR)
                .mandate()
                .left(SAMIR)
                .proposedOnGrounds(rights(null, SAMIR), SAMIR)
                .agree(SAMIR);
        story.taking().records(taken(story, rights(null, SAMIR), List.of(MANDATE), self(SAMIR, 1)));
    }

    @Test
    void rights_are_not_decided_without_grounds() {
        enrolled()
                .mandate()
                .proposed(rights(null, KARI), KARI)
                .agree(KARI)
                .taking()
                .isRefused(
                        RefusalReason.WEIGHING_MISSING, new Missing(RefusalReason.WEIGHING_MISSING, null, "GROUNDS"));
    }

    @Test
    void rights_are_not_decided_against_somebodys_will_without_answering_it() {
        enrolled()
                .mandate()
                .proposedOnGrounds(rights(null, KARI), KARI)
                .says(KARI, Answer.DISAGREES)
                .taking()
                .isRefused(RefusalReason.WEIGHING_MISSING, new Missing(RefusalReason.WEIGHING_MISSING, null, null));
    }

    @Test
    void rights_are_not_decided_without_a_mandate_of_the_deciding_service() {
        enrolled()
                .proposedOnGrounds(rights(null, KARI), KARI)
                .agree(KARI)
                .taking()
                .isRefused(
                        RefusalReason.MANDATE_MISSING,
                        new Missing(RefusalReason.MANDATE_MISSING, null, LABOUR.toString()));
    }

    @Test
    void rights_that_concern_no_party_are_not_decided() {
        enrolled()
                .mandate()
                .proposedOnGrounds(rights(null))
                .taking()
                .isRefusedFirstBecause(RefusalReason.NOBODY_CONCERNED);
    }

    @Test
    void a_decision_about_rights_is_reversed_by_another_also_after_closing() {
        Story story =
                enrolled().mandate().proposedOnGrounds(rights(null, KARI), KARI).agree(KARI);
        story.then(new DecisionTaken(
                id(46), rights(null, KARI), "hash", List.of(self(KARI, 1)), LEADER, List.of(MANDATE), null, "2026-01"));
        story.closed().proposedOnGrounds(rights(id(46), KARI), KARI).agree(KARI);
        story.taking()
                .records(
                        taken(story, rights(id(46), KARI), List.of(MANDATE), self(KARI, 2)),
                        new DecisionReversed(id(46), null, DECISION));
    }

    @Test
    @Shows(PartyUnknown.class)
    void a_party_is_somebody_of_the_household() {
        proposes(enrolled(), rights(null, STRANGER)).isRejected(new PartyUnknown(STRANGER));
    }

    @Test
    @Shows(ReversesUnknown.class)
    void only_a_decision_that_holds_is_reversed() {
        proposes(enrolled(), rights(id(46), KARI)).isRejected(new ReversesUnknown(id(46)));
    }

    // ---- sharing

    @Test
    void more_is_shared_when_the_person_says_so_themselves() {
        Story story = enrolled().proposed(sharing(KARI, null), KARI).agree(KARI);
        story.taking()
                .records(
                        taken(story, sharing(KARI, null), List.of(), self(KARI, 1)),
                        new ConsentGiven(CONSENT, KARI, HEALTH, "health", "one plan", null));
    }

    @Test
    void a_witness_alone_is_not_enough_to_share_more() {
        enrolled()
                .proposed(sharing(KARI, null), KARI)
                .signed(KARI, null)
                .taking()
                .isRefused(
                        RefusalReason.ASSURANCE_TOO_LOW,
                        new Missing(RefusalReason.ASSURANCE_TOO_LOW, KARI, "NO_SIGNED_FORM"));
    }

    @Test
    void a_witness_and_a_signed_form_are() {
        enrolled()
                .proposed(sharing(KARI, null), KARI)
                .signed(KARI, "hash of the form")
                .taking()
                .isDone();
    }

    @Test
    @Shows(SharingPersonUnknown.class)
    void sharing_is_about_somebody_of_the_household() {
        proposes(enrolled(), sharing(STRANGER, null)).isRejected(new SharingPersonUnknown(STRANGER));
    }

    @Test
    @Shows(SharingEndsInThePast.class)
    void sharing_does_not_end_in_the_past() {
        proposes(enrolled(), sharing(KARI, TODAY.minusDays(1)))
                .isRejected(new SharingEndsInThePast(TODAY.minusDays(1)));
    }

    @Test
    void sharing_that_would_have_ended_before_it_is_taken_is_overtaken() {
        enrolled()
                .proposed(sharing(KARI, TODAY), KARI)
                .agree(KARI)
                .on(TODAY.plusDays(1))
                .taking()
                .isRejected(new MatterOvertaken(DECISION));
    }

    @Test
    @Shows(ConsentAlreadyGiven.class)
    void a_consent_is_given_once_by_sharing_too() {
        proposes(
                        enrolled().then(new ConsentGiven(CONSENT, KARI, HEALTH, "health", "one plan", null)),
                        sharing(KARI, null))
                .isRejected(new ConsentAlreadyGiven(CONSENT));
    }

    /** Every kind that needs agreement refuses a disagreement, and every kind refuses to be taken without the person. */
    @ParameterizedTest
    @EnumSource(names = {"PLAN", "BUDGET", "GOAL", "MEASURE", "SHARING"})
    void these_kinds_need_agreement(DecisionKind kind) {
        assertThat(PolicyTable.inForceOn(TODAY).of(kind).needs()).isEqualTo(PolicyTable.Participation.AGREEMENT);
    }

    private static TeamMemberJoined joined(UUID worker, UUID service) {
        return new TeamMemberJoined(worker, service, TeamRole.MEMBER);
    }
}
