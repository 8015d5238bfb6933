/**
 * The course of a journey beside its decisions and its money: the mapping sheets everybody writes on, how the situation is
 * judged by the citizen and by the team side by side, what each side of the agreement expects, and when they meet again.
 */
@NullMarked
package no.journeyledger.query.course;

import org.jspecify.annotations.NullMarked;
