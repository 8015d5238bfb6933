/**
 * How much one client may ask for: so many requests a second, and of so many different persons an hour. Whoever asks for more is
 * told when to come again, and the others do not notice.
 */
@NullMarked
package no.journeyledger.store.limits;

import org.jspecify.annotations.NullMarked;
