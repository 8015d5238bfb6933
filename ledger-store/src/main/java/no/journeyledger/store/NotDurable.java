package no.journeyledger.store;

/** The database could lose what the ledger has acknowledged. The ledger refuses to start on it. */
public final class NotDurable extends RuntimeException {
    NotDurable(String message) {
        super(message);
    }
}
