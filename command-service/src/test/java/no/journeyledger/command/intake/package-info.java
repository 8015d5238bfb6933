/** Streams of commands, line by line. */
@NullMarked
package no.journeyledger.command.intake;

import org.jspecify.annotations.NullMarked;
