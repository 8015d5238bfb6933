/**
 * The investment team around the household: who is on it, whom the citizen trusts, who is related to whom, and
 * what the unit heads have delegated to its members.
 */
@NullMarked
package no.journeyledger.command.team;

import org.jspecify.annotations.NullMarked;
