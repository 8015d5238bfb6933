package no.journeyledger.store.reads;

import java.time.Instant;

/**
 * An entry of the read log.
 *
 * @param position its place in the log, from 1 without gaps
 * @param recordedAt when it was recorded, which was before the answer left
 * @param entry who read what, and why
 */
public record RecordedRead(long position, Instant recordedAt, ReadEntry entry) {}
