/**
 * The journeys as they stand: where each started, is and shall go, who belongs to the household and to the team, what the
 * members may decide, and the plan they work by. A person finds the journeys of their own household here and no other.
 */
@NullMarked
package no.journeyledger.query.journeys;

import org.jspecify.annotations.NullMarked;
