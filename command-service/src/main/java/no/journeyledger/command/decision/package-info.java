/**
 * The rule the ledger exists for: a decision is taken only if every person it concerns took part in that decision,
 * in its exact wording. Proposing, answering, hearing children, taking and withdrawing.
 */
@NullMarked
package no.journeyledger.command.decision;

import org.jspecify.annotations.NullMarked;
