package no.journeyledger.store.axon;

import java.util.UUID;

/**
 * An aggregate that keeps everything it knows in one immutable record, so that the state can be cached, kept in snapshots
 * and given to a fresh instance. Its event-sourcing handlers replace the record and change nothing else.
 *
 * @param <S> the record
 */
public interface HoldsState<S extends Record> {

    /** Its id; null only before its first event. */
    UUID id();

    /** What it knows now. */
    S state();

    /** Puts a fresh instance into a state it had earlier. */
    void restore(UUID id, S state);

    /** The record's type; its simple name is stored with snapshots. */
    Class<S> stateType();

    /** To be raised when the record changes its meaning or shape: snapshots of another revision are not used. */
    int stateRevision();
}
