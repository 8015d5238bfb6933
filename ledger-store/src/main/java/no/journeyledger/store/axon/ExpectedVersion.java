package no.journeyledger.store.axon;

import java.util.UUID;

/**
 * The version a client saw and acts upon.
 *
 * @param aggregate of which aggregate
 * @param version the sequence of the last event it saw
 */
record ExpectedVersion(UUID aggregate, long version) {}
