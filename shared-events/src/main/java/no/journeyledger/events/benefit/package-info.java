/**
 * What is expected to become better, followed on the journey through four steps: identify and value, plan and anchor, carry
 * out and measure, evaluate and learn. A benefit is worth kroner or words, and the two weigh the same. Words are sealed with
 * the citizen's key; numbers are not, and say nothing about a person without the words.
 */
@NullMarked
package no.journeyledger.events.benefit;

import org.jspecify.annotations.NullMarked;
