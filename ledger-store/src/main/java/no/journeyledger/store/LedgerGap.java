package no.journeyledger.store;

/** A position is missing from the ledger. Positions are gapless, so events were removed: a reader must not go on. */
public final class LedgerGap extends RuntimeException {

    private final long missing;

    LedgerGap(long missing, long found) {
        super("position " + missing + " is missing from the ledger; the next one stored is " + found);
        this.missing = missing;
    }

    /** The first position that is not there. */
    public long missing() {
        return missing;
    }
}
