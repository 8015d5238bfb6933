package no.journeyledger.query.economics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import no.journeyledger.query.economics.Question.Settled;
import no.journeyledger.query.testing.TestLedger;
import no.journeyledger.query.testing.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * How long the questions about a large portfolio take over HTTP while journeys keep arriving; asserted nowhere, printed.
 * {@code -Dspeed.portfolio=100000} runs it with that many synthetic journeys, {@code -Dspeed.arriving} says how many more
 * come each second, {@code -Dspeed.times} how often each question is asked. {@code -Dspeed.before=true} also asks what the
 * summary spares, journey by journey.
 */
class PortfolioSpeedTest {

    private static final int TIMES = Integer.getInteger("speed.times", 200);
    private static final int ARRIVING = Integer.getInteger("speed.arriving", 10);
    private static final Question QUESTION = new Question(null, null, 2026, 45, null, 2025, null, null, null);

    @Test
    @EnabledIfSystemProperty(named = "speed.portfolio", matches = "[0-9]+")
    void every_question_is_timed_while_journeys_keep_coming(@TempDir Path folder) throws Exception {
        int journeys = Integer.getInteger("speed.portfolio");
        try (var ledger = new TestLedger()) {
            var synthetic = new SyntheticJourneys(ledger, 1);
            long begun = System.nanoTime();
            synthetic.prepare();
            long last = synthetic.make(journeys);
            System.out.printf(
                    Locale.ROOT, "%d journeys, %d events recorded in %.0f s%n", journeys, last, seconds(begun));
            begun = System.nanoTime();
            try (var service = TestService.start(
                    ledger, TestService.Keys.in(folder), "--ledger.limits.requests-per-second=100000")) {
                caughtUp(service, last, true);
                System.out.printf(Locale.ROOT, "projected in %.0f s%n", seconds(begun));
                begun = System.nanoTime();
                ledger.sql().sql("ANALYZE").update();
                caughtUp(service, last, false);
                System.out.printf(Locale.ROOT, "added up in %.1f s more%n", seconds(begun));
                var done = new AtomicBoolean();
                var came = new AtomicLong();
                Thread arriving = Thread.ofPlatform().start(() -> {
                    while (!done.get()) {
                        long next = System.nanoTime() + 1_000_000_000L / ARRIVING;
                        synthetic.make(1);
                        came.incrementAndGet();
                        while (System.nanoTime() < next && !done.get()) {
                            sleep();
                        }
                    }
                });
                begun = System.nanoTime();
                try {
                    questions(service);
                    System.out.printf(
                            Locale.ROOT, "%.1f journeys a second came meanwhile%n", came.get() / seconds(begun));
                    System.out.printf(
                            Locale.ROOT,
                            "%s%n",
                            service.get("/v1/projections", TestService.worker("OPERATOR"))
                                    .json()
                                    .at("/summary"));
                    if (Boolean.getBoolean("speed.before")) {
                        journeyByJourney(JdbcClient.create(ledger.views()));
                    }
                } finally {
                    done.set(true);
                    arriving.join();
                }
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Waits for the projections, or for the summary. */
    private static void caughtUp(TestService service, long position, boolean projections) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(30).toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode standing = service.get("/v1/projections", TestService.worker("OPERATOR"))
                    .json();
            long at = standing.at("/summary/position").asLong();
            if (projections) {
                at = position;
                for (JsonNode each : standing.at("/projections")) {
                    at = Math.min(at, each.at("/position").asLong());
                }
            }
            if (at >= position) {
                return;
            }
            Thread.sleep(Duration.ofMillis(200));
        }
        throw new AssertionError("not caught up to " + position);
    }

    private static void questions(TestService service) {
        String basis = "yearZero=2026&horizon=45&priceYear=2025";
        UUID smallService = SyntheticJourneys.SERVICES.getLast();
        for (String path : List.of(
                "economics?" + basis,
                "economics?" + basis + "&years=true",
                "economics?by=TARGET_GROUP&" + basis,
                "economics?by=COHORT&" + basis,
                "economics?by=STAGE&" + basis + "&benefitsDown=0.15&costsUp=0.1",
                "economics?targetGroup=LONG_TERM&" + basis,
                "stages",
                "stages?cohort=2026",
                "money",
                "money?service=" + smallService,
                "matrix",
                "self-reports")) {
            String known = path.replace(
                    "LONG_TERM",
                    List.of(no.journeyledger.events.journey.TargetGroup.values())
                            .getFirst()
                            .name());
            time("AUDITOR", service, "/v1/portfolio/" + known);
            time("ANALYST", service, "/v1/portfolio/" + known);
        }
        time("AUDITOR", service, "/v1/portfolio/economics?by=SERVICE&" + basis);
        time("AUDITOR", service, "/v1/portfolio/economics?by=FUND&" + basis);
        time("AUDITOR", service, "/v1/portfolio/economics?service=" + smallService + "&" + basis);
        time("AUDITOR", service, "/v1/portfolio/economics/export?format=CSV&by=STAGE&" + basis);
        time("AUDITOR", service, "/v1/portfolio/economics/export?format=PARQUET&by=STAGE&" + basis);
        time("UNIT_HEAD", service, "/v1/reports/caseload");
        time("UNIT_HEAD", service, "/v1/reports/participation");
        time("AUDITOR", service, "/v1/reports/fund-balances");
    }

    private static void time(String who, TestService service, String path) {
        String token = TestService.worker(who);
        var first = service.get(path, token);
        if (first.status() != 200) {
            System.out.printf(Locale.ROOT, "| %s | %s | %d %s |%n", who, path, first.status(), first.body());
            return;
        }
        long[] nanos = new long[TIMES];
        var positions = new ArrayList<String>();
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            var answer = service.get(path, token);
            nanos[i] = System.nanoTime() - begun;
            assertThat(answer.status()).isEqualTo(200);
            positions.add(String.valueOf(answer.header("Ledger-Position")));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | `%s` | %s | answers at %d positions |%n",
                who,
                path.replaceAll("&?(yearZero|horizon|priceYear)=[0-9]+", ""),
                row(nanos),
                positions.stream().distinct().count());
    }

