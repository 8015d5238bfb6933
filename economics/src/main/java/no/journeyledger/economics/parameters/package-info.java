/**
 * The numbers that others decide: discount rates, the cost of tax funding, what a unit is worth, how an instrument is
 * scored, how small a group may be shown. They are versioned data with a source and in-force dates, never constants,
 * because circulars, laws and price levels change and yesterday's figure must still be reproducible.
 */
@NullMarked
package no.journeyledger.economics.parameters;

import org.jspecify.annotations.NullMarked;
