package no.journeyledger.store.axon;

/** The same request is being handled right now in this instance: ask again shortly. Over HTTP: 409. */
public final class RequestInFlight extends RuntimeException {
    RequestInFlight() {
        super("the same request is being handled right now", null, false, false);
    }
}
