package no.journeyledger.command.decision;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import no.journeyledger.command.Circumstances;
import no.journeyledger.command.Ruling;
import no.journeyledger.command.capture.CaptureState;
import no.journeyledger.command.closing.ClosingPolicy;
import no.journeyledger.command.closing.LeaveProgramme;
import no.journeyledger.command.fund.FundState;
import no.journeyledger.command.journey.JourneyState;
import no.journeyledger.command.meeting.ConfirmAnswers;
import no.journeyledger.command.meeting.ConfirmedAnswer;
import no.journeyledger.command.meeting.HoldMeeting;
import no.journeyledger.command.meeting.MeetingPolicy;
import no.journeyledger.command.meeting.WitnessPolicy;
import no.journeyledger.command.story.Story;
import no.journeyledger.events.Actor;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.Sealed;
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.events.journey.AccessEvent;
import no.journeyledger.events.journey.Answer;
import no.journeyledger.events.journey.AppealTerm;
import no.journeyledger.events.journey.AuthorityEvent;
import no.journeyledger.events.journey.BudgetAction;
import no.journeyledger.events.journey.CaptureEvent;
import no.journeyledger.events.journey.CloseReason;
import no.journeyledger.events.journey.ClosingEvent;
import no.journeyledger.events.journey.ConsentEvent;
import no.journeyledger.events.journey.DecisionEvent;
import no.journeyledger.events.journey.DecisionEvent.AnswerRecorded;
import no.journeyledger.events.journey.DecisionEvent.ChildHearingRecorded;
import no.journeyledger.events.journey.DecisionEvent.DecisionProposed;
import no.journeyledger.events.journey.DecisionEvent.DecisionTaken;
import no.journeyledger.events.journey.DecisionKind;
import no.journeyledger.events.journey.Goal;
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Horizon;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Matter;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import no.journeyledger.events.journey.MeetingKind;
import no.journeyledger.events.journey.PeopleEvent;
import no.journeyledger.events.journey.PlanChange;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.events.journey.SelfReportEvent;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.TeamEvent;
import no.journeyledger.events.journey.WorkPhase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is tried in whatever order, no decision is taken without the people it concerns. What is looked at is the recorded
 * history alone, by a reading of the rule that shares no code with it.
 */
class RandomHistoriesTest {

    private static final int HISTORIES = 5_000;
    private static final int STEPS = 50;
    private static final List<UUID> EVERYBODY = List.of(KARI, SAMIR, NORA, ELIAS, OLE, STEPFATHER);
    private static final Set<DecisionKind> NEED_AGREEMENT = EnumSet.of(
            DecisionKind.PLAN, DecisionKind.GOAL, DecisionKind.MEASURE, DecisionKind.BUDGET, DecisionKind.SHARING);
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<UUID> WORKERS = List.of(LEADER, ADVISER, TEACHER, COLLEAGUE_OF_ADVISER);
    private static final Map<UUID, LocalDate> BIRTH_DATES = Map.of(
            KARI, TODAY.minusYears(40),
            SAMIR, TODAY.minusYears(40),
            STEPFATHER, TODAY.minusYears(40),
            ELIAS, TODAY.minusYears(16).plusDays(1),
            NORA, TODAY.minusYears(9),
            OLE, TODAY.minusYears(5));

    /** Rules that may be missing one at a time in the control, and whose absence the reading must notice. */
    private static final Set<RefusalReason> ABOUT_TAKING_PART = Set.of(
            RefusalReason.NOT_TAKEN_PART,
            RefusalReason.SOMEBODY_DISAGREES,
            RefusalReason.ASSURANCE_TOO_LOW,
            RefusalReason.CHILD_NOT_HEARD,
            RefusalReason.WORDING_CHANGED,
            RefusalReason.REPRESENTATIVE_OUT_OF_SCOPE);

