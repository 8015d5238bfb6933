/**
 * The citizen's journey as one aggregate: everything that decides what may happen around one household is recorded
 * on one stream, so that a decision and the participation behind it can never be told apart. The journey itself
 * only passes commands on to the capability that knows the rule.
 */
@NullMarked
package no.journeyledger.command.journey;

import org.jspecify.annotations.NullMarked;
