package no.journeyledger.store.proof;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Gives out proofs of events, also to somebody who waits for an event to be sealed, by whichever instance. While somebody
 * waits the database is asked once per interval, however many wait; otherwise never.
 */
public final class Receipts {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final LogTables tables;
    private final Runnable hasten;
    private final ReentrantLock looking = new ReentrantLock();
    private long lookedAt = System.nanoTime() - LOOK_AGAIN.toNanos();
    private volatile long sealedTo;

    /**
     * Receipts out of a log.
     *
     * @param hasten asks the sealer to seal now ({@link LogSealer#hasten()}); does nothing where none runs
     */
    public Receipts(LogTables tables, Runnable hasten) {
        this.tables = tables;
        this.hasten = hasten;
    }

    /**
     * Waits until a position is sealed.
     *
     * @param position a ledger position
     * @param patience how long to wait at most; zero to look once
     * @return whether it is sealed
     * @throws LogUnreadable when the log cannot be read
     * @throws InterruptedException when interrupted while waiting
     */
    public boolean isSealed(long position, Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        if (reaches(position)) {
            return true;
        }
        hasten.run();
        while (System.nanoTime() - start < patience.toNanos()) {
            Thread.sleep(LOOK_AGAIN);
            if (reaches(position)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The proof of an event, waiting for it to be sealed if need be.
     *
     * @param position the event's ledger position
     * @param patience how long to wait at most; zero to look once
     * @return empty when it is not sealed yet
     * @throws LogUnreadable when the log cannot be read
     * @throws InterruptedException when interrupted while waiting
     */
    public Optional<ProofFile> of(long position, Duration patience) throws InterruptedException {
        return isSealed(position, patience) ? tables.proofOf(position) : Optional.empty();
    }

    private boolean reaches(long position) {
        if (sealedTo < position && looking.tryLock()) {
            try {
                if (System.nanoTime() - lookedAt >= LOOK_AGAIN.toNanos() / 2) {
                    sealedTo = Math.max(sealedTo, tables.sealedTo());
                    lookedAt = System.nanoTime();
                }
            } finally {
                looking.unlock();
            }
        }
        return sealedTo >= position;
    }
}
