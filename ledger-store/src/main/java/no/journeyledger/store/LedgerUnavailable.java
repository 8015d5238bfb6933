package no.journeyledger.store;

import org.jspecify.annotations.Nullable;

/**
 * The ledger could not be reached in time. Whether the append was written is not known to the caller: the request may be
 * repeated with the same idempotency key, which answers it truly either way. Over HTTP: 503.
 */
public final class LedgerUnavailable extends AppendFailure {

    /** States what could not be reached, and the failure behind it. */
    public LedgerUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
