/**
 * A real PostgreSQL for tests: one server for a whole test run, durable like a real one, and a fresh ledger for whoever
 * asks.
 */
@NullMarked
package no.journeyledger.store.testing;

import org.jspecify.annotations.NullMarked;
