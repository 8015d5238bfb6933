/**
 * The door that every call to the ledger comes through. Here it is settled who is calling (from the token alone), what they
 * may ask for, whether the call was made before, which version of the journey they believe in, and whether what they sent
 * can be read at all; and here every answer and every refusal gets the words and the shape in which it leaves.
 */
@NullMarked
package no.journeyledger.command.door;

import org.jspecify.annotations.NullMarked;
