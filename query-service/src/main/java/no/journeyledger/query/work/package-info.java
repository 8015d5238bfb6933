/**
 * The work around the journeys as it stands today: who does what now for a household, how many journeys each investment leader
 * answers for, and which mandates are in force. Asked of the views that the journeys, the decisions and the funds keep anyway.
 */
@NullMarked
package no.journeyledger.query.work;

import org.jspecify.annotations.NullMarked;
