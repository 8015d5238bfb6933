package no.journeyledger.store.proof;

/** The log could not be read: a tile is missing, has the wrong length, or the place it is kept in did not answer. */
public final class LogUnreadable extends RuntimeException {

    LogUnreadable(String message) {
        super(message);
    }

    LogUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
