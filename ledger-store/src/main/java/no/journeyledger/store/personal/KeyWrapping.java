package no.journeyledger.store.personal;

import com.google.crypto.tink.Aead;
import javax.crypto.SecretKey;

/**
 * What wraps the persons' keys. A file of its own ({@link KeyEncryptionKey}) is one; a municipality with a vault or a hardware
 * module gives another, which Tink's {@link Aead} is enough for, since no key material leaves it.
 */
public interface KeyWrapping {

    /** Wraps and unwraps; what was wrapped by an earlier key of the same owner must unwrap too. */
    Aead aead();

    /**
     * A key for another purpose of the ledger itself, which stays the same when the wrapping key is changed.
     *
     * @param purpose what it is for; another purpose gives an unrelated key
     */
    SecretKey derive(String purpose);
}
