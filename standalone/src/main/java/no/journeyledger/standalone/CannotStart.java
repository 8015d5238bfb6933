package no.journeyledger.standalone;

/** Why the ledger does not start, in one sentence for the person who started it, saying what to do. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }
}
