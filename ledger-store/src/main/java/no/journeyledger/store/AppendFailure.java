package no.journeyledger.store;

import org.jspecify.annotations.Nullable;

/** Why an append was not answered with a position. */
public abstract sealed class AppendFailure extends RuntimeException
        permits ConcurrentAppend, IdempotencyKeyTaken, LedgerUnavailable, UnacceptableAppend {

    AppendFailure(String message, @Nullable Throwable cause) {
        super(message, cause, false, cause != null);
    }
}
