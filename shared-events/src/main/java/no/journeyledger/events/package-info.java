/** What was recorded. */
@NullMarked
package no.journeyledger.events;

import org.jspecify.annotations.NullMarked;
