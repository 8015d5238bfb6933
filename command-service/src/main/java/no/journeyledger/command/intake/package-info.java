/**
 * Many commands in one stream, for case apps that bring over what they have recorded so far. Each line is one command and gets
 * one result, in order; what is sent again under the same keys is recorded once.
 */
@NullMarked
package no.journeyledger.command.intake;

import org.jspecify.annotations.NullMarked;
