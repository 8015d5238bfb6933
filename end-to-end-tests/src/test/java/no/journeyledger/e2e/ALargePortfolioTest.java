package no.journeyledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import no.journeyledger.e2e.RunningLedger.Worker;
import no.journeyledger.standalone.population.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/**
 * How long the questions about a large portfolio take over HTTP while citizens keep arriving; printed, not asserted. The
 * citizens are the population generator's, told by commands to a ledger of three processes.
 *
 * <p>{@code -Dpopulation.citizens=100000 -Dpopulation.folder=/somewhere} runs it; {@code end-to-end-tests/portfolio-rig.sh}
 * does. The folder is kept: a rig that is run again goes on with the citizens it has, and with {@code -Dpopulation.told=true}
 * asks at once.
 */
@EnabledIfSystemProperty(named = "population.citizens", matches = "[0-9]+")
class ALargePortfolioTest {

    private static final int CITIZENS = Integer.getInteger("population.citizens", 0);
    private static final int TIMES = Integer.getInteger("population.times", 200);
    private static final int AT_ONCE = Integer.getInteger("population.at-once", 32);
    private static final int PER_SECOND = Integer.getInteger("population.per-second", 25);
    private static final int A_LEADERS = 50;
    private static final int SEED = 1;

    @Test
    void questions_are_answered_while_citizens_keep_arriving() throws Exception {
        Path folder = Path.of(System.getProperty("population.folder")).toAbsolutePath();
        try (var ledger = TwoProcesses.in(folder, List.of("-Xmx3g"))) {
            ledger.run("command-service");
            if (!Boolean.getBoolean("population.told")) {
                told(ledger);
            }
            long begun = System.nanoTime();
            ledger.run("query-service");
            long head = caughtUp(ledger);
            System.out.printf(Locale.ROOT, "%d events projected and added up, %.0f s%n", head, seconds(begun));
            asked(ledger);
        }
    }

    private static void told(TwoProcesses ledger) {
        long begun = System.nanoTime();
        Population.Told told = population(ledger, SEED).tell(CITIZENS, AT_ONCE);
        System.out.printf(
                Locale.ROOT,
                "%d citizens told of by %d commands in %.0f s, turned away: %s%n",
                told.citizens(),
                told.commands(),
                seconds(begun),
                told.problems());
    }

    private static Population population(TwoProcesses ledger, int seed) {
        return new Population(ledger.client().commands(), ledger.tokens(), Clock.systemUTC(), seed);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Waits for every projection and for the summary. */
    private static long caughtUp(TwoProcesses ledger) {
        long deadline = System.nanoTime() + Duration.ofHours(2).toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode standing = standing(ledger);
            long head = standing.path("head").asLong();
            long behind = standing.path("projections")
                    .valueStream()
                    .filter(projection -> projection.path("position").asLong() < head)
                    .count();
            if (behind == 0 && standing.at("/summary/position").asLong() >= head) {
                return head;
            }
            Started.pause(Duration.ofMillis(500));
        }
        throw new AssertionError("the views do not come to the head");
    }

    private static void asked(TwoProcesses ledger) throws InterruptedException {
        var done = new AtomicBoolean();
        Thread arriving = Thread.ofPlatform().start(() -> arrive(ledger, done));
        long begun = System.nanoTime();
        long before = head(ledger);
        try {
            questions(ledger);
            System.out.printf(
                    Locale.ROOT, "%.0f events a second came meanwhile%n", (head(ledger) - before) / seconds(begun));
        } finally {
            done.set(true);
            arriving.interrupt();
            arriving.join();
        }
    }

    /** Citizens of another population, one leader's after another's. */
    private static void arrive(TwoProcesses ledger, AtomicBoolean done) {
        int seed = SEED + 1 + ThreadLocalRandom.current().nextInt(60_000);
        Population arrivals = population(ledger, seed).atMost(PER_SECOND);
        try {
            for (int from = 0; !done.get(); from += A_LEADERS) {
                Population.Told told = arrivals.tell(from, from + A_LEADERS, 1);
                assertThat(told.problems()).isEmpty();
            }
        } catch (IllegalStateException e) {
            if (!done.get()) {
                throw e;
            }
        }
    }

    private static long head(TwoProcesses ledger) {
        return standing(ledger).path("head").asLong();
    }

    private static JsonNode standing(TwoProcesses ledger) {
        return ledger.client()
                .ask(ledger.worker(UUID.randomUUID(), "OPERATOR").token(), "/v1/projections")
                .expectAccepted()
                .body();
    }

    private static void questions(TwoProcesses ledger) {
        int year = LocalDate.now(Clock.systemUTC()).getYear();
        String basis = "yearZero=" + year + "&horizon=45&priceYear=2025";
        UUID service = new UUID(0x0198_0000_0001_7000L, 0x8010_0000_0000_0002L);
        UUID auditors = UUID.randomUUID();
        Worker auditor = ledger.worker(auditors, "AUDITOR");
        Worker analyst = ledger.worker(auditors, "ANALYST");
        Worker unitHead = ledger.worker(service, "UNIT_HEAD");
        for (String path : List.of(
                "economics?" + basis,
                "economics?" + basis + "&years=true",
                "economics?by=TARGET_GROUP&" + basis,
                "economics?by=COHORT&" + basis,
                "economics?by=STAGE&" + basis + "&benefitsDown=0.15&costsUp=0.1",
                "economics?targetGroup=FAMILY_VULNERABLE&" + basis,
                "economics/what-if?" + basis,
                "economics/what-if?by=TARGET_GROUP&" + basis,
                "stages",
                "stages?cohort=" + year,
                "money",
                "money?service=" + service,
                "matrix",
                "self-reports")) {
            time("auditor", auditor, ledger, "/v1/portfolio/" + path);
            time("analyst", analyst, ledger, "/v1/portfolio/" + path);
        }
        for (String path : List.of(
                "economics?by=SERVICE&" + basis,
                "economics?by=FUND&" + basis,
                "economics?service=" + service + "&" + basis,
                "economics/export?format=CSV&by=STAGE&" + basis,
                "economics/export?format=PARQUET&by=STAGE&" + basis,
                "economics/what-if/export?format=PARQUET&by=STAGE&" + basis,
                "stages/export?format=PARQUET",
                "money/export?format=PARQUET",
                "matrix/export?format=PARQUET",
                "self-reports/export?format=PARQUET")) {
            time("auditor", auditor, ledger, "/v1/portfolio/" + path);
        }
        time("unit head", unitHead, ledger, "/v1/reports/caseload");
        time("unit head", unitHead, ledger, "/v1/reports/participation");
        time("auditor", auditor, ledger, "/v1/reports/fund-balances");
    }

    private static void time(String who, Worker worker, TwoProcesses ledger, String path) {
        Answer first = ledger.client().ask(worker.token(), path);
        String shown = path.replaceAll("&?(yearZero|horizon|priceYear)=[0-9]+", "");
        if (!first.accepted()) {
            System.out.printf(Locale.ROOT, "| %s | `%s` | %d %s |%n", who, shown, first.status(), first.text());
            return;
        }
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            Answer answer = ledger.client().ask(worker.token(), path);
            nanos[i] = System.nanoTime() - begun;
            assertThat(answer.status()).as(path).isEqualTo(200);
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "| %s | `%s` | %.1f ms | %.1f ms | %.1f ms |%n",
                who,
                shown,
                nanos[TIMES / 2] / 1e6,
                nanos[(int) Math.ceil(TIMES * 0.99) - 1] / 1e6,
                nanos[TIMES - 1] / 1e6);
    }
}
