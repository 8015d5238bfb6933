/**
 * The question whether a plan pays, asked separately for the municipality, for all public purses, for the citizen and for
 * society. The four are types of their own, so that they can never be added up. Every answer carries its basis: rate
 * schedule, payment timing, horizon, price year, perspective and the version of the parameters.
 */
@NullMarked
package no.journeyledger.economics.appraisal;

import org.jspecify.annotations.NullMarked;
