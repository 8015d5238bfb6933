package no.journeyledger.store;

import java.time.Instant;

/**
 * Where an append ended up: it is committed and flushed.
 *
 * @param firstPosition position of its first event
 * @param lastPosition position of its last event
 * @param recordedAt when it was recorded
 */
public record Appended(long firstPosition, long lastPosition, Instant recordedAt) {}
