/** Figures tried on synthetic journeys: what must add up adds up, and nobody is found by subtraction. */
@NullMarked
package no.journeyledger.query.economics;

import org.jspecify.annotations.NullMarked;
