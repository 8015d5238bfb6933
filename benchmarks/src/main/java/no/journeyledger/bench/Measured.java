package no.journeyledger.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One repetition of one figure.
 *
 * @param perSecond accepted commands per second
 * @param p50 median latency in milliseconds
 * @param p99 99th percentile of latency in milliseconds
 * @param serverMicros processor time of the server per command, in microseconds
 * @param databaseMicros processor time of PostgreSQL per command, in microseconds
 * @param walBytes write-ahead log per command, in bytes
 */
record Measured(double perSecond, double p50, double p99, double serverMicros, double databaseMicros, double walBytes) {

    /** The median of each figure by itself. */
    static Measured median(List<Measured> repetitions) {
        return new Measured(
                median(repetitions, Measured::perSecond),
                median(repetitions, Measured::p50),
                median(repetitions, Measured::p99),
                median(repetitions, Measured::serverMicros),
                median(repetitions, Measured::databaseMicros),
                median(repetitions, Measured::walBytes));
    }

    private static double median(List<Measured> repetitions, ToDoubleFunction<Measured> figure) {
        return middle(repetitions.stream().map(figure::applyAsDouble).toList());
    }

    /** The middle value; with an even number of values the lower of the two middle ones. */
    static double middle(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((sorted.size() - 1) / 2);
    }
}
