/**
 * The investment plan in versions: goals, measures and what they cost. Agreement is to a version and is a
 * decision.
 */
@NullMarked
package no.journeyledger.command.plan;

import org.jspecify.annotations.NullMarked;
