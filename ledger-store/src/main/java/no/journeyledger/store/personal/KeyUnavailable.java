package no.journeyledger.store.personal;

/** A key that should be there is missing or unreadable. The message is one sentence for whoever runs the ledger. */
public final class KeyUnavailable extends RuntimeException {
    KeyUnavailable(String message) {
        super(message);
    }
}
