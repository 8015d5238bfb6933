package no.journeyledger.store;

import java.util.UUID;

/** The request's idempotency key is already answered, e.g. by another instance. Nothing of the append was written. */
public final class IdempotencyKeyTaken extends AppendFailure {

    private final UUID key;

    IdempotencyKeyTaken(UUID key) {
        super("the request was already answered under its idempotency key", null);
        this.key = key;
    }

    /** The key; its answer can be read. */
    public UUID key() {
        return key;
    }
}
