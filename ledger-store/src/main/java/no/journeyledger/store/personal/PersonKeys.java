package no.journeyledger.store.personal;

import com.google.crypto.tink.Aead;
import java.util.List;
import java.util.UUID;

/** The keys of the persons, one each. A destroyed key is gone for good and never made again. */
public interface PersonKeys {

    /**
     * The person's key, made now if there was none.
     *
     * @throws PersonErased when the person's key was destroyed
     */
    Aead create(UUID person);

    /**
     * The person's key.
     *
     * @throws PersonErased when it was destroyed
     * @throws KeyUnavailable when there is none: it was never made here, or the keys were lost
     */
    Aead get(UUID person);

    /** Destroys the person's key for good; everything sealed with it becomes unreadable. Doing it again changes nothing. */
    void destroy(UUID person);

    /** Whether the person has a key. */
    boolean exists(UUID person);

    /**
     * Notes that the person's key is about to be destroyed, so that it is not forgotten when the process ends in between. Nothing
     * else changes.
     */
    void prepareToDestroy(UUID person);

    /** The person's key is not going to be destroyed after all. */
    void keep(UUID person);

    /** Whose key was about to be destroyed, and is not yet. */
    List<UUID> aboutToBeDestroyed();

    /** Whether the person's key was destroyed. */
    boolean isDestroyed(UUID person);
}
