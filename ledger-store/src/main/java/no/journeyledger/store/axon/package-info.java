/**
 * The ledger behind Axon's interfaces: commands go through one door, aggregates are loaded from a cache of immutable
 * state, everything one command records is appended at once, and projections read by ledger position instead of by the
 * framework's own tracking, which can skip events.
 */
@NullMarked
package no.journeyledger.store.axon;

import org.jspecify.annotations.NullMarked;
