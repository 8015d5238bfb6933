/**
 * The money: what each fund was given, has left, has reserved and has spent, after every single posting; and for a journey,
 * who paid for which measure and goal. Amounts are whole øre, and every row balances or is not written.
 */
@NullMarked
package no.journeyledger.query.money;

import org.jspecify.annotations.NullMarked;
