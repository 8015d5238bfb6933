/**
 * The numbers that others decide, as they were adopted: discount rates, the cost of tax funding, unit values, instruments,
 * weights, the threshold for small groups; and which party's purse a paying service draws on. A version never changes; a
 * change is a new version.
 */
@NullMarked
package no.journeyledger.events.parameter;

import org.jspecify.annotations.NullMarked;
