package no.journeyledger.query.projection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event a projection could not use, or that waits behind one.
 *
 * @param projection the projection
 * @param position the event's ledger position, also its id here
 * @param aggregate what it was recorded on
 * @param sequence its place there
 * @param eventType its logical type
 * @param behind the position of the parked event it waits for, {@code null} for the one that failed
 * @param cause what went wrong
 * @param attempts how often it was tried
 * @param recordedAt when it was recorded
 */
public record DeadLetter(
        String projection,
        long position,
        UUID aggregate,
        long sequence,
        String eventType,
        @Nullable Long behind,
        String cause,
        int attempts,
        Instant recordedAt) {}
