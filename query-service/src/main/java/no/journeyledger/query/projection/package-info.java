/**
 * How views follow the ledger. A projection reads every recorded event in the order of its position, turns each into
 * changes of rows, and writes a whole batch of them in the transaction that also moves its token, so that each event takes
 * effect exactly once. An event that cannot be used is parked with everything that later happens to the same aggregate, in
 * plain sight, until somebody tries it again; nothing is passed over.
 */
@NullMarked
package no.journeyledger.query.projection;

import org.jspecify.annotations.NullMarked;
