/**
 * Who may ask what, and how an answer is given: the reader is whoever the token names, every answer says the ledger
 * position it is true for, and everything that cannot be answered is said in a sentence that tells what to do.
 */
@NullMarked
package no.journeyledger.query.door;

import org.jspecify.annotations.NullMarked;
