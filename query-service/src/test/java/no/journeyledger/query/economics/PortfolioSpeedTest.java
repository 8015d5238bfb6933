package no.journeyledger.query.economics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import no.journeyledger.query.journeys.JourneysProjection;
import no.journeyledger.query.money.MoneyProjection;
import no.journeyledger.query.projection.Progress;
import no.journeyledger.query.projection.Projections;
import no.journeyledger.query.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the questions about a large portfolio take while events keep arriving; asserted nowhere, printed.
 * {@code -Dspeed.portfolio=100000} runs it with that many synthetic journeys.
 */
class PortfolioSpeedTest {

    private static final int TIMES = 40;
    private static final Question QUESTION = new Question(null, null, 2026, 45, null, 2025, null, null, null);

    @Test
    @EnabledIfSystemProperty(named = "speed.portfolio", matches = "[0-9]+")
    void every_question_is_timed_while_journeys_keep_coming() throws Exception {
        int journeys = Integer.getInteger("speed.portfolio");
        try (var ledger = new TestLedger()) {
            var synthetic = new SyntheticJourneys(ledger, 1);
            synthetic.prepare();
            long last = synthetic.make(journeys);
            var progress = new Progress(ledger.views());
            try (var projections = new Projections(
                    List.of(
                            JourneysProjection.projection(),
                            MoneyProjection.projection(),
                            EconomicsProjection.projection()),
                    ledger.source(),
                    ledger.reader(),
                    ledger.views(),
                    progress)) {
                long begun = System.nanoTime();
                projections.start();
                assertThat(progress.await(projections.names(), last, Duration.ofMinutes(60)))
                        .isTrue();
                System.out.printf(
                        "%d journeys, %d events projected in %.1f s%n",
                        journeys, last, (System.nanoTime() - begun) / 1e9);
                ledger.sql().sql("ANALYZE").update();
                var done = new AtomicBoolean();
                Thread arriving = Thread.ofPlatform().start(() -> {
                    while (!done.get()) {
                        synthetic.make(1);
                    }
                });
                try {
                    questions(JdbcClient.create(ledger.views())).forEach(PortfolioSpeedTest::time);
                } finally {
                    done.set(true);
                    arriving.join();
                }
            }
        }
    }

    private static Map<String, Runnable> questions(JdbcClient views) {
        var none = Chosen.Filter.NONE;
        var lines = new Portfolio.LineFilter(null, null, null);
        var questions = new LinkedHashMap<String, Runnable>();
        questions.put("auditor, costs and benefits", () -> {
            var settled = QUESTION.settle(views, null);
            Portfolio.costsAndBenefits(
                    views, Chosen.everything(none, settled.basis().asOfPosition()), By.TARGET_GROUP, settled);
        });
        questions.put("analyst, costs and benefits", () -> {
            var settled = QUESTION.settle(views, Portfolio.fewest(views));
            Portfolio.costsAndBenefits(
                    views, Chosen.blocks(none, settled.basis().asOfPosition()), By.TARGET_GROUP, settled);
        });
        questions.put(
                "auditor, stages", () -> Portfolio.stages(views, Chosen.everything(none, 1L << 60), 1L << 60, null));
        questions.put("analyst, stages", () -> Portfolio.stages(views, Chosen.blocks(none, 1L << 60), 1L << 60, 5));
        questions.put(
                "auditor, money", () -> Portfolio.money(views, Chosen.everything(none, 1L << 60), lines, 1L << 60));
        questions.put("analyst, money", () -> Portfolio.mergedMoney(views, none, lines, 1L << 60, 5));
        return questions;
    }

    private static void time(String question, Runnable asked) {
        asked.run();
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            asked.run();
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-32s median %6.0f ms, worst of %d %6.0f ms%n",
                question, nanos[TIMES / 2] / 1e6, TIMES, nanos[TIMES - 1] / 1e6);
    }
}
