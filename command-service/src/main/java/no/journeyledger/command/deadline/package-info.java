/**
 * What the ledger does by itself when a moment passes: a hearing date, a follow-up, a time limit. A deadline follows from an
 * event and from nothing else, so none is lost when the process dies between recording the event and noting the deadline, and
 * one that passed while the ledger was down is met when it is up again. Each is met once, also by several instances.
 */
@NullMarked
package no.journeyledger.command.deadline;

import org.jspecify.annotations.NullMarked;
