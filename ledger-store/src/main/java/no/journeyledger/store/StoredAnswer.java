package no.journeyledger.store;

/**
 * The answer to a request as it is kept for a repetition of it.
 *
 * @param status the HTTP status
 * @param body the body as sent
 */
public record StoredAnswer(int status, byte[] body) {}
