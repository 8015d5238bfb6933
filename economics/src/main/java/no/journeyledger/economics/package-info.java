/**
 * What a plan costs, what comes of it, who pays and who gains, and how sure we are. This library calculates and does
 * nothing else: immutable records in, immutable records out, no clock, no chance but a stated seed, no storage. Amounts
 * are real kroner of a stated price year, kept as exact decimals of øre and rounded only for display.
 */
@NullMarked
package no.journeyledger.economics;

import org.jspecify.annotations.NullMarked;
