/**
 * Leaving: a person leaves of their own wish, at once and for themselves. It is not a decision and refuses no
 * service.
 */
@NullMarked
package no.journeyledger.command.closing;

import org.jspecify.annotations.NullMarked;
