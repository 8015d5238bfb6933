package no.journeyledger.store;

import java.util.UUID;

/**
 * A client's promise that a repeated request is the same request.
 *
 * @param key hash of the client and the key it sent, so that two clients never meet in one key
 * @param requestHash hash of the request; another one under the same key is a mistake of the client
 */
public record IdempotencyKey(UUID key, byte[] requestHash) {}
