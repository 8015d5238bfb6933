package no.journeyledger.store.axon;

import java.util.List;
import java.util.UUID;
import no.journeyledger.store.NewSnapshot;
import org.jspecify.annotations.Nullable;

/** An aggregate that takes part in a unit of work: read, and perhaps written. */
interface Participant {

    /** Its id; null when it was created and has not recorded anything. */
    @Nullable
    UUID id();

    /** The version it was read in, -1 for none. */
    long readVersion();

    /** The snapshots that became due. */
    List<NewSnapshot> snapshots();

    /**
     * What it recorded is committed.
     *
     * @param bytes how much
     */
    void committed(int bytes);

    /** What was read may be stale. */
    void evict();
}
