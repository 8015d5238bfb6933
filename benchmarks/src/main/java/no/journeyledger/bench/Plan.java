package no.journeyledger.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How much is measured.
 *
 * @param quick whether this is the short form, which shows that everything works and whose figures mean nothing
 * @param repetitions how often each figure is taken; the median counts
 * @param measured how long one repetition runs
 * @param warmUp how long each server is driven before anything counts
 * @param clients how many clients send at a time, one row each
 * @param pools the connection pools tried for the peers that have one; the best counts
 * @param journeys how many citizens the load is spread over
 * @param histories lengths of history, in events, at which the cost of a command is taken
 * @param coldCitizens how many citizens of each length are touched once by a fresh process
 * @param warmCommands how many commands are sent to one citizen of each length
 * @param rebuiltEvents how many events at least a rebuild reads
 * @param starts how often the start time is taken
 */
record Plan(
        boolean quick,
        int repetitions,
        Duration measured,
        Duration warmUp,
        List<Integer> clients,
        List<Integer> pools,
        int journeys,
        List<Integer> histories,
        int coldCitizens,
        int warmCommands,
        int rebuiltEvents,
        int starts) {

    static Plan full() {
        return new Plan(
                false,
                5,
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                List.of(1, 16, 64, 256),
                List.of(16, 32, 64),
                1_000,
                List.of(10, 1_000, 10_000),
                10,
                500,
                200_000,
                3);
    }

    /** Fewer figures with the same goals, in about a quarter of the time: for working on speed. */
    static Plan brief() {
        return new Plan(
                false,
                3,
                Duration.ofSeconds(3),
                Duration.ofSeconds(15),
                List.of(1, 16, 64, 256),
                List.of(32),
                500,
                List.of(10, 1_000, 10_000),
                6,
                300,
                50_000,
                1);
    }

    static Plan shortForm() {
        return new Plan(
                true,
                1,
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                List.of(1, 16),
                List.of(16),
                20,
                List.of(10, 200),
                2,
                10,
                300,
                1);
    }

    /** How many events the log is sealed and verified with. */
    long sealedEvents() {
        return 5L * rebuiltEvents;
    }

    /** What every server's JVM is started with. In the short form starting counts for more than speed. */
    List<String> jvmOptions() {
        var options = new ArrayList<>(List.of(
                "-Xmx1g",
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.timezone=UTC",
                "-Daxoniq.update-checker.disabled=true"));
        options.add(quick ? "-XX:TieredStopAtLevel=1" : "-Xms1g");
        return options;
    }
}
