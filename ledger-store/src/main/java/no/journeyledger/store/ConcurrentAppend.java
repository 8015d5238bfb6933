package no.journeyledger.store;

/** Somebody else recorded something on an aggregate since it was read. Nothing of the append was written. */
public final class ConcurrentAppend extends AppendFailure {

    /** States which situation it was. */
    public ConcurrentAppend(String message) {
        super(message, null);
    }
}
