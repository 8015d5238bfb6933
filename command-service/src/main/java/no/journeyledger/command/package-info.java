/**
 * What may happen. A command asks for something on behalf of an actor; the ledger decides from what was recorded
 * before, and either records what happened or answers which rule stood in the way. Here are the words every
 * capability shares: the circumstances a command arrives in, how it is ruled on and what the asker is told.
 */
@NullMarked
package no.journeyledger.command;

import org.jspecify.annotations.NullMarked;
