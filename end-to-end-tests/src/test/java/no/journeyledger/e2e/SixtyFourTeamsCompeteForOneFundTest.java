package no.journeyledger.e2e;

import static no.journeyledger.e2e.Ledger.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.journeyledger.e2e.RunningLedger.Citizen;
import no.journeyledger.e2e.RunningLedger.Worker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A fund of 1 000 kroner, and 64 teams that each take a decision about 100 at the same moment. */
class SixtyFourTeamsCompeteForOneFundTest {

    private static final int TEAMS = 64;
    private static final long AMOUNT = 10_000;
    private static final long FUND = 100_000;

    private final UUID housing = UUID.randomUUID();
    private final UUID fund = UUID.randomUUID();

    /** A decision that everybody it concerns has agreed to, and who takes it. */
    private record Ready(JourneyCalls journey, UUID decision, Worker taker) {}

    @Test
    void exactly_ten_of_sixty_four_allocations_succeed_and_the_fund_never_goes_below_zero(@TempDir Path folder)
            throws Exception {
        try (var standalone = StandaloneProcess.in(folder).start();
                ExecutorService teams = Executors.newFixedThreadPool(TEAMS)) {
            Ledger ledger = standalone.client();
            Worker fundManager = standalone.worker(UUID.randomUUID(), "FUND_MANAGER");
            openFund(ledger, fundManager);
            List<Ready> ready = together(teams, () -> untilTheDecision(standalone));

            List<UUID> journeys =
                    ready.stream().map(one -> one.journey().journey()).toList();

            var atOnce = new CyclicBarrier(TEAMS);
            var taking = new ArrayList<Future<Answer>>();
            for (Ready one : ready) {
                taking.add(teams.submit(() -> {
                    atOnce.await();
                    return one.journey().take(one.taker(), one.decision(), "Agreed.");
                }));
            }
            List<Answer> answers = results(taking);

            assertThat(answers.stream().filter(Answer::accepted)).hasSize((int) (FUND / AMOUNT));
            assertThat(answers.stream().filter(answer -> !answer.accepted())).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.text("reason")).isEqualTo("FUND_EXHAUSTED");
            });

            long last = answers.stream().mapToLong(Answer::position).max().orElseThrow();
            List<JsonNode> postings =
                    ledger.all(fundManager.token(), "/v1/funds/" + fund + "/postings?min-position=" + last);
            assertThat(postings).hasSize(1 + (int) (FUND / AMOUNT));
            assertThat(postings).allSatisfy(posting -> {
                long available = posting.path("availableOre").asLong(-1);
                assertThat(available).isNotNegative();
                assertThat(posting.path("contributedOre").asLong())
                        .isEqualTo(available
                                + posting.path("reservedOre").asLong()
                                + posting.path("spentOre").asLong());
            });

            var views = new Views(standalone);
            views.caughtUp();
            String before = views.dump(List.of(fund), journeys);
            views.rebuildAll();
            assertThat(views.dump(List.of(fund), journeys))
                    .as("a rebuild gives the same rows")
                    .isEqualTo(before);
            assertThat(views.deadLetters()).isZero();
            System.out.println("64 teams: " + ledger.askedAgain() + " commands were sent again after a 503");
        }
    }

    private void openFund(Ledger ledger, Worker fundManager) {
        ledger.command(
                        fundManager.token(),
                        "/v1/funds",
                        body("fund", fund, "name", "One fund for all", "owners", List.of(housing)))
                .expectAccepted();
        ledger.command(
                        fundManager.token(),
                        "/v1/funds/" + fund + "/contributions",
                        body(
                                "organisation",
                                housing,
                                "year",
                                JourneyCalls.today().getYear(),
                                "amountOre",
                                FUND))
                .expectAccepted();
    }

    private Ready untilTheDecision(RunningLedger running) {
        var journey = new JourneyCalls(running.client(), UUID.randomUUID());
        Worker taker = running.worker(housing, "TEAM");
        Worker unitHead = running.worker(housing, "UNIT_HEAD");
        Citizen citizen = running.citizen();
        UUID measure = UUID.randomUUID();
        journey.refer(taker, citizen, 30).expectAccepted();
        journey.qualify(taker).expectAccepted();
        journey.enrol(taker, "VULNERABLE", "STABLE").expectAccepted();
        journey.join(taker, taker, "LEADER").expectAccepted();
        journey.delegate(unitHead, taker, AMOUNT).expectAccepted();
        journey.plan(taker, UUID.randomUUID(), measure, housing, List.of(citizen), AMOUNT)
                .expectAccepted();
        Answer plan = journey.proposePlan(taker, 1).expectAccepted();
        journey.answerInOwnSession(citizen, citizen, plan, "AGREES").expectAccepted();
        journey.take(taker, plan.id("decision"), null).expectAccepted();
        Answer budget =
                journey.proposeBudget(taker, measure, fund, housing, AMOUNT).expectAccepted();
        journey.answerInOwnSession(citizen, citizen, budget, "AGREES").expectAccepted();
        return new Ready(journey, budget.id("decision"), taker);
    }

    private static <T> List<T> together(ExecutorService threads, Callable<T> work)
            throws ExecutionException, InterruptedException {
        var futures = new ArrayList<Future<T>>();
        for (int i = 0; i < TEAMS; i++) {
            futures.add(threads.submit(work));
        }
        return results(futures);
    }

    private static <T> List<T> results(List<Future<T>> futures) throws ExecutionException, InterruptedException {
        var results = new ArrayList<T>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
