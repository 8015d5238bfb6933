package no.journeyledger.store;

import java.time.Instant;
import java.util.UUID;
import no.journeyledger.events.EventMetadata;
import no.journeyledger.events.LedgerEvent;

/**
 * An event read back from the ledger, brought to the revision this version of the software knows.
 *
 * @param position its place in the whole ledger, gapless from 1
 * @param aggregate the aggregate it was recorded on
 * @param sequence its place among that aggregate's events, gapless from 0
 * @param eventId its own id
 * @param type its logical name, e.g. {@code journey.decision-taken}
 * @param storedRevision the revision it was written in; the payload is in the newest
 * @param recordedAt when the ledger recorded it
 * @param payload what was recorded
 * @param metadata the context it came from
 */
public record RecordedEvent(
        long position,
        UUID aggregate,
        long sequence,
        UUID eventId,
        String type,
        int storedRevision,
        Instant recordedAt,
        LedgerEvent payload,
        EventMetadata metadata) {}
