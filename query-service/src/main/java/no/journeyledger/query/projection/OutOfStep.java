package no.journeyledger.query.projection;

/**
 * Events arrived that do not continue where the projection stands: another instance has moved it or emptied it. The
 * transaction is given up, and the reader starts again from the stored token.
 */
final class OutOfStep extends IllegalStateException {
    private static final long serialVersionUID = 1;

    OutOfStep(String projection, long at, long first, long broken) {
        super("projection " + projection + " stands at position " + at + " but was given events from " + first
                + (broken == first ? "" : ", out of order at " + broken));
    }
}
