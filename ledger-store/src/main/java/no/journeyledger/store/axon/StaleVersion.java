package no.journeyledger.store.axon;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The client acts upon a version that is no longer the newest. Nothing was recorded. Over HTTP: 412. */
public final class StaleVersion extends RuntimeException {

    private final UUID aggregate;
    private final long expected;
    private final @Nullable Long actual;

    StaleVersion(UUID aggregate, long expected, @Nullable Long actual) {
        super(
                "expected version " + expected + " of " + aggregate + ", it has "
                        + (actual == null ? "none yet" : "version " + actual),
                null,
                false,
                false);
        this.aggregate = aggregate;
        this.expected = expected;
        this.actual = actual;
    }

    /** Of which aggregate. */
    public UUID aggregate() {
        return aggregate;
    }

    /** The version the client stated. */
    public long expected() {
        return expected;
    }

    /** The version it has, {@code null} when it has recorded nothing yet. */
    public @Nullable Long actual() {
        return actual;
    }
}
