package no.journeyledger.store.personal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;

/**
 * The persons' keys for what is only tried: a person who has a key keeps it, and for one who has none a key is made that
 * nobody keeps, so that trying something leaves nothing behind.
 */
public final class KeysNotKept implements PersonKeys {

    private final PersonKeys keys;

    /** The keys there are, and no others. */
    public KeysNotKept(PersonKeys keys) {
        this.keys = keys;
    }

    @Override
    public Aead create(UUID person) {
        try {
            return keys.get(person);
        } catch (KeyUnavailable e) {
            try {
                return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get())
                        .getPrimitive(AeadConfig2026.get(), Aead.class);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("a key could not be made", impossible);
            }
        }
    }

    @Override
    public Aead get(UUID person) {
        return keys.get(person);
    }

    @Override
    public void destroy(UUID person) {
        throw new UnsupportedOperationException("nothing is destroyed by trying");
    }

    @Override
    public boolean exists(UUID person) {
        return keys.exists(person);
    }

    @Override
    public void prepareToDestroy(UUID person) {
        throw new UnsupportedOperationException("nothing is destroyed by trying");
    }

    @Override
    public void keep(UUID person) {
        throw new UnsupportedOperationException("nothing is destroyed by trying");
    }

    @Override
    public List<UUID> aboutToBeDestroyed() {
        return List.of();
    }

    @Override
    public boolean isDestroyed(UUID person) {
        return keys.isDestroyed(person);
    }
}
