package no.journeyledger.events.journey;

import no.journeyledger.events.LedgerEvent;

/** Something recorded on a citizen's journey. */
public interface JourneyEvent extends LedgerEvent {}
