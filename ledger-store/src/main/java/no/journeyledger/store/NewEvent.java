package no.journeyledger.store;

import java.util.UUID;

/**
 * An event that is about to be recorded; its position and time come from the append.
 *
 * @param aggregate the aggregate it is recorded on
 * @param sequence its place among that aggregate's events
 * @param eventId its own time-ordered id
 * @param typeId the number of its logical type and revision
 * @param payload JSON of the event
 * @param metadata JSON of its context
 */
public record NewEvent(UUID aggregate, long sequence, UUID eventId, int typeId, byte[] payload, byte[] metadata) {}
