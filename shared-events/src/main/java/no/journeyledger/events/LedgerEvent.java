package no.journeyledger.events;

/**
 * Something that was recorded on an aggregate of the ledger. Deliberately not sealed: each capability has its own sealed
 * family beneath {@link JourneyEvent} or another aggregate's marker, and a test proves that every event belongs to one.
 */
public interface LedgerEvent {}
