/**
 * Meetings, the mapping sheet that is written in them, and the witness who confirms what was answered there.
 */
@NullMarked
package no.journeyledger.command.meeting;

import org.jspecify.annotations.NullMarked;
