package no.journeyledger.command.decision;

import static no.journeyledger.command.story.People.*;
import static no.journeyledger.command.story.Story.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import no.journeyledger.events.fund.FundEvent.ContributionReceived;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.events.journey.AccessEvent;
import no.journeyledger.events.journey.Answer;
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
import no.journeyledger.events.journey.HearingOutcome;
import no.journeyledger.events.journey.Means;
import no.journeyledger.events.journey.MeetingEvent;
import no.journeyledger.events.journey.MeetingEvent.AnswersConfirmed;
import no.journeyledger.events.journey.MeetingKind;
import no.journeyledger.events.journey.PlanEvent;
import no.journeyledger.events.journey.RefusalReason;
import no.journeyledger.events.journey.SelfReportEvent;
import no.journeyledger.events.journey.StageEvent;
import no.journeyledger.events.journey.TeamEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever is tried in whatever order, no decision is taken without the people it concerns. What is looked at is the recorded
 * history alone, by a reading of the rule that shares no code with it.
 */
class RandomHistoriesTest {

    private static final int HISTORIES = 150;
    private static final int STEPS = 60;
    private static final List<UUID> HOUSEHOLD = List.of(KARI, SAMIR, NORA);
    private static final List<UUID> WORKERS = List.of(LEADER, ADVISER, TEACHER, COLLEAGUE_OF_ADVISER);
    private static final Map<UUID, LocalDate> BIRTH_DATES =
            Map.of(KARI, TODAY.minusYears(40), SAMIR, TODAY.minusYears(40), NORA, TODAY.minusYears(9));

    /** Rules that may be missing one at a time in the control, and whose absence the reading must notice. */
    private static final Set<RefusalReason> ABOUT_TAKING_PART = Set.of(
            RefusalReason.NOT_TAKEN_PART,
            RefusalReason.SOMEBODY_DISAGREES,
            RefusalReason.ASSURANCE_TOO_LOW,
            RefusalReason.CHILD_NOT_HEARD);

    @Test
    void no_history_takes_a_decision_without_the_participation_it_needs() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("RandomHistoriesTest: -Dseed=" + seed);
        var tally = run(seed, DecisionRules.inOrder());
        System.out.println("RandomHistoriesTest: " + tally);
        assertThat(tally.violations).as("seed %d", seed).isEmpty();
        assertThat(tally.taken).as("decisions taken, seed %d", seed).isGreaterThan(10);
        assertThat(tally.refused).as("decisions refused, seed %d", seed).isGreaterThan(100);
    }

    @Test
    void with_any_one_of_these_rules_switched_off_the_same_look_finds_violations() {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("RandomHistoriesTest, control: -Dseed=" + seed);
        for (RefusalReason off : ABOUT_TAKING_PART) {
            List<DecisionRule> without = DecisionRules.inOrder().stream()
                    .filter(rule -> rule.reason() != off)
                    .toList();
            assertThat(run(seed, without).violations)
                    .as("without %s, seed %d", off, seed)
                    .isNotEmpty();
        }
    }

    private static final class Tally {
        final List<String> violations = new ArrayList<>();
        int taken;
        int refused;

        @Override
        public String toString() {
            return taken + " taken, " + refused + " refused, " + violations.size() + " violations";
        }
    }

    private static Tally run(long seed, List<DecisionRule> rules) {
        var random = new Random(seed);
        var tally = new Tally();
        for (int i = 0; i < HISTORIES && tally.violations.isEmpty(); i++) {
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

        History(Random random, List<DecisionRule> rules, Tally tally) {
            this.random = random;
            this.rules = rules;
            this.tally = tally;
        }

        void play() {
            Story.planned(SAMIR, NORA).mandate().told().forEach(this::record);
            for (int step = 0; step < STEPS; step++) {
                step();
            }
            var json = new JsonMapper();
            assertThat(json.readValue(json.writeValueAsBytes(state), JourneyState.class))
                    .isEqualTo(state);
        }

        private void step() {
            switch (random.nextInt(12)) {
                case 0 -> propose();
                case 1 ->
                    apply(MeetingPolicy.hold(
                            state,
                            new HoldMeeting(
                                    JOURNEY,
                                    nextId(),
                                    MeetingKind.CONVERSATION,
                                    TODAY,
                                    List.of(KARI, SAMIR, one(WORKERS))),
                            by(worker(one(WORKERS)))));
                case 2, 3, 4 -> answerInOwnSession();
                case 5, 6 -> writeDown();
                case 7, 8 -> confirm();
                case 9 -> hear();
                case 10 -> take();
                case 11 -> {
                    if (random.nextInt(60) == 0) {
                        apply(ClosingPolicy.leave(
                                state, new LeaveProgramme(JOURNEY, one(HOUSEHOLD), null), by(worker(LEADER))));
                    } else {
                        take();
                    }
                }
                default -> throw new IllegalStateException();
            }
        }

        private void propose() {
            Proposal.About about = random.nextBoolean()
                    ? new Proposal.Budget(BudgetAction.ALLOCATE, MEASURE, List.of(line(1_000)))
                    : new Proposal.Close(CloseReason.OTHER);
            var proposal = new Proposal(about, envelope(KARI, "wording " + ids), null, null, List.of());
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
            UUID person = one(HOUSEHOLD);
            UUID answeredBy = random.nextInt(4) == 0 ? one(HOUSEHOLD) : person.equals(NORA) ? KARI : person;
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
            UUID person = one(HOUSEHOLD);
            UUID answeredBy = person.equals(NORA) ? KARI : person;
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
                    random.nextInt(6) == 0 ? Answer.DISAGREES : Answer.AGREES,
                    null,
                    means,
                    null,
                    meeting);
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
            if (open != null) {
                apply(DecisionPolicy.hear(
                        state,
                        new RecordHearing(
                                JOURNEY,
                                open.decision(),
                                NORA,
                                open.wordingHash(),
                                HearingOutcome.HEARD,
                                false,
                                envelope(NORA, "view")),
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
                tally.taken++;
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
            boolean agreement = proposed.matter().decisionKind() == DecisionKind.BUDGET;
            for (UUID person : proposed.concerned()) {
                boolean child = person.equals(NORA);
                if (child && !heard.contains(person)) {
                    tally.violations.add("child not heard");
                }
                boolean agrees = false;
                boolean took = false;
                for (AnswerRecorded answer : answers.getOrDefault(person, List.of())) {
                    boolean entitled = child
                            ? answer.answeredBy().equals(KARI)
                            : answer.answeredBy().equals(person);
                    boolean sure = answer.recordedBy().equals(answer.answeredBy())
                            || witnesses.getOrDefault(answer.answerId(), Set.of()).stream()
                                    .anyMatch(witness ->
                                            !witness.equals(taken.taker()) && !witness.equals(answer.recordedBy()));
                    if (entitled && answer.answer() == Answer.DISAGREES) {
                        agrees = false;
                        took = sure;
                    } else if (entitled && sure) {
                        agrees = true;
                        took = true;
                    }
                }
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
                case ConsentEvent one -> state.evolve(one);
                case TeamEvent one -> state.evolve(one);
                case MeetingEvent one -> state.evolve(one);
                case PlanEvent one -> state.evolve(one);
                case DecisionEvent one -> state.evolve(one);
                case StageEvent one -> state.evolve(one);
                case SelfReportEvent one -> state.evolve(one);
                case ClosingEvent one -> state.evolve(one);
                // Attempts to speak for others are counted, and change nothing.
                case AccessEvent ignored -> state;
                default -> throw new IllegalStateException("not of a journey: " + event);
            };
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
