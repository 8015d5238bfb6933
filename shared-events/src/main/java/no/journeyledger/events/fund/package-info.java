/**
 * What was recorded on a fund: contributions, reservations, spending and releases. Every event is a balanced posting, so
 * that at any moment, in recorded order, contributed = available + reserved + spent for each fund and year.
 */
@NullMarked
package no.journeyledger.events.fund;

import org.jspecify.annotations.NullMarked;
