/** Tests of the ledger behind Axon's interfaces, on tallies: the smallest aggregate that can be refused something. */
@NullMarked
package no.journeyledger.store.axon;

import org.jspecify.annotations.NullMarked;
