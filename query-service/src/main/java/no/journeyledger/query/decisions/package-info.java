/**
 * The decision register: what was decided or refused, in which wording, whom it concerns, and the evidence that each of
 * them took part: their answer, by what means, how sure the ledger is of it, who recorded it and who witnessed it.
 */
@NullMarked
package no.journeyledger.query.decisions;

import org.jspecify.annotations.NullMarked;
