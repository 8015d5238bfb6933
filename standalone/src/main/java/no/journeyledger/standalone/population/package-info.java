/**
 * A population of made-up citizens, told to the ledger the way case apps tell it of real ones: by commands over HTTP. The same
 * seed makes the same people. Everything about them says that it is synthetic.
 */
@NullMarked
package no.journeyledger.standalone.population;

import org.jspecify.annotations.NullMarked;
