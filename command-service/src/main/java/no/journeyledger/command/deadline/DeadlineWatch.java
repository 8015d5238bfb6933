package no.journeyledger.command.deadline;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Notes deadlines and meets them, for as long as the service runs. */
final class DeadlineWatch implements SmartLifecycle {

    private final Scheduler scheduler;
    private final Supplier<DeadlineNotes> noting;
    private @Nullable DeadlineNotes notes;

    DeadlineWatch(Scheduler scheduler, Supplier<DeadlineNotes> noting) {
        this.scheduler = scheduler;
        this.noting = noting;
    }

    @Override
    public synchronized void start() {
        notes = noting.get();
        scheduler.start();
    }

    @Override
    public synchronized void stop() {
        if (notes != null) {
            notes.close();
            notes = null;
            scheduler.stop();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return notes != null;
    }
}
