/**
 * The log beside the ledger, seen from the command side: who seals it, whether it is being sealed, and the receipt a caller
 * may wait for. A command is answered without waiting for the log unless its caller asks.
 */
@NullMarked
package no.journeyledger.command.log;

import org.jspecify.annotations.NullMarked;
