package no.journeyledger.store;

import org.jspecify.annotations.Nullable;

/**
 * The ledger holds an event of a type or revision that this version of the software does not know: somebody newer wrote
 * it. Whoever reads must stop there and go on after the upgrade; passing over it would lose it for ever.
 */
public final class UnknownEventType extends RuntimeException {

    private final String type;
    private final int revision;
    private final long position;

    UnknownEventType(String type, int revision, long position, @Nullable String newestKnown) {
        super("the event at position " + position + " is of type " + type + " revision " + revision
                + ", which this version does not know" + (newestKnown == null ? "" : " (it knows " + newestKnown + ")")
                + ": upgrade this service; nothing after position " + (position - 1) + " has been read");
        this.type = type;
        this.revision = revision;
        this.position = position;
    }

    /** The stored name, or {@code #n} when not even the number n is registered. */
    public String type() {
        return type;
    }

    /** The stored revision. */
    public int revision() {
        return revision;
    }

    /** Where it stands in the ledger; everything before it is readable. */
    public long position() {
        return position;
    }
}
