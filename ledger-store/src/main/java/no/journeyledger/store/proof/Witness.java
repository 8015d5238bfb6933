package no.journeyledger.store.proof;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Somebody outside the database owner's reach who is handed every checkpoint. As long as one honest witness keeps what it
 * was handed, nobody can shorten or rewrite the log unseen, not even with the log's own key.
 */
public interface Witness {

    /** A short name for logs and metrics. */
    String name();

    /**
     * Hands over a checkpoint.
     *
     * @param checkpoint signed by the log
     * @param keys every key of the log so far
     * @param log to prove from that it continues what the witness knows
     * @return signature lines of the witness, if it signs
     * @throws IOException when it cannot be reached or refuses
     */
    List<NoteSignature> publish(SignedNote checkpoint, List<VerifierKey> keys, TileReader log) throws IOException;

    /**
     * The newest checkpoint of a log it was handed.
     *
     * @param origin which log
     * @throws IOException when it cannot be reached
     */
    Optional<SignedNote> newest(String origin) throws IOException;
}
