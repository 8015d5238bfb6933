/**
 * The timeline of a journey: everything recorded about it, in the order it was recorded, each entry worded twice: for the
 * professional who works with the household, and for the citizen who owns the record.
 */
@NullMarked
package no.journeyledger.query.timeline;

import org.jspecify.annotations.NullMarked;
