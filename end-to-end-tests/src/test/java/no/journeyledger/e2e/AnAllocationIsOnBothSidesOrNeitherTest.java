package no.journeyledger.e2e;

import static no.journeyledger.e2e.Ledger.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.journeyledger.e2e.RunningLedger.Citizen;
import no.journeyledger.e2e.RunningLedger.Worker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} while teams take decisions about money: a decision and its reservation are both there, or neither is. */
class AnAllocationIsOnBothSidesOrNeitherTest {

    private static final int TEAMS = 24;
    private static final long AMOUNT = 10_000;

    /** More of them, and a longer run, with {@code -Dledger.kills=20}. */
    private static final int KILLS = Integer.getInteger("ledger.kills", 1);

    private static final long SEED = Long.getLong("ledger.seed", System.nanoTime());

    private final UUID housing = UUID.randomUUID();

    /** A decision that everybody it concerns has agreed to, and who takes it. */
    private record Ready(JourneyCalls journey, UUID decision, Worker taker) {}

    @Test
    void after_a_kill_every_decision_taken_has_its_reservation_and_every_reservation_its_decision(@TempDir Path folder)
            throws Exception {
        var random = new Random(SEED);
        int answered = 0;
        int decisions = 0;
        try (var standalone = StandaloneProcess.in(folder).start();
                ExecutorService teams = Executors.newFixedThreadPool(TEAMS)) {
            for (int kill = 0; kill < KILLS; kill++) {
                UUID fund = openFund(standalone);
                List<Ready> ready = prepared(standalone, teams, fund);
                List<Future<Answer>> taking = takeTogether(teams, ready);
                Started.pause(Duration.ofMillis(random.nextInt(5, 120)));
                standalone.killTree(random);
                standalone.start();
                answered += answered(taking);
                decisions += bothSides(standalone, ready, fund);
            }
        }
        System.out.printf(
                "kill during allocations: seed %d, %d kills, %d of %d takings answered, %d decisions taken, each on both sides%n",
                SEED, KILLS, answered, KILLS * TEAMS, decisions);
    }

    private List<Ready> prepared(StandaloneProcess standalone, ExecutorService teams, UUID fund) throws Exception {
        var preparing = new ArrayList<Future<Ready>>();
        for (int i = 0; i < TEAMS; i++) {
            preparing.add(teams.submit(() -> untilTheDecision(standalone, fund)));
        }
        var ready = new ArrayList<Ready>();
        for (Future<Ready> one : preparing) {
            ready.add(one.get());
        }
        return ready;
    }

    private static List<Future<Answer>> takeTogether(ExecutorService teams, List<Ready> ready)
            throws InterruptedException {
        var begun = new CountDownLatch(1);
        var taking = new ArrayList<Future<Answer>>();
        for (Ready one : ready) {
            taking.add(teams.submit(() -> {
                begun.countDown();
                return one.journey().take(one.taker(), one.decision(), "Agreed.");
            }));
        }
        begun.await();
        return taking;
    }

    /** How many decisions were taken; each of them, and nothing else, has its reservation, and the fund's money is balanced. */
    private static int bothSides(StandaloneProcess standalone, List<Ready> ready, UUID fund) {
        var views = new Views(standalone);
        views.caughtUp();
        Set<String> taken = decisionsIn(ready, views, "journey.decision-taken");
        Set<String> reservedFor = decisionsIn(ready, views, "fund.amount-reserved");
        var posted = new TreeSet<String>();
        for (JsonNode posting : views.postings(fund)) {
            assertThat(posting.path("contributedOre").asLong())
                    .as("seed %d", SEED)
                    .isEqualTo(posting.path("availableOre").asLong()
                            + posting.path("reservedOre").asLong()
                            + posting.path("spentOre").asLong());
            if (posting.path("kind").asString("").equals("RESERVED")) {
                posted.add(posting.path("decision").asString(""));
            }
        }
        assertThat(reservedFor).as("seed %d", SEED).isEqualTo(taken);
        assertThat(posted).as("seed %d", SEED).isEqualTo(taken);
        return taken.size();
    }

    /** Waits for every call to have ended, one way or the other, and says how many were answered. */
    private static int answered(List<Future<Answer>> taking) throws InterruptedException {
        int answered = 0;
        for (Future<Answer> one : taking) {
            try {
                one.get();
                answered++;
            } catch (ExecutionException e) {
                assertThat(e.getCause()).as("the kill was felt").isNotNull();
            }
        }
        return answered;
    }

    /** The budget decisions of these journeys that an entry of this type is about. */
    private static Set<String> decisionsIn(List<Ready> ready, Views views, String type) {
        var decisions = new TreeSet<String>();
        for (Ready one : ready) {
            for (JsonNode entry : views.timeline(one.journey().journey())) {
                if (entry.path("type").asString("").equals(type)
                        && entry.path("facts")
                                .path("decision")
                                .asString("")
                                .equals(one.decision().toString())) {
                    decisions.add(one.decision().toString());
                }
            }
        }
        return decisions;
    }

    private UUID openFund(RunningLedger running) {
        UUID fund = UUID.randomUUID();
        Worker fundManager = running.worker(UUID.randomUUID(), "FUND_MANAGER");
        running.client()
                .command(
                        fundManager.token(),
                        "/v1/funds",
                        body("fund", fund, "name", "One fund for all", "owners", List.of(housing)))
                .expectAccepted();
        running.client()
                .command(
                        fundManager.token(),
                        "/v1/funds/" + fund + "/contributions",
                        body(
                                "organisation",
                                housing,
                                "year",
                                JourneyCalls.today().getYear(),
                                "amountOre",
                                AMOUNT * TEAMS))
                .expectAccepted();
        return fund;
    }

    private Ready untilTheDecision(RunningLedger running, UUID fund) {
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
}