    @Test
    void no_history_takes_a_decision_without_the_participation_it_needs() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("RandomHistoriesTest: -Dseed=" + seed);
        var tally = run(seed, DecisionRules.inOrder(), true);
        System.out.println("RandomHistoriesTest: " + tally);
        assertThat(tally.violations).as("seed %d", seed).isEmpty();
        assertThat(tally.taken.keySet())
                .as("kinds taken, seed %d", seed)
                .containsExactlyInAnyOrder(DecisionKind.values());
        assertThat(tally.refused).as("decisions refused, seed %d", seed).isGreaterThan(1_000);
    }

    @Test
    void with_the_rule_switched_off_the_same_run_finds_violations() {
        long seed = Long.getLong("seed", new Random().nextLong());
        var tally = run(seed, List.of(), false);
        System.out.println("RandomHistoriesTest, control: no rule at all, -Dseed=" + seed + ": " + tally);
        assertThat(tally.violations).as("seed %d", seed).hasSizeGreaterThan(HISTORIES);
    }

    @Test
    void with_any_one_of_these_rules_switched_off_the_same_look_finds_violations() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("RandomHistoriesTest, control: -Dseed=" + seed);
        for (RefusalReason off : ABOUT_TAKING_PART) {
            List<DecisionRule> without = DecisionRules.inOrder().stream()
                    .filter(rule -> rule.reason() != off)
                    .toList();
            Tally tally = run(seed, without, true);
            System.out.printf("RandomHistoriesTest, control: without %s, %s%n", off, tally);
            assertThat(tally.violations).as("without %s, seed %d", off, seed).isNotEmpty();
        }
    }

    private static final class Tally {
        final List<String> violations = new ArrayList<>();
        final Map<DecisionKind, Integer> taken = new EnumMap<>(DecisionKind.class);
        int histories;
        int steps;
        int refused;

        @Override
        public String toString() {
            return histories + " histories of " + steps + " steps, taken " + taken + ", " + refused + " refused, "
                    + violations.size() + " violations";
        }
    }

    private static Tally run(long seed, List<DecisionRule> rules, boolean untilTheFirstViolation) {
        var random = new Random(seed);
        var tally = new Tally();
        for (int i = 0; i < HISTORIES && !(untilTheFirstViolation && !tally.violations.isEmpty()); i++) {
            tally.histories++;
            new History(random, rules, tally).play();
        }
        return tally;
    }

    private static final class History {
        private final Random random;
        private final List<DecisionRule> rules;
        private final Tally tally;
        private final List<LedgerEvent> events = new ArrayList<>();
        private final FundState fund = FundState.UNOPENED
                .evolve(new FundOpened(FUND, "fund", List.of(LABOUR)))
                .evolve(new ContributionReceived(id(200), LABOUR, 2026, 100_000_000));
        private JourneyState state = JourneyState.UNOPENED;
        private int ids = 1000;
        private final List<UUID> household = new ArrayList<>(List.of(KARI));

        History(Random random, List<DecisionRule> rules, Tally tally) {
            this.random = random;
            this.rules = rules;
            this.tally = tally;
        }

        void play() {
            for (UUID person : EVERYBODY) {
                if (!person.equals(KARI) && random.nextInt(3) == 0) {
                    household.add(person);
                }
            }
            UUID[] others = household.stream().skip(1).toArray(UUID[]::new);
            Story.planned(others).mandate().told().forEach(this::record);
            for (int step = 0; step < STEPS; step++) {
                tally.steps++;
                step();
            }
            if (tally.histories % 50 == 0) {
                assertThat(JSON.readValue(JSON.writeValueAsBytes(state), JourneyState.class))
                        .isEqualTo(state);
            }
        }

        private void step() {
            switch (random.nextInt(14)) {
                case 0, 1 -> propose();
                case 2 ->
                    apply(MeetingPolicy.hold(
                            state,
                            new HoldMeeting(
                                    JOURNEY,
                                    nextId(),
                                    MeetingKind.CONVERSATION,
                                    TODAY.minusDays(random.nextInt(3)),
                                    attending()),
                            by(worker(one(WORKERS)))));
                case 3, 4, 5 -> answerInOwnSession();
                case 6, 7 -> writeDown();
                case 8, 9 -> confirm();
                case 10 -> hear();
                case 11, 12 -> take();
                case 13 -> somethingElse();
                default -> throw new IllegalStateException();
            }
        }

        private List<UUID> attending() {
            var attending = new ArrayList<>(household);
            attending.add(one(WORKERS));
            attending.add(one(WORKERS));
            return attending.stream().distinct().toList();
        }

        private void somethingElse() {
            switch (random.nextInt(6)) {
                case 0 -> {
                    if (random.nextInt(8) == 0) {
                        apply(ClosingPolicy.leave(
                                state,
                                new LeaveProgramme(JOURNEY, one(household), null),
                                by(worker(LEADER)),
                                birthDates()));
                    }
                }
                case 1 -> {
                    UUID person = one(EVERYBODY);
                    if (!household.contains(person)) {
                        household.add(person);
                        Story.nothing().registered(person).told().forEach(this::record);
                    }
                }
                case 2 -> Story.nothing().rated().told().forEach(this::record);
                case 3 -> {
                    if (!state.closed()) {
                        Story.nothing()
                                .drafted(state.plan().latestVersion() + 1, List.of(KARI))
                                .told()
                                .forEach(this::record);
                    }
                }
                default -> take();
            }
        }

        private Proposal.About about() {
            List<UUID> some = household.subList(0, 1 + random.nextInt(household.size()));
            Sealed why = envelope(KARI, "why");
            boolean somebodyWaits =
                    !state.capture().standing(CaptureState.Standing.REGISTERED).isEmpty();
            return switch (somebodyWaits && random.nextInt(3) == 0 ? 7 : random.nextInt(11)) {
                case 0 -> new Proposal.Budget(BudgetAction.ALLOCATE, MEASURE, List.of(line(1_000)));
                case 1 -> new Proposal.Close(CloseReason.OTHER);
                case 2 -> new Proposal.Plan(state.plan().latestVersion());
                case 3 -> {
                    Story.nothing().rated().told().forEach(this::record);
                    yield new Proposal.StageMove(one(List.of(Stage.values())), why);
                }
                case 4 -> {
                    UUID goal = random.nextBoolean() ? GOAL : nextId();
                    yield new Proposal.Other(new Matter.OfGoal(
                            goal.equals(GOAL) ? PlanChange.CHANGE : PlanChange.START,
                            goal,
                            new Goal(goal, why, Horizon.LONG, List.copyOf(some), null),
                            null));
                }
                case 5 -> new Proposal.Other(new Matter.OfMeasure(PlanChange.DROP, OTHER_MEASURE, null, why));
                case 6 -> {
                    UUID measure = nextId();
                    yield new Proposal.Other(new Matter.OfMeasure(
                            PlanChange.START,
                            measure,
                            new Measure(
                                    measure,
                                    GOAL,
                                    why,
                                    LifeArea.HOUSING,
                                    WorkPhase.DEVELOP,
                                    List.copyOf(some),
                                    ADVISER,
                                    TODAY,
                                    null,
                                    List.of()),
                            null));
                }
                case 7 ->
                    new Proposal.Other(new Matter.OfAdmission(
                            true,
                            state.capture().standing(CaptureState.Standing.REGISTERED),
                            Stage.VULNERABLE,
                            Stage.SUSTAINABLE,
                            why));
                case 8 -> new Proposal.Other(new Matter.OfReopen(List.copyOf(some), why));
                case 9 ->
                    new Proposal.Other(new Matter.OfIndividual(LABOUR, List.copyOf(some), AppealTerm.GENERAL, null));
                default ->
                    new Proposal.Other(
                            new Matter.OfSharing(nextId(), one(household), LABOUR, "health", "one plan", null));
            };
        }

        private void propose() {
            Proposal.About about = state.closed()
                    ? new Proposal.Other(new Matter.OfReopen(List.copyOf(household), envelope(KARI, "why")))
                    : about();
            var proposal = new Proposal(
                    about, envelope(KARI, "wording " + ids), envelope(KARI, "facts"), "the act", List.of());
            UUID open = anyOpen();
            if (open != null && random.nextInt(3) == 0) {
                apply(DecisionPolicy.reword(
                        state, new RewordDecision(JOURNEY, open, proposal), by(worker(one(WORKERS)))));
            } else if (state.decisions().open().size() < 2) {
                apply(DecisionPolicy.propose(
                        state, new ProposeDecision(JOURNEY, nextId(), proposal), by(worker(one(WORKERS)))));
            }
        }

        private void answerInOwnSession() {
            DecisionState.Open open = open();
            if (open == null) {
                return;
            }
            UUID person = one(household);
            UUID answeredBy = random.nextInt(4) == 0 ? one(household) : child(person) ? KARI : person;
            apply(AnswerPolicy.record(
                    state,
                    answer(
                            open,
                            person,
                            answeredBy,
                            answeredBy.equals(person) ? Means.SELF_SERVICE : Means.REPRESENTED,
                            null),
                    by(random.nextInt(10) == 0 ? throughCaseApp(answeredBy) : person(answeredBy))));
        }

        private void writeDown() {
            DecisionState.Open open = open();
            if (open == null || state.meetings().held().isEmpty()) {
                return;
            }
            UUID person = one(household);
            UUID answeredBy = child(person) ? KARI : person;
            apply(AnswerPolicy.record(
                    state,
                    answer(
                            open,
                            person,
                            answeredBy,
                            answeredBy.equals(person) ? Means.IN_MEETING : Means.REPRESENTED,
                            one(new ArrayList<>(state.meetings().held().keySet()))),
                    by(worker(one(WORKERS)))));
        }

        private RecordAnswer answer(
                DecisionState.Open open, UUID person, UUID answeredBy, Means means, @Nullable UUID meeting) {
            return new RecordAnswer(
                    JOURNEY,
                    nextId(),
                    open.decision(),
                    person,
                    answeredBy,
                    open.wordingHash(),
                    switch (random.nextInt(12)) {
                        case 0 -> Answer.DISAGREES;
                        case 1 -> meeting == null ? Answer.AGREES : Answer.COULD_NOT_ANSWER;
                        default -> Answer.AGREES;
                    },
                    null,
                    means == Means.IN_MEETING && random.nextBoolean() ? Means.REMOTE : means,
                    null,
                    meeting,
                    meeting != null && random.nextInt(3) == 0 ? "form" : null);
        }

        private void confirm() {
            DecisionState.Open open = open();
            if (open == null) {
                return;
            }
            for (DecisionState.Given given : open.answers()) {
                if (given.meeting() != null) {
                    apply(WitnessPolicy.confirm(
                            state,
                            new ConfirmAnswers(
                                    JOURNEY,
                                    given.meeting(),
                                    List.of(new ConfirmedAnswer(given.answerId(), open.wordingHash())),
                                    random.nextBoolean()),
                            by(worker(one(WORKERS)))));
                }
            }
        }

        private void hear() {
            DecisionState.Open open = open();
            UUID child = one(household);
            if (open != null && child(child)) {
                apply(DecisionPolicy.hear(
                        state,
                        new RecordHearing(
                                JOURNEY,
                                open.decision(),
                                child,
                                open.wordingHash(),
                                HearingOutcome.HEARD,
                                false,
                                envelope(child, "view")),
                        by(worker(one(WORKERS)))));
            }
        }

        private void take() {
            DecisionState.Open open = open();
            if (open == null) {
                return;
            }
            UUID taker = random.nextInt(3) == 0 ? one(WORKERS) : LEADER;
            Ruling<DecisionRejection> ruling = TakingPolicy.take(
                    rules,
                    state,
                    new TakeDecision(JOURNEY, open.decision(), envelope(KARI, "why")),
                    by(worker(taker)),
                    BIRTH_DATES,
                    id -> Optional.of(fund));
            ruling.events().stream()
                    .filter(DecisionTaken.class::isInstance)
                    .map(DecisionTaken.class::cast)
                    .forEach(this::lookAt);
            if (ruling instanceof Ruling.Accepted) {
                tally.taken.merge(open.matter().decisionKind(), 1, Integer::sum);
            } else {
                tally.refused++;
            }
            apply(ruling);
        }

        /** The rule read again, from what was recorded. */
        private void lookAt(DecisionTaken taken) {
            DecisionProposed proposed = null;
            var answers = new HashMap<UUID, List<AnswerRecorded>>();
            var witnesses = new HashMap<UUID, Set<UUID>>();
            var heard = new HashSet<UUID>();
            for (LedgerEvent event : events) {
                if (event instanceof DecisionProposed one && one.decision().equals(taken.decision())) {
                    proposed = one;
                    answers.clear();
                    heard.clear();
                } else if (event instanceof AnswerRecorded one && one.decision().equals(taken.decision())) {
                    answers.computeIfAbsent(one.person(), who -> new ArrayList<>())
                            .add(one);
                } else if (event instanceof AnswersConfirmed one) {
                    one.answers()
                            .forEach(answer -> witnesses
                                    .computeIfAbsent(answer, which -> new HashSet<>())
                                    .add(one.witness()));
                } else if (event instanceof ChildHearingRecorded one
                        && one.decision().equals(taken.decision())) {
                    heard.add(one.child());
                }
            }
            if (proposed == null) {
                throw new AssertionError("taken without a proposal");
            }
            DecisionKind kind = proposed.matter().decisionKind();
            boolean agreement = NEED_AGREEMENT.contains(kind);
            if (proposed.concerned().isEmpty()) {
                tally.violations.add(kind + " about nobody");
            }
            for (UUID person : proposed.concerned()) {
                boolean child = child(person);
                if (child && !person.equals(OLE) && !heard.contains(person)) {
                    tally.violations.add("child not heard");
                }
                boolean agrees = false;
                boolean took = false;
                var attempts = new ArrayList<AnswerRecorded>();
                for (AnswerRecorded answer : answers.getOrDefault(person, List.of())) {
                    boolean entitled = child
                            ? answer.answeredBy().equals(KARI)
                            : answer.answeredBy().equals(person);
                    boolean own = answer.recordedBy().equals(answer.answeredBy());
                    boolean witnessed = witnesses.getOrDefault(answer.answerId(), Set.of()).stream()
                            .anyMatch(
                                    witness -> !witness.equals(taken.taker()) && !witness.equals(answer.recordedBy()));
                    boolean sure = own || (witnessed && (kind != DecisionKind.SHARING || answer.signedForm() != null));
                    if (answer.answer() == Answer.COULD_NOT_ANSWER) {
                        if (entitled && sure) {
                            attempts.add(answer);
                        }
                        continue;
                    }
                    if (entitled && answer.answer() == Answer.DISAGREES) {
                        agrees = false;
                        took = sure;
                    } else if (entitled && sure) {
                        agrees = true;
                        took = true;
                    }
                }
                boolean mayHaveBeenOutOfReach = kind == DecisionKind.CLOSE || kind == DecisionKind.INDIVIDUAL_DECISION;
                boolean outOfReach =
                        attempts.stream().map(AnswerRecorded::means).distinct().count() >= 2
                                && attempts.stream()
                                                .map(AnswerRecorded::meeting)
                                                .distinct()
                                                .count()
                                        >= 2;
                took |= mayHaveBeenOutOfReach && outOfReach;
                if (agreement ? !agrees : !took) {
                    tally.violations.add(proposed.matter().decisionKind() + " without " + person);
                }
            }
        }

        private void apply(Ruling<?> ruling) {
            ruling.events().forEach(this::record);
        }

        private void record(LedgerEvent event) {
            events.add(event);
            state = switch (event) {
                case CaptureEvent one -> state.evolve(one);
                case PeopleEvent one -> state.evolve(one);
                case ConsentEvent one -> state.evolve(one);
                case TeamEvent one -> state.evolve(one);
                case MeetingEvent one -> state.evolve(one);
                case PlanEvent one -> state.evolve(one);
                case DecisionEvent one -> state.evolve(one);
                case StageEvent one -> state.evolve(one);
                case SelfReportEvent one -> state.evolve(one);
                case ClosingEvent one -> state.evolve(one);
                case AuthorityEvent one -> state.evolve(one);
                // Attempts to speak for others are counted, and change nothing.
                case AccessEvent ignored -> state;
                default -> throw new IllegalStateException("not of a journey: " + event);
            };
        }

        private static boolean child(UUID person) {
            return List.of(NORA, ELIAS, OLE).contains(person);
        }

        private Circumstances by(Actor actor) {
            return new Circumstances(actor, TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC), TODAY);
        }

        private DecisionState.@Nullable Open open() {
            UUID open = anyOpen();
            return open == null ? null : state.decisions().open().get(open);
        }

        private @Nullable UUID anyOpen() {
            var open = new ArrayList<>(state.decisions().open().keySet());
            return open.isEmpty() ? null : one(open);
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private UUID nextId() {
            return id(ids++);
        }
    }
}
