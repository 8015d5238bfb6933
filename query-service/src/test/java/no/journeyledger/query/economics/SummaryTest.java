package no.journeyledger.query.economics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import no.journeyledger.economics.appraisal.Dependence;
import no.journeyledger.events.benefit.BenefitEvent.BenefitDropped;
import no.journeyledger.events.benefit.BenefitEvent.BenefitMeasured;
import no.journeyledger.events.benefit.Party;
import no.journeyledger.events.fund.FundEvent.AmountSpent;
import no.journeyledger.events.fund.FundEvent.ReservationReleased;
import no.journeyledger.events.journey.CostLine;
import no.journeyledger.events.journey.Goal;
import no.journeyledger.events.journey.Horizon;
import no.journeyledger.events.journey.LifeArea;
import no.journeyledger.events.journey.Measure;
import no.journeyledger.events.journey.PlanEvent.PlanAgreed;
import no.journeyledger.events.journey.PlanEvent.PlanDrafted;
import no.journeyledger.events.journey.Stage;
import no.journeyledger.events.journey.StageEvent.StageMoved;
import no.journeyledger.events.journey.TargetGroup;
import no.journeyledger.events.journey.WorkPhase;
import no.journeyledger.events.parameter.ParameterEvent.PayerAssigned;
import no.journeyledger.query.economics.Question.Settled;
import no.journeyledger.query.economics.Summary.State;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.money.MoneyProjection;
import no.journeyledger.query.projection.Progress;
import no.journeyledger.query.projection.Projections;
import no.journeyledger.query.projection.Rebuilds;
import no.journeyledger.query.testing.Story;
import no.journeyledger.query.testing.TestLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept is what adding every journey up gives, whatever happens to the journeys in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SummaryTest {

    private static final long SEED = 20_260_202;
    private static final int JOURNEYS = 80;
    private static final int ROUNDS = 3;
    private static final int CHANGES = 16;
    private static final int FEWEST = 5;
    private static final Question QUESTION =
            new Question(null, null, 2026, 45, null, 2025, new BigDecimal("0.1"), new BigDecimal("0.15"), null);
    private static final Portfolio.LineFilter EVERY_LINE = new Portfolio.LineFilter(null, null, null);

    private static final List<Stage> STAGES = List.of(Stage.values());

    private final SplittableRandom random = new SplittableRandom(SEED);
    private TestLedger ledger;
    private Progress progress;
    private Projections projections;
    private SyntheticJourneys synthetic;
    private JdbcClient views;
    private Summary summary;
    private int made;

    @BeforeAll
    void makeThem() {
        System.out.println("seed " + SEED);
        ledger = new TestLedger();
        progress = new Progress(ledger.views());
        projections = new Projections(
                List.of(
                        JourneysProjection.projection(),
                        MoneyProjection.projection(),
                        EconomicsProjection.projection()),
                ledger.source(),
                ledger.reader(),
                ledger.views(),
                progress);
        projections.start();
        views = JdbcClient.create(ledger.views());
        summary = new Summary(ledger.views(), views -> {});
        synthetic = new SyntheticJourneys(ledger, SEED);
        await(synthetic.prepare());
    }

    @AfterAll
    void end() {
        projections.close();
        ledger.close();
    }

    private void await(long position) {
        try {
            assertThat(progress.await(projections.names(), position, Duration.ofSeconds(60)))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(ledger.rows("dead_letter")).isEmpty();
    }

    @Test
    void whatever_happens_the_summary_is_what_adding_up_every_journey_gives() {
        summary.refresh();
        await(synthetic.make(JOURNEYS));
        summary.refresh();
        sameAsJourneyByJourney("after the first journeys");
        for (int round = 1; round <= ROUNDS; round++) {
            long last = 0;
            for (int change = 0; change < CHANGES; change++) {
                last = somethingHappens();
                await(last);
            }
            await(Math.max(last, synthetic.make(10)));
            summary.refresh();
            sameAsJourneyByJourney("round " + round);
            sameAsAnew("round " + round);
        }
        // Rebuilt tables are other tables: everything is added up again.
        new Rebuilds(projections, ledger.reader(), ledger.views(), 1)
                .run(Rebuilds.Purpose.REPLACE, List.of(EconomicsProjection.NAME));
        summary.refresh();
        sameAsJourneyByJourney("after a rebuild");
        State kept = state();
        summary.refresh();
        assertThat(state()).as("nothing happened, nothing was done").isSameAs(kept);
    }

    private State state() {
        return summary.newest().orElseThrow();
    }

    private void sameAsJourneyByJourney(String when) {
        State kept = state();
        Settled settled = QUESTION.settle(views, null);
        assertThat(kept.position()).as(when).isEqualTo(settled.basis().asOfPosition());
        assertThat(QUESTION.settle(views, null, kept).basis()).as(when).isEqualTo(settled.basis());
        long position = kept.position();
        var filters = List.of(
                Chosen.Filter.NONE,
                new Chosen.Filter(List.of(TargetGroup.values()).getFirst(), null, null, null),
                new Chosen.Filter(null, 2026, STAGES.getFirst(), null),
                new Chosen.Filter(null, null, null, STAGES.get(2)));
        for (Chosen.Filter filter : filters) {
            Chosen chosen = Chosen.everything(filter, position);
            for (By by : List.of(By.NOTHING, By.TARGET_GROUP, By.STAGE)) {
                assertThat(answer(kept, filter, Chosen.Scope.NONE, by, settled))
                        .as("%s, %s by %s", when, filter, by)
                        .isEqualTo(Portfolio.costsAndBenefits(
                                views, chosen, by, new Portfolio.Detail(true, null), settled));
            }
            assertThat(SummaryAnswers.stages(kept, filter, null))
                    .as("%s, %s", when, filter)
                    .isEqualTo(Portfolio.stages(views, chosen, position, null));
            assertThat(SummaryAnswers.stages(kept, filter, FEWEST))
                    .as("%s, analyst, %s", when, filter)
                    .isEqualTo(Portfolio.stages(views, Chosen.blocks(filter, position), position, FEWEST));
            for (var lines : List.of(
                    EVERY_LINE,
                    new Portfolio.LineFilter(SyntheticJourneys.SERVICES.getFirst(), null, null),
                    new Portfolio.LineFilter(null, SyntheticJourneys.FUNDS.getFirst(), 2026))) {
                assertThat(SummaryAnswers.money(kept, filter, lines, null))
                        .as("%s, %s, %s", when, filter, lines)
                        .isEqualTo(Portfolio.money(views, chosen, lines, position));
                assertThat(SummaryAnswers.money(kept, filter, lines, FEWEST))
                        .as("%s, analyst, %s, %s", when, filter, lines)
                        .isEqualTo(Portfolio.mergedMoney(views, filter, lines, position, FEWEST));
            }
        }
        Settled hiding = QUESTION.settle(views, FEWEST);
        assertThat(answer(kept, Chosen.Filter.NONE, Chosen.Scope.NONE, By.STAGE, hiding))
                .as("%s, analyst", when)
                .isEqualTo(Portfolio.costsAndBenefits(
                        views,
                        Chosen.blocks(Chosen.Filter.NONE, position),
                        By.STAGE,
                        new Portfolio.Detail(true, null),
                        hiding));
        var drawing = new WhatIf.Drawing(1, 100, Dependence.INDEPENDENT);
        for (By by : List.of(By.NOTHING, By.TARGET_GROUP)) {
            Chosen chosen = Chosen.everything(Chosen.Filter.NONE, position);
            assertThat(SummaryAnswers.ranges(views, kept, Chosen.Filter.NONE, by, settled, drawing))
                    .as("%s, what if, by %s", when, by)
                    .isEqualTo(WhatIf.portfolio(
                            Portfolio.journeys(views, chosen, by),
                            Flows.read(views, chosen, by, settled),
                            settled,
                            drawing));
        }
        for (By by : List.of(By.SERVICE, By.FUND)) {
            assertThat(answer(kept, Chosen.Filter.NONE, Chosen.Scope.NONE, by, settled))
                    .as("%s, by %s", when, by)
                    .isEqualTo(Portfolio.costsAndBenefits(
                            views,
                            Chosen.everything(Chosen.Filter.NONE, Chosen.Scope.NONE, by, position),
                            by,
                            new Portfolio.Detail(true, null),
                            settled));
        }
        for (var scope : List.of(
                new Chosen.Scope(SyntheticJourneys.SERVICES.get(1), null),
                new Chosen.Scope(null, SyntheticJourneys.FUNDS.getLast()))) {
            assertThat(SummaryAnswers.holds(Chosen.Filter.NONE, scope, By.NOTHING))
                    .isTrue();
            assertThat(answer(kept, Chosen.Filter.NONE, scope, By.NOTHING, settled))
                    .as("%s, %s", when, scope)
                    .isEqualTo(Portfolio.costsAndBenefits(
                            views,
                            Chosen.everything(Chosen.Filter.NONE, scope, By.NOTHING, position),
                            By.NOTHING,
                            new Portfolio.Detail(true, null),
                            settled));
        }
    }

    private Portfolio.CostsAndBenefits answer(
            State from, Chosen.Filter filter, Chosen.Scope scope, By by, Settled settled) {
        return SummaryAnswers.costsAndBenefits(
                views, from, filter, scope, by, new Portfolio.Detail(true, null), settled);
    }

    private void sameAsAnew(String when) {
        Settled settled = QUESTION.settle(views, null);
        State kept = state();
        assertThat(answer(kept, Chosen.Filter.NONE, Chosen.Scope.NONE, By.COHORT, settled))
                .as(when)
                .isEqualTo(summary.<Portfolio.CostsAndBenefits>anew(
                        anew -> answer(anew, Chosen.Filter.NONE, Chosen.Scope.NONE, By.COHORT, settled)));
        // Nothing is left behind where journeys went away.
        assertThat(sizes(kept)).as(when).isEqualTo(summary.<List<String>>anew(SummaryTest::sizes));
    }

    private static List<String> sizes(State state) {
        var sizes = new ArrayList<String>();
        state.cells()
                .forEach((of, cell) -> sizes.add("%s: %d journeys, %d flows, %d lines, %d words"
                        .formatted(
                                of,
                                cell.journeys(),
                                cell.flows().size(),
                                cell.lines().size(),
                                cell.words().size())));
        sizes.sort(null);
        return sizes;
    }

    private <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private UUID fresh() {
        return new UUID(0x0000_0000_0002_7000L, 0x8000_0000_0000_0000L + made++);
    }

    private record Reserved(UUID reservation, UUID journey, UUID fund, int year, long left) {}

    /** One change to some journey, as a command would record it. */
    private long somethingHappens() {
        List<UUID> journeys = views.sql("SELECT journey FROM views.economics_journey ORDER BY journey")
                .query(UUID.class)
                .list();
        UUID journey = oneOf(journeys);
        return switch (random.nextInt(6)) {
            case 0 ->
                ledger.append(journey, new StageMoved(fresh(), STAGES.getFirst(), STAGES.get(random.nextInt(4)), null))
                        .lastPosition();
            case 1 -> {
                UUID card = card("step NOT IN ('DROPPED', 'EVALUATED')");
                yield ledger.append(
                                journeyOf(card), new BenefitDropped(card, Story.standIn(journeyOf(card), "no longer")))
                        .lastPosition();
            }
            case 2 -> {
                UUID card = card("step IN ('ANCHORED', 'MEASURED')");
                BigDecimal share = BigDecimal.valueOf(random.nextInt(-20, 140), 2);
                yield ledger.append(
                                journeyOf(card),
                                new BenefitMeasured(
                                        card,
                                        LocalDate.of(2026 + random.nextInt(3), 1 + random.nextInt(12), 1),
                                        BigDecimal.TEN.subtract(BigDecimal.TEN.multiply(share)),
                                        share.setScale(12, RoundingMode.UNNECESSARY),
                                        null))
                        .lastPosition();
            }
            case 3 -> moneyMoves();
            case 4 -> planAgain(journey);
            default ->
                ledger.append(
                                Story.BOOK,
                                new PayerAssigned(
                                        Story.BOOK,
                                        oneOf(SyntheticJourneys.SERVICES),
                                        List.of(Party.values()).get(1 + random.nextInt(3))))
                        .lastPosition();
        };
    }

    private UUID card(String where) {
        return oneOf(views.sql("SELECT benefit FROM views.benefit_card WHERE " + where + " ORDER BY benefit")
                .query(UUID.class)
                .list());
    }

    private UUID journeyOf(UUID card) {
        return views.sql("SELECT journey FROM views.benefit_card WHERE benefit = ?")
                .param(card)
                .query(UUID.class)
                .single();
    }

    private long moneyMoves() {
        Reserved from = oneOf(views.sql("""
                        SELECT reservation, journey, fund, year, reserved_ore FROM views.journey_money
                        WHERE reserved_ore > 1 ORDER BY reservation
                        """)
                .query((row, i) -> new Reserved(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getInt(4),
                        row.getLong(5)))
                .list());
        long amount = 1 + random.nextLong(from.left());
        return ledger.append(
                        from.fund(),
                        random.nextBoolean()
                                ? new AmountSpent(
                                        fresh(), from.reservation(), from.journey(), from.year(), amount, null)
                                : new ReservationReleased(
                                        from.reservation(), from.journey(), from.year(), amount, null))
                .lastPosition();
    }

    /** Another plan, which keeps the measures or not: benefits belong to the plan that has theirs. */
    private long planAgain(UUID journey) {
        int version = 1
                + views.sql("SELECT max(plan) FROM views.plan_outline WHERE journey = ?")
                        .param(journey)
                        .query(Integer.class)
                        .single();
        UUID measure = random.nextBoolean()
                ? fresh()
                : views.sql("SELECT measures[1] FROM views.plan_outline WHERE journey = ? AND plan = 1")
                        .param(journey)
                        .query(UUID.class)
                        .single();
        UUID goal = fresh();
        return ledger.append(
                        journey,
                        new PlanDrafted(
                                version,
                                Story.standIn(journey, "again"),
                                List.of(new Goal(
                                        goal, Story.standIn(journey, "goal"), Horizon.LONG, List.of(journey), null)),
                                List.of(new Measure(
                                        measure,
                                        goal,
                                        Story.standIn(journey, "measure"),
                                        LifeArea.HOUSING,
                                        WorkPhase.DEVELOP,
                                        List.of(journey),
                                        TestLedger.WORKER,
                                        LocalDate.of(2026, 1, 1),
                                        null,
                                        List.of(new CostLine(
                                                oneOf(SyntheticJourneys.SERVICES),
                                                2026,
                                                1 + random.nextLong(1_000_000))))),
                                List.of(),
                                null,
                                "hash"),
                        new PlanAgreed(version, fresh()))
                .lastPosition();
    }
}
