/**
 * How the command service is put together: its settings, the opening of the ledger (keys, database, durability, in that
 * order and each with one clear sentence when it fails), and the bus that leads a command to the journey, fund or person it
 * is meant for.
 */
@NullMarked
package no.journeyledger.command.wiring;

import org.jspecify.annotations.NullMarked;
