package no.journeyledger.store.axon;

import no.journeyledger.store.StoredAnswer;

/**
 * Turns a handler's answer into what the client gets. Called before the append, since the encoded answer is stored in it.
 *
 * @param <R> what the handler answers with
 */
@FunctionalInterface
public interface AnswerEncoder<R> {

    /** The status and body for this answer. */
    StoredAnswer encode(R result);
}
