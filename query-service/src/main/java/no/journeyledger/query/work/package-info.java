/**
 * The work around the journeys as it stands today: who does what now for a household, how many journeys each investment leader
 * answers for, which mandates are in force, and which follow-ups are due and overdue. Asked of the views that the journeys,
 * the decisions, their course and the funds keep anyway.
 */
@NullMarked
package no.journeyledger.query.work;

import org.jspecify.annotations.NullMarked;
