/**
 * How fast the ledger is, beside the peers it is measured against: the same commands, the same machine, the same
 * durability, in the same run. A speed counts only when the rows prove the work and the whole path is in it:
 * authentication, validation, the rule, idempotency and sealing.
 */
@NullMarked
package no.journeyledger.bench;

import org.jspecify.annotations.NullMarked;
