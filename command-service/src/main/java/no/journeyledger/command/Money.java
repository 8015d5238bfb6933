package no.journeyledger.command;

/** Amounts of money: whole øre. */
public final class Money {

    /**
     * The largest single amount, 10 000 billion kroner. Far above any real one, and low enough that no sum of what one command
     * may carry can overflow.
     */
    public static final long MOST_ORE = 1_000_000_000_000_000L;

    private Money() {}

    /** Whether this can be an amount: positive, and within what the ledger can hold. */
    public static boolean fits(long ore) {
        return ore > 0 && ore <= MOST_ORE;
    }
}
