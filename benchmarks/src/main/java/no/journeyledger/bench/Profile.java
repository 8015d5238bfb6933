package no.journeyledger.bench;

import java.time.Duration;
import java.util.Map;

/**
 * What a flush costs.
 *
 * @param name how the report calls it
 * @param environment what PostgreSQL is started with
 */
record Profile(String name, Map<String, String> environment) {

    /** The disk as it is. */
    static Profile asItIs() {
        return new Profile("native", Map.of());
    }

    /** Every flush takes a millisecond longer, as on a good cloud disk. */
    static Profile oneMillisecond(SlowFlush slowFlush) {
        return new Profile("1 ms", slowFlush.environment(Duration.ofMillis(1)));
    }
}
