/**
 * Benefit cards: what is expected to become better, what it is worth, who answers for it, what was measured and what was
 * learnt. A card goes through its four steps in order. What is saved time is not cash until a budget is cut, what is left
 * out of a calculation is an explicit nothing with a reason, and a unit value is never added to its own part.
 */
@NullMarked
package no.journeyledger.command.benefit;

import org.jspecify.annotations.NullMarked;