    private static String row(long[] nanos) {
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%.1f ms | %.1f ms | %.1f ms",
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) Math.ceil(nanos.length * 0.99) - 1] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    /** What is asked with asOf, and was asked always. */
    private static void journeyByJourney(JdbcClient views) {
        var none = Chosen.Filter.NONE;
        var lines = new Portfolio.LineFilter(null, null, null);
        slow("auditor, costs and benefits", () -> {
            Settled settled = QUESTION.settle(views, null);
            Portfolio.costsAndBenefits(
                    views, Chosen.everything(none, settled.basis().asOfPosition()), By.TARGET_GROUP, settled);
        });
        slow("analyst, costs and benefits", () -> {
            Settled settled = QUESTION.settle(views, Portfolio.fewest(views));
            Portfolio.costsAndBenefits(
                    views, Chosen.blocks(none, settled.basis().asOfPosition()), By.TARGET_GROUP, settled);
        });
        slow("auditor, stages", () -> Portfolio.stages(views, Chosen.everything(none, 1L << 60), 1L << 60, null));
        slow("analyst, stages", () -> Portfolio.stages(views, Chosen.blocks(none, 1L << 60), 1L << 60, 5));
        slow("auditor, money", () -> Portfolio.money(views, Chosen.everything(none, 1L << 60), lines, 1L << 60));
        slow("analyst, money", () -> Portfolio.mergedMoney(views, none, lines, 1L << 60, 5));
        slow(
                "SQL, views.analyst_journeys",
                () -> views.sql("SELECT * FROM views.analyst_journeys").query().listOfRows());
        slow(
                "SQL, views.analyst_money",
                () -> views.sql("SELECT * FROM views.analyst_money").query().listOfRows());
    }

    private static void slow(String question, Runnable asked) {
        asked.run();
        long[] nanos = new long[10];
        for (int i = 0; i < nanos.length; i++) {
            long begun = System.nanoTime();
            asked.run();
            nanos[i] = System.nanoTime() - begun;
        }
        System.out.printf(Locale.ROOT, "| journey by journey | %s | %s |%n", question, row(nanos));
    }
}
