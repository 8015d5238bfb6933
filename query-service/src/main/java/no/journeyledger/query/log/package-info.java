/**
 * The tamper-evident log as auditors, witnesses and anybody's own tools read it: checkpoints, tiles and keys in public
 * formats, the proof of one entry for whoever recorded it, and the whole ledger as one file.
 */
@NullMarked
package no.journeyledger.query.log;

import org.jspecify.annotations.NullMarked;
