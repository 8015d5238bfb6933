package no.journeyledger.events.journey;

import java.util.UUID;
import no.journeyledger.events.Sealed;

/**
 * What one party of the agreement will do.
 *
 * @param party the person or service
 * @param text what they undertake
 */
public record Undertaking(UUID party, Sealed text) {}
