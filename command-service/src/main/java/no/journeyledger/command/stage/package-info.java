/**
 * How the life situation is judged, area by area, by the citizen and by the team side by side. The stage itself
 * moves only by a decision.
 */
@NullMarked
package no.journeyledger.command.stage;

import org.jspecify.annotations.NullMarked;
