/**
 * What was recorded on a citizen's journey: from the door they came in through, by mapping, plan, decisions taken together
 * and stages moved, to the exit. One sealed family per capability.
 */
@NullMarked
package no.journeyledger.events.journey;

import org.jspecify.annotations.NullMarked;
