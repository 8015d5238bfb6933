package no.journeyledger.store;

import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells readers in this process at once what was committed: by handing them the committed batch when it was appended
 * here, or by a mere wake-up when another process appended it. Both are hints. A reader uses a batch only if it continues
 * where the reader stands, and finds everything else, also what a lost hint was about, in the database.
 */
public final class PushHub {

    private static final Logger log = LoggerFactory.getLogger(PushHub.class);

    private final CopyOnWriteArrayList<Subscriber> subscribers = new CopyOnWriteArrayList<>();

    /** Somebody who wants to know. Both methods are called on the committing or listening thread: return at once. */
    public interface Subscriber {

        /** These events were just committed by this process. */
        void committed(LedgerBatch batch);

        /**
         * Another process may have committed something.
         *
         * @param position the ledger has at least come this far; {@link Long#MAX_VALUE} when that is not known
         */
        void wake(long position);
    }

    /** Ends a subscription. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Tells a subscriber from now on. */
    public Subscription subscribe(Subscriber subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /** Hands a committed batch to everybody. */
    public void publish(LedgerBatch batch) {
        for (Subscriber subscriber : subscribers) {
            try {
                subscriber.committed(batch);
            } catch (RuntimeException e) {
                log.warn(
                        "a reader could not take the batch ending at {}; it will read it from the ledger",
                        batch.last(),
                        e);
            }
        }
    }

    /**
     * Wakes everybody who has not come that far, to look for themselves.
     *
     * @param position where the ledger is known to be, {@link Long#MAX_VALUE} when that is not known
     */
    public void wake(long position) {
        for (Subscriber subscriber : subscribers) {
            try {
                subscriber.wake(position);
            } catch (RuntimeException e) {
                log.warn("a reader could not be woken; it will look again by itself", e);
            }
        }
    }
}
