package no.journeyledger.store.proof;

/** A note, checkpoint, key or proof is not what it says it is, and must not be relied on. The message says why. */
public final class NotGenuine extends RuntimeException {

    NotGenuine(String message) {
        super(message);
    }

    NotGenuine(String message, Throwable cause) {
        super(message, cause);
    }
}
