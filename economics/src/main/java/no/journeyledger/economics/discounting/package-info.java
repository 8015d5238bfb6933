/**
 * What a krone in a later year is worth today. Rates chain over the bands of a schedule, year 0 is never discounted, and
 * when in the year a payment falls is said, never assumed in silence.
 */
@NullMarked
package no.journeyledger.economics.discounting;

import org.jspecify.annotations.NullMarked;
