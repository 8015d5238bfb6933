/**
 * How older revisions of events are read as the newest, and the catalogue of every event this version of the ledger knows.
 * An upcaster, once released, is never changed: the events it reads are there for good.
 */
@NullMarked
package no.journeyledger.store.upcasters;

import org.jspecify.annotations.NullMarked;
