/**
 * Benefits that somebody owns. A benefit card says what is expected, for whom, who answers for it and how it is measured,
 * and is followed through four steps: identify and value, plan and anchor, carry out and measure, evaluate and learn. What
 * has no price keeps its place beside what has one.
 */
@NullMarked
package no.journeyledger.economics.benefit;

import org.jspecify.annotations.NullMarked;
