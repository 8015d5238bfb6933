package no.journeyledger.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What one run of load brought.
 *
 * @param accepted replies with 2xx
 * @param refused all others
 * @param lastRefusedStatus the status of the last of those, 0 when there was none
 * @param lastRefusal its body
 * @param elapsed from the first request to the last reply
 * @param latency of the accepted, in nanoseconds, from the moment each was due
 */
record Load(
        long accepted, long refused, int lastRefusedStatus, String lastRefusal, Duration elapsed, Histogram latency) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    double perSecond() {
        return accepted * NANOS_PER_SECOND / Math.max(1, elapsed.toNanos());
    }

    double milliseconds(double percentile) {
        return latency.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }

    /**
     * This load, when every request was accepted.
     *
     * @throws IllegalStateException when some were not: a figure with refusals in it measures something else
     */
    Load allAccepted(String what) {
        if (refused > 0) {
            throw new IllegalStateException(what + ": " + refused + " of " + (accepted + refused)
                    + " requests were not accepted, the last with " + lastRefusedStatus + ": " + lastRefusal);
        }
        return this;
    }
}
