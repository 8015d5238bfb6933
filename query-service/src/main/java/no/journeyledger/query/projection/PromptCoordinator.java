package no.journeyledger.query.projection;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread that hands events to a projection's worker. When the worker has a full queue, Axon's coordinator sleeps for
 * 100 ms, in which the worker runs empty: at most some ten thousand events a second. Here it looks again after one
 * millisecond. All other waiting times stay as they are.
 */
final class PromptCoordinator extends ScheduledThreadPoolExecutor {

    private static final long QUEUE_FULL_MILLIS = 100;

    PromptCoordinator(String projection) {
        super(
                1,
                Thread.ofPlatform()
                        .name("projection-" + projection + "-coordinator")
                        .daemon()
                        .factory());
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return unit == TimeUnit.MILLISECONDS && delay == QUEUE_FULL_MILLIS
                ? super.schedule(command, 1, unit)
                : super.schedule(command, delay, unit);
    }
}
