package no.journeyledger.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} for the JVM and its PostgreSQL, under load, at drawn moments: while commands arrive, and now and then
 * while it is still starting. The short form runs with every build; {@code kill-rig.sh} runs it with more kills.
 */
class EveryAcknowledgedCommandSurvivesKillNineTest {

    private static final int KILLS = Integer.getInteger("ledger.kills", 2);
    private static final int CLIENTS = Integer.getInteger("ledger.clients", 16);
    private static final long SEED = Long.getLong("ledger.seed", System.nanoTime());

    @Test
    void every_acknowledged_command_is_there_exactly_once_after_kills(@TempDir Path folder) {
        System.out.println("kill rig: seed " + SEED + ", " + KILLS + " kills, " + CLIENTS + " clients");
        var random = new Random(SEED);
        Path journal = Path.of("target", "kill-rig", "acknowledged.csv");
        try (var standalone = StandaloneProcess.in(folder).start();
                var load = Load.begin(standalone, CLIENTS, random, journal)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                // The first kill always comes under load, so that even the shortest run shows something.
                boolean whileStarting = kill > 1 && random.nextInt(4) == 0;
                if (kill > 1) {
                    Started launched = standalone.launch();
                    if (!whileStarting) {
                        standalone.awaitReady(launched);
                    }
                }
                int before = load.journal().size();
                Duration moment = Duration.ofMillis(random.nextInt(200, 3_000));
                Started.pause(moment);
                int acknowledged = load.journal().size() - before;
                System.out.printf(
                        "kill %2d: %4d ms after %s, %5d acknowledged since, %s%n",
                        kill,
                        moment.toMillis(),
                        whileStarting ? "launching" : "answering ",
                        acknowledged,
                        standalone.killTree(random));
            }
            standalone.start();
            Started.pause(Duration.ofSeconds(1));
            load.end();
            verify(standalone, load);
        }
    }

    private static void verify(StandaloneProcess standalone, Load load) {
        var views = new Views(standalone);
        long head = views.caughtUp();
        List<Acknowledged> journal = load.journal();
        Map<UUID, List<Long>> entries = new HashMap<>();
        List<UUID> journeys = views.journeys();
        journeys.forEach(journey -> entries.put(journey, Reckoning.positions(views.timeline(journey))));
        // A fund is opened without a posting; every contribution is one.
        var postings = new ArrayList<>(Reckoning.positions(views.postings(load.fund())));
        List<Acknowledged> contributions = journal.stream()
                .filter(each -> each.what().equals(Acknowledged.CONTRIBUTION))
                .toList();
        List<Acknowledged> onJourneys = journal.stream()
                .filter(each -> !each.aggregate().equals(load.fund()))
                .toList();
        Reckoning ofJourneys = Reckoning.of(onJourneys, entries);
        Reckoning ofFund = Reckoning.of(contributions, Map.of(load.fund(), postings));
        long retried = journal.stream().filter(each -> each.attempts() > 1).count();

        String before = views.dump(List.of(load.fund()), journeys);
        views.rebuildAll();
        String after = views.dump(List.of(load.fund()), journeys);

        System.out.printf(
                "kill rig: kills %d, acknowledged %d (of them sent more than once %d, unanswered calls %d), lost %d,"
                        + " doubled %d, journeys %d, head %d, projections equal to a rebuild: %s%n",
                KILLS,
                journal.size(),
                retried,
                load.unanswered(),
                ofJourneys.lost().size() + ofFund.lost().size(),
                ofJourneys.doubled().size() + ofFund.doubled().size(),
                journeys.size(),
                head,
                before.equals(after) ? "yes" : "NO");

        assertThat(load.unexpected()).as("answers no client should see").isEmpty();
        assertThat(journal.size()).as("acknowledged").isGreaterThan(KILLS);
        assertThat(load.unanswered()).as("the kills were felt").isPositive();
        assertThat(ofJourneys.lost()).as("lost").isEmpty();
        assertThat(ofFund.lost()).as("lost").isEmpty();
        assertThat(ofJourneys.doubled()).as("doubled").isEmpty();
        assertThat(ofFund.doubled()).as("doubled").isEmpty();
        assertThat(journeys).as("journeys that nobody was told of").hasSize(entriesOf(onJourneys));
        assertThat(after).as("projections against a rebuild").isEqualTo(before);
        assertThat(views.deadLetters()).isZero();
        theReckoningItselfNoticesALossAndADouble(contributions, load.fund(), postings);
    }

    private static int entriesOf(List<Acknowledged> onJourneys) {
        return (int) onJourneys.stream().map(Acknowledged::aggregate).distinct().count();
    }

    /** The control: the same reckoning with one entry taken away, and with one shown twice. */
    private static void theReckoningItselfNoticesALossAndADouble(
            List<Acknowledged> contributions, UUID fund, List<Long> postings) {
        List<Long> without = postings.subList(0, postings.size() - 1);
        assertThat(Reckoning.of(contributions, Map.of(fund, without)).lost()).hasSize(1);
        var twice = new ArrayList<>(postings);
        twice.add(postings.getLast());
        assertThat(Reckoning.of(contributions, Map.of(fund, twice)).doubled()).hasSize(1);
    }
}
