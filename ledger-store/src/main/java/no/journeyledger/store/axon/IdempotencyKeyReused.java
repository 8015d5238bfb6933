package no.journeyledger.store.axon;

/** The client sent another request under an idempotency key it had used before. Nothing was recorded. Over HTTP: 422. */
public final class IdempotencyKeyReused extends RuntimeException {
    IdempotencyKeyReused() {
        super("another request was already sent under this idempotency key", null, false, false);
    }
}
