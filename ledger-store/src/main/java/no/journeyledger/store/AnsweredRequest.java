package no.journeyledger.store;

import java.util.UUID;

/**
 * A request that was answered and recorded under its idempotency key.
 *
 * @param key the idempotency key
 * @param requestHash hash of the request that was answered
 * @param answer what was answered
 * @param position the last ledger position it wrote
 * @param version the version it left its target aggregate in
 */
public record AnsweredRequest(UUID key, byte[] requestHash, StoredAnswer answer, long position, long version) {}
