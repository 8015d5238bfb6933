package no.journeyledger.store;

/** A stored event of a known type whose bytes cannot be read as that type: damaged, or an upcaster is wrong. */
public final class UnreadableEvent extends RuntimeException {

    private final long position;

    UnreadableEvent(String type, int revision, long position, Throwable cause) {
        super(
                "the event at position " + position + " cannot be read as " + type + " revision " + revision + " ("
                        + cause.getClass().getSimpleName() + ")",
                cause);
        this.position = position;
    }

    /** Where it stands in the ledger. */
    public long position() {
        return position;
    }
}
