package no.journeyledger.store.proof;

import java.time.Duration;
import java.util.Optional;

/** Gives out proofs of events, also to somebody who waits for an event to be sealed. */
public final class Receipts {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final LogTables tables;
    private final Runnable hasten;

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
     * The proof of an event, waiting for it to be sealed if need be.
     *
     * @param position the event's ledger position
     * @param patience how long to wait; zero to look once
     * @return empty when it is not sealed yet
     * @throws LogUnreadable when the log cannot be read
     * @throws InterruptedException when interrupted while waiting
     */
    public Optional<ProofFile> of(long position, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Optional<ProofFile> proof = tables.proofOf(position);
        if (proof.isEmpty()) {
            hasten.run();
        }
        while (proof.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(LOOK_AGAIN);
            proof = tables.proofOf(position);
        }
        return proof;
    }
}
