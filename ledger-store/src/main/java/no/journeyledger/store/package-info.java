/**
 * The ledger's store: what was recorded, in the order it was recorded. Everything is appended in one place and read back
 * by its ledger position, a gapless number that counts every event of the ledger from 1, so that whoever has read up to a
 * position has read all there is before it. Nothing stored is ever changed or removed.
 */
@NullMarked
package no.journeyledger.store;

import org.jspecify.annotations.NullMarked;
