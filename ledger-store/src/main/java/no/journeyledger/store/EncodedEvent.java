package no.journeyledger.store;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it is stored, before anybody has understood it.
 *
 * @param position its place in the whole ledger, gapless from 1
 * @param aggregate the journey, fund or other aggregate it was recorded on
 * @param sequence its place among that aggregate's events, gapless from 0
 * @param eventId its own time-ordered id
 * @param typeId the number of its logical type and revision in the {@link TypeRegistry}
 * @param recordedAt when the ledger recorded it (the database's clock, never earlier than the event before it)
 * @param payload JSON of the event in the stored revision
 * @param metadata JSON of the context it came from
 */
public record EncodedEvent(
        long position,
        UUID aggregate,
        long sequence,
        UUID eventId,
        int typeId,
        Instant recordedAt,
        byte[] payload,
        byte[] metadata) {}
